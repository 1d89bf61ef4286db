// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "payload/Pointer.h"
#include "rules/Problem.h"
#include "rules/Rule.h"
#include "windows/SharedFields.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

class QAction;
class QLabel;
class QHBoxLayout;
class QWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::theme {
class ElidedLabel;
}

namespace marquee::form {

class ProblemLines;

/// What a row is about: a place below the form's object, and the words around it.
struct FieldPlace
{
    payload::Pointer below; ///< of the value, from the form's object: FormatProfile/value
    payload::Pointer anchor; ///< problems at or below it belong to the row: FormatProfile
    QString label;
    QString help;
    QString source;
    bool required = false; ///< can't be taken away from the form
    bool emptied = false; ///< taking it away takes the objects around it along that would be left empty
    /// Of several windows: the value of the first term of that name, wherever it stands in each.
    std::string term = {};
};

/// One field of a form: a label, an editor, a friendlier reading beside it and its problems under it. Turns what the
/// user makes of it into edits of the document, and shows what the document says.
class FieldRow : public QObject
{
    Q_OBJECT

public:
    FieldRow(FieldPlace place, std::unique_ptr<editor::FieldEditor> editor, QWidget *parent);
    ~FieldRow() override;

    const FieldPlace &place() const { return m_place; }
    void setPlace(FieldPlace place);
    payload::Pointer pointer() const; ///< of the value, from the document's root
    payload::Pointer anchor() const;

    /// The objects that the form shows: one, or several that are changed together. Null: nothing. They outlive the row.
    void bind(workspace::OpenDocument *document, const std::vector<payload::Pointer> &bases);
    /// `objects`: what stands at the bases.
    void refresh(std::span<const payload::Value> objects);
    /// Those of the form's problems that belong here; the row takes no note of the others.
    /// `remarks`: what the partner says of it.
    void showProblems(const std::vector<rules::Problem> &problems, const QStringList &remarks);
    bool owns(const payload::Pointer &field) const;
    void setReadOnly(bool readOnly);
    /// It is about to go: what its editor says from now on changes nothing.
    void retire();

    QLabel *label() const { return m_label; }
    QWidget *content() const { return m_content; } ///< editor, reading and problems
    editor::FieldEditor *editor() const { return m_editor; }
    void focus();
    /// Shows that the preview's line is this field's, without taking the cursor.
    void mark(bool on);
    /// What the user's value means as edits, where it is more than setting it. They are one step; of several objects, it
    /// speaks for all.
    using Writer = std::function<std::vector<payload::Edit>(const std::string &json)>;
    void setWriter(Writer writer) { m_writer = std::move(writer); }
    /// A small button behind the editor: "Generate", "Remove".
    void addButton(QAction *action);
    /// Anything else there; the row's content becomes its parent.
    void addWidget(QWidget *widget);
    /// Asks for the value to be taken away: the member is to be absent.
    void removeValue();

Q_SIGNALS:
    void focused(const marquee::payload::Pointer &pointer);
    void fixWanted(const marquee::rules::Fix &fix);
    void explainWanted(const QString &ruleId);
    /// An edit couldn't be made; the sentence is the user's.
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const std::string &json, bool typing);
    void showOne(payload::Value value);
    void showSeveral(std::span<const payload::Value> objects);
    windows::SharedPlace shared() const;
    bool isSeveral() const { return m_bases && m_bases->size() > 1; }
    void showMenu(const QPoint &where);
    void showHelp(); ///< what the catalogue says of the field, under it
    void showReading();

    FieldPlace m_place;
    const std::vector<payload::Pointer> *m_bases = nullptr;
    QPointer<workspace::OpenDocument> m_document;
    QPointer<QLabel> m_label; // parents may go first
    QPointer<QWidget> m_content;
    QPointer<editor::FieldEditor> m_editor;
    QPointer<theme::ElidedLabel> m_reading;
    QPointer<ProblemLines> m_problems;
    QHBoxLayout *m_line = nullptr;
    Writer m_writer;
    std::optional<std::string> m_shown; ///< the JSON that the editor was given last; empty for what is absent
    windows::SharedValue m_shared; ///< of several objects
    QString m_presence; ///< of several objects: how many of them have it
    std::uint32_t m_tooLarge = 0; ///< bytes of a value that is too large for an editor; 0: it isn't
    bool m_readOnly = false;
};

} // namespace marquee::form
