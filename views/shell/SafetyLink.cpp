// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SafetyLink.h"

#include "shell/Dialogs.h"
#include "shell/MessageBar.h"
#include "workspace/Autosave.h"
#include "workspace/FileClaims.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QLocale>
#include <QMainWindow>
#include <QSysInfo>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using workspace::Autosave;
using workspace::Draft;
using workspace::FileClaims;

SafetyLink::SafetyLink(const Frame &frame, workspace::OpenDocuments &documents, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_autosave(new Autosave(documents, {}, Autosave::DelayMs, this))
    , m_claims(new FileClaims(documents, {}, this))
{
    const auto complain = [this](const Error &error) { m_frame.messages.say(MessageBar::Kind::Error, sentence(error)); };
    connect(m_autosave, &Autosave::failed, this, complain);
    connect(m_autosave, &Autosave::recoveryFailed, this, [complain](const QString &, const Error &error) { complain(error); });
    connect(m_claims, &FileClaims::taken, this, &SafetyLink::sayTaken);
}

void SafetyLink::offerDrafts()
{
    m_autosave->findLeft([this](const std::vector<Draft> &drafts) {
        if (!drafts.empty())
            offer(drafts);
    });
}

void SafetyLink::flush()
{
    m_autosave->flush();
}

void SafetyLink::offer(const std::vector<Draft> &drafts)
{
    const QLocale locale = m_frame.window.locale();
    QStringList entries;
    for (const Draft &draft : drafts) {
        const QString when = locale.toString(draft.written, QLocale::ShortFormat);
        entries << (draft.head.path.isEmpty() ? tr("%1, not saved yet · %2").arg(draft.head.name, when)
                                              : tr("%1 · %2").arg(QDir::toNativeSeparators(draft.head.path), when));
    }
    const Dialogs::Recovery recovery = m_frame.dialogs.askRecovery(&m_frame.window, entries);
    using Answer = Dialogs::Recovery::Answer;
    for (const int index : recovery.chosen) {
        const Draft &draft = drafts[static_cast<std::size_t>(index)];
        if (recovery.answer == Answer::Recover)
            m_autosave->recover(draft);
        else if (recovery.answer == Answer::Discard)
            m_autosave->discard(draft);
    }
}

void SafetyLink::sayTaken(workspace::OpenDocument *document, qint64 process, const QString &machine)
{
    const bool isHere = machine.isEmpty() || machine == QSysInfo::machineHostName();
    const QString who = isHere ? tr("another Marquee (process %1)").arg(process) : tr("Marquee on %1 (process %2)").arg(machine).arg(process);
    m_frame.messages.say(MessageBar::Kind::Warning,
        tr("“%1” is open in %2 as well. Whoever saves last overwrites what the other saved.").arg(document->name(), who));
}

} // namespace marquee::shell
