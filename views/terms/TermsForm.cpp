// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/TermsForm.h"

#include "form/Card.h"
#include "editor/JsonEditor.h"
#include "form/ProblemLines.h"
#include "form/SearchPopup.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/TermEdits.h"
#include "rules/Wording.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_set>

namespace marquee::terms {

using namespace Qt::StringLiterals;
using catalog::TermDefinition;
using catalog::TermKind;
using form::FieldPlace;
using form::FieldRow;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

/// The member that carries a term's value, where one stands.
std::string valueMember(const Value &term)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < term.size(); ++i) {
        const std::string_view name = term.at(i).name(scratch);
        if (name != "_termName")
            return std::string(name);
    }
    return {};
}

std::optional<TermKind> kindOfMember(std::string_view member)
{
    for (const TermKind kind : {TermKind::Text, TermKind::Duration, TermKind::Boolean, TermKind::Money, TermKind::Event,
                                TermKind::Number, TermKind::Uri, TermKind::Language, TermKind::Id}) {
        if (catalog::termProperty(kind) == member)
            return kind;
    }
    return std::nullopt;
}

/// What a term is taken for.
struct Taken
{
    TermDefinition definition;
    std::string member; ///< that its value stands in, or would
    bool isOdd = false; ///< stands under another kind, or holds more than its value: shown as what it is
};

Taken take(const Value &term, const catalog::Catalog &catalog)
{
    Taken taken;
    const std::string name = term.member("_termName").string();
    const std::string member = valueMember(term);
    if (const TermDefinition *known = catalog.term(name)) {
        taken.definition = *known;
    } else {
        taken.definition.name = name;
        taken.definition.label = name.empty() ? TermsForm::tr("Term without a name") : QString::fromStdString(name);
        taken.definition.kind = kindOfMember(member).value_or(TermKind::Text);
    }
    taken.member = catalog::termProperty(taken.definition.kind);
    taken.isOdd = !term.isObject() || term.size() > 2 || (!member.empty() && member != taken.member);
    return taken;
}

} // namespace

TermsForm::TermsForm(const editor::Lookup &lookup, QWidget *parent)
    : Form(lookup, parent)
{
    setObjectName(u"termsForm"_s);
}

Pointer TermsForm::list() const
{
    return base().child("Terms");
}

std::vector<TermsForm::SharedTerm> TermsForm::sharedTerms() const
{
    std::vector<SharedTerm> shared;
    std::unordered_set<std::string> seen;
    std::string scratch;
    for (const Value &window : objects()) {
        const Value terms = window.member("Terms");
        for (std::uint32_t i = 0; i < terms.size(); ++i) {
            std::string name(terms.at(i).member("_termName").string(scratch));
            if (!name.empty() && seen.insert(name).second)
                shared.push_back({std::move(name), i, terms.at(i)});
        }
    }
    return shared;
}

QString TermsForm::shape() const
{
    QString shape;
    if (isSeveral()) {
        for (const SharedTerm &term : sharedTerms())
            shape += QString::fromStdString(term.name) + u'|';
        return shape;
    }
    const Value terms = object().member("Terms");
    for (std::uint32_t i = 0; i < terms.size(); ++i) {
        const Taken taken = take(terms.at(i), *lookup().catalog);
        shape += QString::fromStdString(taken.definition.name + (taken.isOdd ? "!" : "=" + taken.member) + '|');
    }
    return shape;
}

void TermsForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    m_card = new form::Card(tr("Terms"), canvas());
    m_card->setLabelWidth(theme::scaled(104));
    layout->addWidget(m_card);

    auto *add = new QPushButton(theme::icon(u"list-add"_s), tr("Add term…"), m_card);
    add->setObjectName(u"addTerm"_s);
    add->setEnabled(document() && document()->isEditable());
    connect(add, &QPushButton::clicked, this, &TermsForm::pickTerm);
    m_card->addToHeading(add);
    m_add = add;

    m_others = new form::ProblemLines(m_card);
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    m_card->addWide(m_others);

    if (isSeveral())
        addSharedRows();
    const Value terms = object().member("Terms");
    for (std::uint32_t i = 0; !isSeveral() && i < terms.size(); ++i)
        addTermRow(i, terms.at(i));
    if (rows().empty()) {
        auto *none = new QLabel(tr("No terms yet. Add a price, a duration or a condition."), m_card);
        none->setProperty("role", u"note"_s);
        none->setWordWrap(true);
        m_card->addWide(none);
    }
}

void TermsForm::addTermRow(std::uint32_t index, const Value &term)
{
    const Taken taken = take(term, *lookup().catalog);
    const TermDefinition &definition = taken.definition;
    const Pointer item = Pointer().child("Terms").child(index);
    FieldPlace place{taken.isOdd ? item : item.child(taken.member), item, definition.label, definition.help, definition.source, true, false};
    FieldRow *row = addRow(std::move(place), taken.isOdd ? std::unique_ptr<editor::FieldEditor>(std::make_unique<editor::JsonEditor>())
                                                         : makeEditor(definition, lookup()));
    row->content()->setProperty("term", index);

    auto *more = new QAction(theme::icon(u"overflow-menu"_s), tr("More"), row->content());
    more->setObjectName(u"termMenu-%1"_s.arg(index));
    more->setToolTip(tr("Move or remove %1").arg(definition.label));
    connect(more, &QAction::triggered, this, [this, index, row] {
        const std::uint32_t count = object().member("Terms").size();
        QMenu menu(this);
        menu.setObjectName(u"termMenu"_s);
        QAction *up = menu.addAction(theme::icon(u"go-up"_s), tr("Move up"), this, [this, index] { move(index, index - 1); });
        up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
        up->setEnabled(index > 0);
        QAction *down = menu.addAction(theme::icon(u"go-down"_s), tr("Move down"), this, [this, index] { move(index, index + 1); });
        down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
        down->setEnabled(index + 1 < count);
        menu.addSeparator();
        menu.addAction(theme::icon(u"list-remove"_s), tr("Remove"), this, [this, index] { remove(index); });
        menu.exec(row->content()->mapToGlobal(QPoint(row->content()->width() - menu.sizeHint().width(), theme::scaled(32))));
    });
    row->addButton(more);
    for (QWidget *widget : row->content()->findChildren<QWidget *>())
        widget->installEventFilter(this);
    m_card->addRow(row);
}

void TermsForm::addSharedRows()
{
    for (const SharedTerm &term : sharedTerms()) {
        const Taken taken = take(term.value, *lookup().catalog);
        const Pointer item = Pointer().child("Terms").child(term.index);
        const TermDefinition &definition = taken.definition;
        FieldPlace place{item.child(taken.member), item, definition.label, definition.help, definition.source, true, false, term.name};
        FieldRow *row = addRow(std::move(place), makeEditor(definition, lookup()));
        auto *remove = new QAction(theme::crossIcon(), tr("Remove"), row->content());
        remove->setObjectName(u"removeTerm-"_s + QString::fromStdString(term.name));
        remove->setToolTip(tr("Remove %1 from these windows").arg(definition.label));
        connect(remove, &QAction::triggered, row, &FieldRow::removeValue);
        row->addButton(remove);
        m_card->addRow(row);
    }
}

void TermsForm::pickTerm()
{
    std::vector<std::string> present;
    const Value terms = object().member("Terms");
    for (std::uint32_t i = 0; i < terms.size(); ++i)
        present.push_back(terms.at(i).member("_termName").string());
    std::vector<form::SearchPopup::Entry> entries;
    std::vector<form::SearchPopup::Entry> last; // one that stands already is rarely wanted again
    for (const TermDefinition &term : lookup().catalog->terms()) {
        const QString name = QString::fromStdString(term.name);
        const bool stands = std::find(present.begin(), present.end(), term.name) != present.end();
        (stands ? last : entries).push_back({name, term.label, stands ? tr("%1 · stands already").arg(name) : name, term.help, {}});
    }
    entries.insert(entries.end(), last.begin(), last.end());
    auto *popup = new form::SearchPopup(std::move(entries), tr("Find a term by name or meaning"), this);
    popup->setFallback([](const QString &text) {
        return form::SearchPopup::Entry{text, tr("Use “%1” as it is").arg(text), {}, tr("A term that the catalogue doesn't know."), {}};
    });
    connect(popup, &form::SearchPopup::picked, this, &TermsForm::addTerm);
    popup->openBelow(m_add);
}

void TermsForm::addTerm(const QString &name)
{
    if (!document() || !object())
        return;
    const std::uint32_t index = object().member("Terms").size();
    const TermDefinition *known = lookup().catalog->term(name.toStdString());
    const rules::Context context = document()->validator().context();
    if (isSeveral()) {
        addToAll(name, known);
        return;
    }
    Edit edit;
    if (known) {
        edit = rules::insertTerm(context, object(), base(), known->name, "");
    } else {
        const std::string json = "{\"_termName\":" + payload::encodeJsonString(name) + ",\"Text\":\"\"}";
        edit = object().member("Terms") ? Edit::insertItem(list(), json)
                                        : Edit::insertMember(base(), "Terms", '[' + json + ']',
                                                             rules::placeFor(object(), *lookup().catalog->type("Transaction"), "Terms"));
    }
    if (apply(edit, tr("Add %1").arg(known ? known->label : name)))
        focusField(list().child(index));
}

void TermsForm::addToAll(const QString &name, const TermDefinition *known)
{
    // Where it stands already it stays as it is.
    const rules::Context context = document()->validator().context();
    const std::string unknown = "{\"_termName\":" + payload::encodeJsonString(name) + ",\"Text\":\"\"}";
    std::vector<Edit> edits;
    for (const Pointer &base : bases()) {
        const Value window = document()->payload().find(base);
        if (!windows::placeIn(window, {Pointer(), name.toStdString()}).isRoot())
            continue;
        edits.push_back(known ? rules::insertTerm(context, window, base, known->name, "")
                              : rules::placeValue(context, base.child("Terms").child(window.member("Terms").size()), unknown));
    }
    if (!edits.empty() && !apply(edits, tr("Add %1").arg(known ? known->label : name)))
        return;
    for (const auto &row : rows()) {
        if (row->place().term == name.toStdString())
            row->focus();
    }
}

void TermsForm::move(std::uint32_t from, std::int64_t to)
{
    if (to < 0 || to >= object().member("Terms").size())
        return;
    if (apply(Edit::move(list(), from, to), tr("Move a term")))
        focusField(list().child(static_cast<std::uint32_t>(to)));
}

void TermsForm::remove(std::uint32_t index)
{
    const std::uint32_t count = object().member("Terms").size();
    if (!apply(Edit::remove(list().child(index)), tr("Remove a term")))
        return;
    if (count > 1)
        focusField(list().child(std::min(index, count - 2)));
    else
        m_add->setFocus();
}

int TermsForm::focusedTerm() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget && widget != this; widget = widget->parentWidget()) {
        if (widget->property("term").isValid())
            return widget->property("term").toInt();
    }
    return -1;
}

bool TermsForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        const int index = focusedTerm();
        if (by != 0 && key->modifiers() == Qt::AltModifier && index >= 0) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                move(static_cast<std::uint32_t>(index), index + by);
            return true;
        }
    }
    return Form::eventFilter(watched, event);
}

std::vector<rules::Problem> TermsForm::problems(const Pointer &base) const
{
    std::vector<rules::Problem> all = Form::problems(base);
    const rules::Context context = document()->validator().context();
    const Pointer terms = base.child("Terms");
    std::erase_if(all, [&](const rules::Problem &problem) { return !problem.rule->field(problem, context).startsWith(terms); });
    return all;
}

Pointer TermsForm::shownAt(const Pointer &field, const Pointer &base) const
{
    // The same term may be another in the list of another window.
    const Pointer terms = base.child("Terms");
    if (!field.startsWith(terms) || field.tokens.size() <= terms.tokens.size())
        return Form::shownAt(field, base);
    const Value window = document()->payload().find(base);
    const std::string name = window.member("Terms").at(static_cast<std::uint32_t>(std::atoi(field.tokens[terms.tokens.size()].text.c_str()))).member("_termName").string();
    for (const auto &row : rows()) {
        if (row->place().term == name)
            return row->anchor();
    }
    return Form::shownAt(field, base);
}

void TermsForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    m_others->show(problems, document()->validator(), remarks);
}

bool TermsForm::concerns(const Pointer &field) const
{
    return field.startsWith(list());
}

} // namespace marquee::terms
