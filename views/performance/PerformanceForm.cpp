// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PerformanceForm.h"

#include "editor/JsonEditor.h"
#include "editor/JsonParts.h"
#include "editor/TextEditor.h"
#include "form/Card.h"
#include "form/CardColumns.h"
#include "form/OtherMembers.h"
#include "form/ProblemLines.h"
#include "performance/AnswerEditor.h"
#include "performance/ClockEditor.h"
#include "performance/CompletenessBar.h"
#include "performance/DayEditor.h"
#include "performance/EntriesEditor.h"
#include "performance/PresenceButton.h"
#include "performance/ScaledEditor.h"
#include "performance/TextWriter.h"
#include "performance/WholeEditor.h"
#include "performances/Cancelling.h"
#include "performances/Capacities.h"
#include "performances/Completeness.h"
#include "performances/ListEdits.h"
#include "performances/ScaledNumber.h"
#include "rules/FieldEdits.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using form::Card;
using form::FieldRow;
using payload::Edit;
using payload::Pointer;
using payload::Value;
using performances::Field;
using performances::FieldKind;
using theme::scaled;

namespace {

enum class Group : std::uint8_t
{
    What,
    Formats,
    Sale,
    Seats,
    Distributor
};

Group groupOf(const Field &field)
{
    constexpr std::array sale{"IsCancelled", "RunWeek", "IsPreview", "FreeListSuspended", "OnSale"};
    if (field.kind == FieldKind::Capacities)
        return Group::Seats;
    if (field.kind == FieldKind::List)
        return Group::Formats;
    if (field.kind == FieldKind::Scaled || field.name == "DistributorId")
        return Group::Distributor;
    return std::find(sale.begin(), sale.end(), field.name) != sale.end() ? Group::Sale : Group::What;
}

std::uint32_t seatRows(const Value &performance)
{
    return performance.member("SeatCapacities").member("SeatCapacity").size();
}

} // namespace

PerformanceForm::PerformanceForm(const editor::Lookup &lookup, PerformanceSources sources, QWidget *parent)
    : Form(lookup, parent)
    , m_sources(std::move(sources))
    , m_catalog(lookup.catalog)
    , m_fields(performances::fieldsOf(*m_catalog))
{
    setObjectName(u"performanceForm"_s);
}

QString PerformanceForm::shape() const
{
    QString shape = QString::number(seatRows(object()));
    if (const catalog::ObjectType *type = m_catalog->type("Performance")) {
        for (const form::OtherMember &other : form::otherMembers(object(), *type, {}))
            shape += u'|' + QString::fromStdString(other.below.toString());
    }
    return shape;
}

QString PerformanceForm::heading() const
{
    const QString id = QString::fromStdString(performances::textOf(object().member("@id")));
    return id.isEmpty() ? tr("Performance %1").arg(performances::rowOf(base()) + 1) : tr("Performance %1").arg(id);
}

Card *PerformanceForm::addCard(const QString &heading, int column)
{
    auto *card = new Card(heading, canvas());
    card->setLabelWidth(scaled(112));
    m_columns->add(card, column);
    return card;
}

void PerformanceForm::build()
{
    m_presences.clear();
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    m_heading = new QLabel(canvas());
    m_heading->setObjectName(u"performanceHeading"_s);
    m_heading->setFont(theme::headingFont());
    m_heading->setTextFormat(Qt::PlainText);
    layout->addWidget(m_heading);
    m_completeness = new CompletenessBar(canvas());
    connect(m_completeness, &CompletenessBar::fieldWanted, this,
        [this](const std::string &name) { focusField(base().child(name)); });
    layout->addWidget(m_completeness);
    m_others = new form::ProblemLines(canvas());
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    layout->addWidget(m_others);
    m_columns = new form::CardColumns(canvas());
    layout->addWidget(m_columns);
    layout->addStretch();

    Card *what = addCard(tr("What, where and when"), 0);
    Card *formats = addCard(tr("Formats and tags"), 1);
    Card *sale = addCard(tr("Sale"), 1);
    Card *seats = addCard(tr("Seats"), 0);
    Card *distributor = addCard(tr("Distributor"), 0);
    for (const Field &field : m_fields) {
        switch (groupOf(field)) {
        case Group::What:
            addField(what, field);
            break;
        case Group::Formats:
            addField(formats, field);
            break;
        case Group::Sale:
            addField(sale, field);
            break;
        case Group::Seats:
            addSeats(seats, field);
            break;
        case Group::Distributor:
            addField(distributor, field);
            break;
        }
    }
    addOthers();
    m_columns->balance();
}

std::unique_ptr<editor::FieldEditor> PerformanceForm::editorFor(const Field &field)
{
    const QString absent = tr("not sent");
    const auto said = [&absent](auto made) -> std::unique_ptr<editor::FieldEditor> {
        made->setAbsentWords(absent);
        return made;
    };
    switch (field.kind) {
    case FieldKind::Date:
        return said(std::make_unique<DayEditor>());
    case FieldKind::Time:
        return said(std::make_unique<ClockEditor>());
    case FieldKind::Integer:
        return said(std::make_unique<WholeEditor>());
    case FieldKind::Scaled:
        return said(std::make_unique<ScaledEditor>(field.name == "DistributorPercentage" ? u"%"_s : QString()));
    case FieldKind::List:
        return said(std::make_unique<EntriesEditor>(field.item, choicesFor(field.name, field.vocabulary)));
    case FieldKind::YesNo:
        return std::make_unique<AnswerEditor>();
    default:
        if (!field.vocabulary && !performances::inUseOf(field.name)) // each is another
            return said(std::make_unique<editor::TextEditor>());
        return said(std::make_unique<SuggestEditor>(choicesFor(field.name, field.vocabulary)));
    }
}

/// What is in use, the most used first, then what the catalogue knows.
Choices PerformanceForm::choicesFor(const std::string &name, const catalog::Vocabulary *vocabulary) const
{
    const auto of = performances::inUseOf(name);
    return [this, of, vocabulary] {
        QList<editor::Choice> choices;
        if (!m_sources.suggestions && document() && document()->isPayload()
            && m_ownState != document()->payload().state()) {
            m_ownState = document()->payload().state();
            m_own = {};
            m_own.collect(document()->payload());
        }
        const performances::Suggestions &suggestions = m_sources.suggestions ? m_sources.suggestions() : m_own;
        std::set<QString> there;
        for (const QString &value : of ? suggestions.values(*of) : QStringList()) {
            const catalog::Term *term = vocabulary ? vocabulary->find(value.toStdString()) : nullptr;
            choices.append({value, term ? term->label : QString(), term ? term->help : QString(), {}});
            there.insert(value);
        }
        for (const catalog::Term &term : vocabulary ? vocabulary->terms : std::vector<catalog::Term>()) {
            QStringList aliases;
            for (const std::string &alias : term.aliases)
                aliases << QString::fromStdString(alias);
            if (const QString value = QString::fromStdString(term.value); !there.contains(value))
                choices.append({value, term.label, term.help, aliases});
        }
        return choices;
    };
}

void PerformanceForm::addField(Card *card, const Field &field)
{
    const Pointer place = Pointer().child(field.name);
    FieldRow *row
        = addRow({place, place, field.label, field.help, field.source, field.isRequired, false}, editorFor(field));
    row->setWriter(writerFor(field, row));
    if (!field.isRequired) {
        PresenceButton *presence = presenceFor(field, row->content());
        row->addWidget(presence);
    }
    card->addRow(row);
}

FieldRow::Writer PerformanceForm::writerFor(const Field &field, FieldRow *row)
{
    switch (field.kind) {
    case FieldKind::List:
        return [this, &field](const std::string &json) {
            const editor::OwnValue own(json);
            std::vector<std::string> wanted;
            const Value list = own.value().member(field.item);
            for (std::uint32_t i = 0; i < list.size(); ++i)
                wanted.push_back(performances::textOf(list.at(i)));
            return performances::listEdits(document()->validator().context(), base(), field, wanted);
        };
    case FieldKind::Scaled:
        return [this, row](const std::string &json) -> std::vector<Edit> {
            const editor::OwnValue own(json);
            const rules::Context context = document()->validator().context();
            if (const auto number = performances::scaledOf(own.value()))
                return performances::scaledEdits(context, row->pointer(), *number);
            return {textEdit(context, row->pointer(), json)};
        };
    case FieldKind::YesNo:
        return [this, row](const std::string &json) {
            return asked({textEdit(document()->validator().context(), row->pointer(), json)}, row);
        };
    default:
        return textWriter(*this, *row);
    }
}

/// Edits that cancel a performance need a yes; without one, the editor shows again what stands.
std::vector<Edit> PerformanceForm::asked(std::vector<Edit> edits, FieldRow *row)
{
    const QStringList names = performances::cancelledBy(document()->payload(), edits);
    if (names.isEmpty() || !m_sources.confirm)
        return edits;
    if (m_sources.confirm(window(), tr("Call performance %1 off?").arg(names.first()),
            tr("When the message is processed, every ticket order of this performance becomes invalid."),
            tr("Call off")))
        return edits;
    const QPointer<FieldRow> guard(row);
    QTimer::singleShot(0, this, [this, guard] {
        if (guard && document() && document()->isPayload())
            guard->editor()->show(document()->payload().find(guard->pointer()));
    });
    return {};
}

PresenceButton *PerformanceForm::presenceFor(const Field &field, QWidget *parent)
{
    auto *presence = new PresenceButton(field.label, parent);
    presence->setObjectName(u"presence-"_s + QString::fromStdString(field.name));
    connect(presence, &PresenceButton::emptyWanted, this, [this, &field] { sendEmpty(field); });
    connect(presence, &PresenceButton::absentWanted, this, [this, &field] { takeAway(field); });
    connect(presence, &PresenceButton::setWanted, this, [this, &field] {
        if (field.kind == FieldKind::Capacities && seatRows(object()) == 0)
            addSeat(field);
        else
            focusField(placeOf(field));
    });
    m_presences[field.name] = presence;
    return presence;
}

void PerformanceForm::sendEmpty(const Field &field)
{
    if (performances::presenceOf(object().member(field.name)) == performances::Presence::Empty)
        return;
    apply(rules::placeValue(document()->validator().context(), placeOf(field), "\"\""),
        tr("Send %1 empty").arg(field.label));
}

void PerformanceForm::takeAway(const Field &field)
{
    if (const auto edit = rules::removeField(document()->validator().context(), placeOf(field)))
        apply(*edit, tr("Don't send %1").arg(field.label));
}

void PerformanceForm::addSeats(Card *card, const Field &field)
{
    card->setHeading(field.label);
    auto *add = new QPushButton(theme::icon(u"list-add"_s), tr("Add"), card);
    add->setObjectName(u"addSeats"_s);
    add->setAccessibleName(tr("Add a kind of seats"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this, &field] { addSeat(field); });
    card->addToHeading(add);
    card->addToHeading(presenceFor(field, card));
    const std::uint32_t count = seatRows(object());
    if (count > 0) {
        auto *table = new QWidget(card);
        auto *grid = new QGridLayout(table);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(scaled(8));
        grid->setVerticalSpacing(scaled(4));
        grid->setColumnStretch(0, 1);
        for (std::uint32_t i = 0; i < count; ++i)
            addSeatRow(table, static_cast<int>(i), field);
        card->addWide(table);
    }
    m_seats = new QLabel(card);
    m_seats->setObjectName(u"seatsInAll"_s);
    m_seats->setProperty("role", u"note"_s);
    m_seats->setWordWrap(true);
    card->addWide(m_seats);
}

/// A line of the small table: what kind, how many, and the cross.
void PerformanceForm::addSeatRow(QWidget *table, int line, const Field &field)
{
    auto *grid = static_cast<QGridLayout *>(table->layout());
    const auto index = static_cast<std::uint32_t>(line);
    const Pointer item = performances::capacitiesPlace({}).child(index);
    const catalog::ObjectType *type = m_catalog->type("SeatCapacity");
    const auto labelled = [&](const char *name) -> form::FieldPlace {
        const catalog::Field *of = type ? type->find(name) : nullptr;
        const bool isFirst = std::string_view(name) == "SeatType"; // it speaks for the item as well
        return {item.child(name), isFirst ? item : item.child(name), of ? of->label : QString(),
            of ? of->help : QString(), of ? of->source : QString(), true, false};
    };
    FieldRow *kind
        = addRow(labelled("SeatType"), std::make_unique<SuggestEditor>(choicesFor("SeatType", field.vocabulary)));
    FieldRow *seats = addRow(labelled("Capacity"), std::make_unique<WholeEditor>());
    int column = 0;
    for (FieldRow *row : {kind, seats}) {
        row->setWriter(textWriter(*this, *row));
        if (line == 0) {
            row->label()->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
            grid->addWidget(row->label(), 0, column);
        } else {
            row->label()->hide();
        }
        grid->addWidget(row->content(), line + 1, column++, Qt::AlignTop);
    }
    auto *remove = new QToolButton(table);
    remove->setIcon(theme::crossIcon());
    remove->setProperty("role", u"quiet"_s);
    remove->setObjectName(u"removeSeats-%1"_s.arg(line));
    remove->setAccessibleName(tr("Remove this kind of seats"));
    remove->setToolTip(remove->accessibleName());
    remove->setFixedHeight(scaled(32));
    connect(remove, &QToolButton::clicked, this, [this, &field, index] {
        if (seatRows(object()) <= 1)
            takeAway(field);
        else
            apply(Edit::remove(performances::capacitiesPlace(base()).child(index)), tr("Remove a kind of seats"));
    });
    grid->addWidget(remove, line + 1, column, Qt::AlignTop);
}

void PerformanceForm::addSeat(const Field &)
{
    const std::uint32_t next = seatRows(object());
    if (apply(performances::addCapacity(document()->validator().context(), base(), {}), tr("Add a kind of seats")))
        focusField(performances::capacitiesPlace(base()).child(next).child("SeatType"));
}

void PerformanceForm::addOthers()
{
    const catalog::ObjectType *type = m_catalog->type("Performance");
    const auto others = type ? form::otherMembers(object(), *type, {}) : std::vector<form::OtherMember>();
    if (others.empty())
        return;
    Card *card = addCard(tr("Other members"), -1);
    for (const form::OtherMember &other : others) {
        form::FieldPlace place{other.below, other.below, other.label, other.help, other.source, false, false};
        card->addRow(addRow(std::move(place), std::make_unique<editor::JsonEditor>()));
    }
}

void PerformanceForm::refreshed()
{
    m_heading->setText(heading());
    const Value performance = object();
    m_completeness->show(performances::completenessOf(performance, m_fields));
    for (const Field &field : m_fields) {
        if (const auto presence = m_presences.find(field.name); presence != m_presences.end())
            presence->second->setPresence(performances::presenceOf(performance.member(field.name)));
    }
    const auto seats = performances::seatsOf(performances::capacitiesOf(performance));
    const performances::Presence sent = performances::presenceOf(performance.member("SeatCapacities"));
    m_seats->setText(sent == performances::Presence::Absent
            ? tr("No seats are sent: what the partner knows of them stays.")
            : sent == performances::Presence::Empty ? tr("Sent empty. What the partner makes of that isn't documented.")
            : seats                                 ? tr("%n seat(s) in all", nullptr, static_cast<int>(*seats))
                                                    : QString());
    m_seats->setVisible(!m_seats->text().isEmpty());
}

void PerformanceForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    m_others->show(problems, document()->validator(), remarks);
}

} // namespace marquee::performance
