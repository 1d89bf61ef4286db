// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/WishForm.h"

#include "editor/QuietCombo.h"
#include "editor/Sizes.h"
#include "payload/Document.h"
#include "shell/theme/Theme.h"
#include "windows/Dates.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using payload::Pointer;
using theme::scaled;

namespace {

constexpr int MostMonths = 1200;
constexpr int MostDays = 36500;

SetValue field(const char *list, const char *member, std::string json)
{
    Pointer below = Pointer().child(list);
    if (member)
        below = below.child(member);
    return {{below, {}}, std::move(json)};
}

QSpinBox *number(const QString &name, const QString &title, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setRange(-most, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // Up and Down step
    box->setMinimumWidth(scaled(80));
    editor::keepFieldHeight(box);
    return box;
}

QCheckBox *choice(const QString &name, const QString &title, bool isOn, QWidget *parent)
{
    auto *box = new QCheckBox(title, parent);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setChecked(isOn);
    return box;
}

} // namespace

WishForm::WishForm(const editor::Lookup &lookup, QWidget *parent)
    : QWidget(parent)
    , m_lookup(lookup)
    , m_what(new editor::QuietCombo(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"wishForm"_s);
    m_what->setObjectName(u"wishWhat"_s);
    m_what->setAccessibleName(tr("What to change"));
    editor::keepFieldHeight(m_what);
    auto *label = new QLabel(tr("Change"), this);
    label->setProperty("role", u"label"_s);
    label->setBuddy(m_what);
    editor::keepFieldHeight(label);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    layout->addWidget(label, 0, Qt::AlignTop);
    layout->addWidget(m_what, 0, Qt::AlignTop);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_pages, 1, Qt::AlignTop);

    const catalog::ObjectType &window = *lookup.catalog->type("Transaction");
    addPage(Licence, tr("Licence type"), makeValue(Licence, window.find("LicenseType")));
    addPage(Territory, tr("Territory"), makeValue(Territory, lookup.catalog->type("Territory")->find("country")));
    addPage(Format, tr("Format"), makeValue(Format, lookup.catalog->type("FormatProfile")->find("value")));
    addPage(Start, tr("Start"), makeValue(Start, window.find("Start")));
    addPage(End, tr("End"), makeEnd(window.find("End")));
    addPage(Shift, tr("Shift dates"), makeShift());
    addPage(Term, tr("A term"), makeTerm());
    m_termAway = makeTermChoice(u"wishTermAway"_s);
    addPage(TermAway, tr("Take a term away"), line({m_termAway}));
    auto *words = new QLabel(tr("The windows are taken out of their documents."), this);
    words->setProperty("role", u"note"_s);
    editor::keepFieldHeight(words);
    addPage(Remove, tr("Remove the windows"), line({words}));
    connect(m_what, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        Q_EMIT changed();
    });
    showTerm();
}

WishForm::~WishForm()
{
    // One with the cursor hands on what was typed when it loses it, which has to be while it is whole.
    for (const Value &value : m_values) {
        if (!value.editor)
            continue;
        value.editor->disconnect(this);
        if (QWidget *cursor = QApplication::focusWidget(); cursor && value.editor->isAncestorOf(cursor))
            cursor->clearFocus();
    }
}

WishForm::What WishForm::what() const
{
    return static_cast<What>(m_what->currentData().toInt());
}

void WishForm::addPage(What what, const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    m_what->addItem(title, static_cast<int>(what));
}

QWidget *WishForm::line(std::initializer_list<QWidget *> widgets)
{
    auto *page = new QWidget(m_pages);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return page;
}

void WishForm::hear(Value &value, std::unique_ptr<editor::FieldEditor> made, const QString &name, const QString &title)
{
    value.json.clear();
    value.editor = made.release();
    value.editor->show({});
    value.editor->inputWidget()->setObjectName(name);
    value.editor->inputWidget()->setAccessibleName(title);
    connect(value.editor, &editor::FieldEditor::edited, this, [this, &value](const std::string &json) {
        value.json = json;
        if (const auto read = payload::Document::read(QByteArray::fromStdString(json)))
            value.editor->show((*read)->root());
        Q_EMIT changed();
    });
    connect(value.editor, &editor::FieldEditor::cleared, this, [this, &value] {
        value.json.clear();
        value.editor->show({});
        Q_EMIT changed();
    });
}

QWidget *WishForm::makeValue(What what, const catalog::Field *field)
{
    hear(m_values[what], editor::makeEditor(*field, m_lookup), u"wishValue"_s, field->label);
    return line({m_values[what].editor});
}

QWidget *WishForm::makeEnd(const catalog::Field *field)
{
    QWidget *page = makeValue(End, field);
    m_noEnd = choice(u"wishNoEnd"_s, tr("No end"), false, page);
    auto *layout = static_cast<QHBoxLayout *>(page->layout());
    layout->insertWidget(1, m_noEnd);
    connect(m_noEnd, &QCheckBox::toggled, this, [this](bool on) {
        m_values[End].editor->setEnabled(!on);
        Q_EMIT changed();
    });
    return page;
}

QWidget *WishForm::makeShift()
{
    m_months = number(u"wishMonths"_s, tr("Months"), MostMonths, this);
    m_days = number(u"wishDays"_s, tr("Days"), MostDays, this);
    m_shiftStart = choice(u"wishShiftStart"_s, tr("Start"), true, this);
    m_shiftEnd = choice(u"wishShiftEnd"_s, tr("End"), true, this);
    m_shiftTerms = choice(u"wishShiftTerms"_s, tr("Dates in terms"), false, this);
    auto *months = new QLabel(tr("months and"), this);
    auto *days = new QLabel(tr("days:"), this);
    for (QLabel *label : {months, days})
        label->setProperty("role", u"label"_s);
    for (QSpinBox *box : {m_months, m_days})
        connect(box, &QSpinBox::valueChanged, this, &WishForm::changed);
    for (QCheckBox *box : {m_shiftStart, m_shiftEnd, m_shiftTerms})
        connect(box, &QCheckBox::toggled, this, &WishForm::changed);
    return line({m_months, months, m_days, days, m_shiftStart, m_shiftEnd, m_shiftTerms});
}

editor::QuietCombo *WishForm::makeTermChoice(const QString &name)
{
    auto *box = new editor::QuietCombo(m_pages);
    box->setObjectName(name);
    box->setAccessibleName(tr("Term"));
    editor::keepFieldHeight(box);
    for (const catalog::TermDefinition &term : m_lookup.catalog->terms()) {
        if (term.kind != catalog::TermKind::Other)
            box->addItem(term.label, QString::fromStdString(term.name));
    }
    connect(box, &QComboBox::currentIndexChanged, this, &WishForm::changed);
    return box;
}

QWidget *WishForm::makeTerm()
{
    m_term = makeTermChoice(u"wishTerm"_s);
    QWidget *page = line({m_term});
    m_termLine = static_cast<QHBoxLayout *>(page->layout());
    connect(m_term, &QComboBox::currentIndexChanged, this, [this] {
        showTerm();
        Q_EMIT changed();
    });
    return page;
}

void WishForm::showTerm()
{
    const catalog::TermDefinition *term = m_lookup.catalog->term(m_term->currentData().toString().toStdString());
    if (!term)
        return;
    if (QWidget *before = m_values[Term].editor) {
        before->disconnect(this);
        before->hide();
        before->deleteLater();
    }
    hear(m_values[Term], editor::makeEditor(*term, m_lookup), u"wishTermValue"_s, term->label);
    m_termLine->insertWidget(1, m_values[Term].editor);
}

std::optional<std::int64_t> WishForm::momentOf(const Value &value) const
{
    const auto read = payload::Document::read(QByteArray::fromStdString(value.json));
    return read ? windows::momentOf((*read)->root()) : std::nullopt;
}

std::optional<Wish> WishForm::wish() const
{
    const Value &value = m_values[what()];
    const bool isSaid = !value.json.empty();
    switch (what()) {
    case Licence:
        return isSaid ? std::optional<Wish>(field("LicenseType", nullptr, value.json)) : std::nullopt;
    case Territory:
        return isSaid ? std::optional<Wish>(field("Territory", nullptr, "[{\"country\":" + value.json + "}]"))
                      : std::nullopt;
    case Format:
        return isSaid ? std::optional<Wish>(field("FormatProfile", "value", value.json)) : std::nullopt;
    case Start: {
        const auto moment = momentOf(value);
        return moment ? std::optional<Wish>(SetStart{*moment}) : std::nullopt;
    }
    case End: {
        const auto moment = momentOf(value);
        if (m_noEnd->isChecked())
            return SetEnd{};
        return moment ? std::optional<Wish>(SetEnd{moment}) : std::nullopt;
    }
    case Shift: {
        const windows::Shift shift{m_days->value(), m_months->value(), m_shiftStart->isChecked(),
            m_shiftEnd->isChecked(), m_shiftTerms->isChecked()};
        const bool isAny = (shift.days != 0 || shift.months != 0) && (shift.start || shift.end || shift.terms);
        return isAny ? std::optional<Wish>(shift) : std::nullopt;
    }
    case Term: {
        const std::string name = m_term->currentData().toString().toStdString();
        const catalog::TermDefinition *term = m_lookup.catalog->term(name);
        if (!isSaid || !term)
            return std::nullopt;
        return SetValue{{Pointer().child(catalog::termProperty(term->kind)), name}, value.json};
    }
    case TermAway:
        return RemoveTerm{m_termAway->currentData().toString().toStdString()};
    case Remove:
        return RemoveWindows{};
    }
    return std::nullopt;
}

QString WishForm::missing() const
{
    if (what() == Shift)
        return m_days->value() == 0 && m_months->value() == 0
            ? tr("Say by how many months or days. Earlier is a negative number.")
            : tr("Choose Start, End or both.");
    if (what() == Start || what() == End)
        return tr("Write a date, such as 2027-01-31.");
    return tr("Say what the windows are to have.");
}

void WishForm::focusFirst()
{
    m_what->setFocus();
}

} // namespace marquee::inventory
