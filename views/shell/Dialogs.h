// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"
#include "workspace/Templates.h"

#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace marquee::shell {

/// What stands between an action and the user's answer. The window asks here and nowhere else, so that a test can answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    struct NewAvail
    {
        const workspace::Template *from = nullptr;
        workspace::Extract extract = workspace::Extract::Full;
    };
    virtual std::optional<NewAvail> chooseTemplate(QWidget *parent, const workspace::Templates &templates) = 0;

    virtual QStringList openFiles(QWidget *parent, const QString &folder) = 0;
    virtual QString chooseFolder(QWidget *parent, const QString &folder) = 0; ///< empty: none
    virtual QString saveFile(QWidget *parent, const QString &suggested) = 0; ///< empty: none

    enum class Unsaved { Save, Discard, Cancel };
    /// One question for all documents that would be lost.
    virtual Unsaved askUnsaved(QWidget *parent, const QStringList &names) = 0;

    /// Documents that weren't saved when the program ended.
    struct Recovery
    {
        enum class Answer { Recover, Later, Discard };
        Answer answer = Answer::Later;
        QList<int> chosen; ///< of the entries; what isn't chosen is kept for later
    };
    virtual Recovery askRecovery(QWidget *parent, const QStringList &entries) = 0;

    /// Something of ours speaks against sending. True: send it all the same.
    struct Held
    {
        QString operation;
        int errors = 0;
        QStringList messages; ///< the first of them, with their places
    };
    enum class HeldAnswer { SendAnyway, ShowProblems, Cancel };
    virtual HeldAnswer askHeld(QWidget *parent, const Held &held) = 0;

    /// Something that can't be taken back. True: do it.
    virtual bool confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &button) = 0;
    /// A protected environment: true where its name was typed.
    virtual bool confirmProtected(QWidget *parent, const QString &environment, const QString &operation) = 0;

    /// The text with a proposal of what is missing; true: take it.
    virtual bool acceptRepair(QWidget *parent, const QString &summary, const QByteArray &before, const QByteArray &after) = 0;
};

} // namespace marquee::shell
