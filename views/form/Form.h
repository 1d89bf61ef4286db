// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/FieldRow.h"

#include "workspace/OpenDocument.h"

#include <QWidget>

#include <span>
#include <vector>

namespace marquee::form {

/// Rows that show one object of a document, kept in step with it: values, problems, the cursor. Subclasses say which
/// rows there are; where those depend on what stands in the document, they say so by `shape` and are asked again when
/// it changes.
class Form : public QWidget
{
    Q_OBJECT

public:
    Form(editor::Lookup lookup, QWidget *parent);
    ~Form() override;

    /// Shows the object at `base`; null shows nothing. An object that isn't there is shown with nothing set.
    void bind(workspace::OpenDocument *document, const payload::Pointer &base);
    /// Shows several objects: what they have in common, and "several values" where they differ. An edit goes to all of them, as
    /// one step. Not empty.
    void bindAll(workspace::OpenDocument *document, std::vector<payload::Pointer> bases);
    workspace::OpenDocument *document() const { return m_document; }
    const payload::Pointer &base() const { return m_bases.front(); } ///< of several: the first
    const std::vector<payload::Pointer> &bases() const { return m_bases; }
    bool isSeveral() const { return m_bases.size() > 1; }

    /// Puts the cursor into the field that a place belongs to, or only marks it. False where this form has none for it.
    bool focusField(const payload::Pointer &field);
    bool markField(const payload::Pointer &field);
    bool owns(const payload::Pointer &field) const;

Q_SIGNALS:
    void fieldFocused(const marquee::payload::Pointer &pointer);
    /// A field is to be in sight: it was marked.
    void fieldMarked(QWidget *field);
    void explainWanted(const QString &ruleId);
    void refused(const QString &why);

protected:
    /// Names what the rows depend on. While it stays the same, rows are only refreshed.
    virtual QString shape() const = 0;
    /// Makes the widgets and rows anew; the old ones are gone.
    virtual void build() = 0;
    /// After rows were refreshed.
    virtual void refreshed() { }
    /// What is to be shown beside rows of the object at one of the bases: by default everything at it and below.
    virtual std::vector<rules::Problem> problems(const payload::Pointer &base) const;
    /// Where a field of another of the several objects is shown: at the same place of the first.
    virtual payload::Pointer shownAt(const payload::Pointer &field, const payload::Pointer &base) const;
    /// Whether what the partner says of a place is to be shown here: by default at the base and below.
    virtual bool concerns(const payload::Pointer &field) const { return field.startsWith(base()); }
    /// Problems of this object that no row owns, and what the partner says of such places.
    virtual void showOthers(const std::vector<rules::Problem> &, const QStringList &) { }

    payload::Value object() const; ///< what stands at base
    std::vector<payload::Value> objects() const; ///< what stands at the bases
    const editor::Lookup &lookup() const { return m_lookup; }
    /// A row of the form, not yet in a layout.
    const std::vector<std::unique_ptr<FieldRow>> &rows() const { return m_rows; }
    FieldRow *addRow(FieldPlace place, std::unique_ptr<editor::FieldEditor> editor);
    /// The same for a field of the catalogue at a place below the base.
    FieldRow *addRow(const catalog::Field &field, const payload::Pointer &below, const payload::Pointer &anchor,
        const QString &label = {});
    /// Does edits as one step, and tells where they can't be done.
    bool apply(std::span<const payload::Edit> edits, const QString &caption);
    bool apply(const payload::Edit &edit, const QString &caption);
    bool apply(const rules::Fix &fix);
    QWidget *canvas() const { return m_canvas; } ///< what build() fills; made anew for it

private:
    int rowFor(const payload::Pointer &field) const; ///< the innermost that owns it, -1 for none
    FieldRow *rowAbout(const payload::Pointer &field) const; ///< the same, or one that stands below the place
    void refresh();
    void refreshProblems();
    void rebuild();

    editor::Lookup m_lookup;
    QPointer<workspace::OpenDocument> m_document;
    std::vector<payload::Pointer> m_bases{payload::Pointer()};
    std::vector<std::unique_ptr<FieldRow>> m_rows;
    QWidget *m_canvas = nullptr;
    QString m_shape;
    bool m_built = false;
    bool m_rebound = false; ///< the rows were bound to something else
};

} // namespace marquee::form
