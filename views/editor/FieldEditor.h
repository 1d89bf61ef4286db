// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"
#include "payload/Value.h"

#include <QWidget>

#include <memory>
#include <string>

namespace marquee::catalog {
class Vocabularies;
}

namespace marquee::editor {

/// What an editor may look up. Shared by all; outlives them.
struct Lookup
{
    std::shared_ptr<const catalog::Catalog> catalog;
    std::shared_ptr<const catalog::Vocabularies> vocabularies;
};

/// How bad the worst problem beside an editor is: its border shows it.
enum class Mark : unsigned char
{
    None,
    Hint,
    Warning,
    Error
};

/// Shows one JSON value, and says what the user makes of it as JSON. Knows no document and no place: whoever owns it
/// turns `edited` into an edit. Nothing that was typed is lost: what can't be read as the field's type is handed on as
/// a JSON string, for the rules to complain about.
///
/// `show` never emits. While the user is typing in it, an editor that is shown the value that it just handed on leaves
/// text, cursor and selection alone.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The value as it stands; one that is absent (`!value`) reads "not set", which isn't an empty text.
    virtual void show(const payload::Value &value) = 0;
    /// Several values are meant, which differ: reads "several values", and what the user makes of it is for all of them.
    /// `shared`: of objects, the members that are the same in all; else nothing.
    virtual void showSeveral(const payload::Value &shared);
    /// A friendlier reading of the value ("720 h (30 days)", "UTC · Saturday"), for a note beside the editor; may be
    /// empty.
    virtual QString reading() const { return {}; }
    /// The same in fewer letters, where there isn't room for it.
    virtual QString shortReading() const { return reading(); }
    virtual void setMark(Mark mark);
    virtual void setReadOnly(bool readOnly) = 0;
    /// The widget that takes the cursor; its objectName and accessible name are the field's.
    virtual QWidget *inputWidget() = 0;
    /// What was typed and not yet handed on is handed on now, as when the cursor leaves.
    virtual void finishTyping() { }

Q_SIGNALS:
    /// The user made this value of it, as JSON text. `typing`: more may follow at once, and belongs to the same step.
    void edited(const std::string &json, bool typing);
    /// The user took the value away: the member is to be absent.
    void cleared();
    /// The cursor left: typing is over, and the field's problems may show.
    void left();
    void readingChanged();

protected:
    /// Tells when the cursor leaves the editor by this widget; widgets in it that are watched too are not a way out.
    void watch(QWidget *input);
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Undo and redo by their keys, which are the document's as long as it has all that was typed. To be taken from an input
    /// that has steps of its own.
    static bool isUndoOrRedo(const QEvent *event);
    /// The cursor is in the editor.
    bool hasCursor() const;
    static QString severalValues(); ///< what stands in place of one
};

/// The same for whatever editor the cursor is in; before something looks at the whole document.
void finishTyping();

/// What a widget's style sheet shows as its severity; not the mark of widgets in it.
void showMark(QWidget *widget, Mark mark);

/// The editor for a field of the catalogue: by its type, vocabulary and whether it is a list.
std::unique_ptr<FieldEditor> makeEditor(const catalog::Field &field, const Lookup &lookup);
/// The editor for a term's value, by its kind and vocabulary. Its value is what stands under the kind's property.
std::unique_ptr<FieldEditor> makeEditor(const catalog::TermDefinition &term, const Lookup &lookup);

} // namespace marquee::editor
