// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/Form.h"

#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace marquee::form {

using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

/// Of so many of several objects, problems stand beside the fields; the others count in their rows of the table.
constexpr std::size_t MostAsked = 100;

/// The line that the cursor is in, alone or as a combo box's.
QLineEdit *lineWithCursor()
{
    QWidget *focus = QApplication::focusWidget();
    if (auto *combo = qobject_cast<QComboBox *>(focus))
        return combo->lineEdit();
    return qobject_cast<QLineEdit *>(focus);
}

} // namespace

Form::Form(editor::Lookup lookup, QWidget *parent)
    : QWidget(parent)
    , m_lookup(std::move(lookup))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

Form::~Form()
{
    if (m_document)
        m_document->disconnect(this);
    m_rows.clear(); // before the widgets that they point at
}

void Form::bind(workspace::OpenDocument *document, const Pointer &base)
{
    bindAll(document, {base});
}

void Form::bindAll(workspace::OpenDocument *document, std::vector<Pointer> bases)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_bases = std::move(bases);
    m_rebound = true;
    if (!document) {
        for (const auto &row : m_rows)
            row->bind(nullptr, m_bases);
    } else {
        connect(document, &workspace::OpenDocument::changed, this, &Form::refresh);
        connect(document, &workspace::OpenDocument::problemsChanged, this, &Form::refreshProblems);
    }
    refresh();
}

payload::Value Form::object() const
{
    return m_document && m_document->isPayload() ? m_document->payload().find(base()) : payload::Value();
}

std::vector<payload::Value> Form::objects() const
{
    std::vector<payload::Value> objects;
    objects.reserve(m_bases.size());
    for (const Pointer &base : m_bases)
        objects.push_back(m_document && m_document->isPayload() ? m_document->payload().find(base) : payload::Value());
    return objects;
}

FieldRow *Form::addRow(FieldPlace place, std::unique_ptr<editor::FieldEditor> editor)
{
    m_rows.push_back(std::make_unique<FieldRow>(std::move(place), std::move(editor), m_canvas));
    FieldRow *row = m_rows.back().get();
    row->setParent(nullptr); // the list owns it
    connect(row, &FieldRow::focused, this, &Form::fieldFocused);
    connect(row, &FieldRow::refused, this, &Form::refused);
    connect(row, &FieldRow::explainWanted, this, &Form::explainWanted);
    connect(row, &FieldRow::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    return row;
}

FieldRow *Form::addRow(const catalog::Field &field, const Pointer &below, const Pointer &anchor, const QString &label)
{
    FieldPlace place{below, anchor, label.isEmpty() ? field.label : label, field.help, field.source,
        field.required == catalog::Requirement::Always, below != anchor};
    return addRow(std::move(place), editor::makeEditor(field, m_lookup));
}

bool Form::apply(std::span<const payload::Edit> edits, const QString &caption)
{
    if (!m_document)
        return false;
    const auto done = m_document->apply(edits, {caption, {}});
    if (!done)
        Q_EMIT refused(done.error().message);
    return done.has_value();
}

bool Form::apply(const payload::Edit &edit, const QString &caption)
{
    return apply(std::span(&edit, 1), caption);
}

bool Form::apply(const rules::Fix &fix)
{
    if (!m_document)
        return false;
    const auto done = m_document->apply(fix);
    if (!done)
        Q_EMIT refused(done.error().message);
    return done.has_value();
}

void Form::refresh()
{
    if (!m_document || !m_document->isPayload())
        return;
    const bool rebound = std::exchange(m_rebound, false);
    const QString shape = (isSeveral() ? u"*"_s : QString()) + this->shape();
    if (!m_built || shape != m_shape) {
        m_shape = shape;
        rebuild();
    }
    const std::vector<payload::Value> shown = objects();
    for (const auto &row : m_rows) {
        if (rebound)
            row->bind(m_document, m_bases);
        row->refresh(shown);
    }
    refreshed();
    refreshProblems();
}

void Form::rebuild()
{
    // The cursor stays in the field where it is, though the widget is another.
    Pointer focus;
    const QLineEdit *line = lineWithCursor();
    const int caret = line ? line->cursorPosition() : 0;
    for (const auto &row : m_rows) {
        if (row->content() && row->content()->isAncestorOf(QApplication::focusWidget()))
            focus = row->pointer();
    }
    // What is in the middle of telling us of its edit has to outlive the telling.
    for (auto &row : m_rows) {
        row->retire(); // hiding an editor that has the cursor makes it speak, in the middle of a change
        row->disconnect(this);
        row.release()->deleteLater();
    }
    m_rows.clear();
    if (m_canvas) {
        m_canvas->hide();
        m_canvas->deleteLater();
    }
    m_canvas = new QWidget(this);
    layout()->addWidget(m_canvas);
    m_built = true;
    build();
    const std::vector<payload::Value> shown = objects();
    for (const auto &row : m_rows) {
        row->bind(m_document, m_bases);
        row->refresh(shown);
    }
    m_canvas->show(); // now, or the cursor has nothing to go to
    if (focus.isRoot())
        return;
    focusField(focus);
    if (QLineEdit *same = line ? lineWithCursor() : nullptr)
        same->setCursorPosition(caret);
}

void Form::refreshProblems()
{
    if (!m_document || !m_document->isPayload() || !m_built)
        return;
    const rules::Validator &validator = m_document->validator();
    const rules::Context context = validator.context();
    std::vector<std::vector<rules::Problem>> byRow(m_rows.size());
    std::vector<rules::Problem> others;
    const std::size_t asked = std::min(m_bases.size(), MostAsked);
    for (std::size_t i = 0; i < asked; ++i) {
        for (rules::Problem &problem : problems(m_bases[i])) {
            const Pointer field = problem.rule->field(problem, context);
            if (!m_document->showsProblemsAt(field))
                continue;
            const int row = rowFor(i == 0 ? field : shownAt(field, m_bases[i]));
            std::vector<rules::Problem> &shown = row >= 0 ? byRow[static_cast<std::size_t>(row)] : others;
            // Of several objects, what is wrong is said once.
            const bool isSaid = isSeveral() && std::any_of(shown.begin(), shown.end(), [&](const rules::Problem &said) { return said.rule == problem.rule; });
            if (!isSaid)
                shown.push_back(std::move(problem));
        }
    }
    std::vector<QStringList> remarksByRow(m_rows.size());
    QStringList otherRemarks;
    for (const workspace::Remark &remark : m_document->remarks()) {
        if (!concerns(remark.field))
            continue;
        const int row = rowFor(remark.field);
        (row >= 0 ? remarksByRow[static_cast<std::size_t>(row)] : otherRemarks) << remark.message;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->showProblems(byRow[i], remarksByRow[i]);
    showOthers(others, otherRemarks);
}

std::vector<rules::Problem> Form::problems(const Pointer &base) const
{
    const auto path = m_document->payload().pathOf(base);
    return path ? m_document->validator().problemsUnder(*path) : std::vector<rules::Problem>();
}

Pointer Form::shownAt(const Pointer &field, const Pointer &base) const
{
    Pointer shown = this->base();
    shown.tokens.insert(shown.tokens.end(), field.tokens.begin() + static_cast<std::ptrdiff_t>(std::min(base.tokens.size(), field.tokens.size())), field.tokens.end());
    return shown;
}

int Form::rowFor(const Pointer &field) const
{
    int best = -1;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const std::size_t own = m_rows[i]->place().anchor.tokens.size();
        if (m_rows[i]->owns(field) && (best < 0 || own > depth)) {
            best = static_cast<int>(i);
            depth = own;
        }
    }
    return best;
}

bool Form::owns(const Pointer &field) const
{
    return rowFor(field) >= 0;
}

FieldRow *Form::rowAbout(const Pointer &field) const
{
    if (const int row = rowFor(field); row >= 0)
        return m_rows[static_cast<std::size_t>(row)].get();
    // A place above a row, such as an object that has only one field here.
    for (const auto &row : m_rows) {
        if (row->pointer().startsWith(field))
            return row.get();
    }
    return nullptr;
}

bool Form::focusField(const Pointer &field)
{
    FieldRow *row = rowAbout(field);
    if (row)
        row->focus();
    return row != nullptr;
}

bool Form::markField(const Pointer &field)
{
    FieldRow *row = rowFor(field) >= 0 ? rowAbout(field) : nullptr;
    for (const auto &other : m_rows)
        other->mark(other.get() == row);
    if (row)
        Q_EMIT fieldMarked(row->content());
    return row != nullptr;
}

} // namespace marquee::form
