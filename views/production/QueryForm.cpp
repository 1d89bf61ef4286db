// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/QueryForm.h"

#include "editor/FlowLayout.h"
#include "editor/JsonParts.h"
#include "editor/NumberEditor.h"
#include "editor/TextEditor.h"
#include "form/Card.h"
#include "form/ProblemLines.h"
#include "payload/JsonText.h"
#include "production/BoundEditor.h"
#include "production/IdsField.h"
#include "production/Pieces.h"
#include "rules/FieldEdits.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using form::FieldRow;
using payload::Edit;
using payload::Pointer;
using payload::Value;
using theme::scaled;

namespace {

constexpr const char *isoBounds[] = {"isoStartDate", "isoEndDate"};
constexpr const char *localBounds[] = {"localStartDate", "localEndDate"};

/// Text that is absent where it is empty.
class OptionalText : public editor::TextEditor
{
protected:
    bool emptyIsValue() const override { return false; }
};

std::string jsonOf(const QStringList &ids)
{
    std::string json = "[";
    for (const QString &id : ids) {
        if (json.size() > 1)
            json += ", ";
        json += payload::encodeJsonString(id);
    }
    return json.append("]");
}

} // namespace

QStringList idsOf(const Value &query)
{
    QStringList ids;
    const Value list = query.member("ids");
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
        ids << editor::lineText(list.at(i));
    return ids;
}

QueryForm::QueryForm(Way way, const editor::Lookup &lookup, QWidget *parent)
    : Form(lookup, parent)
    , m_way(way)
{
}

QByteArray QueryForm::emptyQuery(Way way)
{
    switch (way) {
    case Way::Venue:
        return "{\n  \"venueId\": \"\"\n}\n";
    case Way::Name:
        return "{\n  \"name\": \"\"\n}\n";
    case Way::Vendor:
        return "{\n  \"vendorId\": \"\"\n}\n";
    default:
        return "{\n  \"ids\": []\n}\n";
    }
}

bool QueryForm::stands(const char *member) const
{
    return object().indexOf(member) >= 0;
}

bool QueryForm::isLocal() const
{
    const bool local = stands(localBounds[0]) || stands(localBounds[1]);
    const bool iso = stands(isoBounds[0]) || stands(isoBounds[1]);
    return local == iso ? m_isLocal : local;
}

QString QueryForm::shape() const
{
    if (m_way != Way::Venue)
        return u"one"_s;
    // Where both kinds stand, both are shown: one of them has to go.
    QString shape = isLocal() ? u"local"_s : u"iso"_s;
    for (const char *name : {isoBounds[0], isoBounds[1], localBounds[0], localBounds[1]}) {
        const bool isOther = (name == isoBounds[0] || name == isoBounds[1]) == isLocal();
        if (isOther && stands(name))
            shape += u'+';
    }
    return shape;
}

void QueryForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *card = new form::Card({}, canvas());
    card->setHeading({});
    card->setLabelWidth(scaled(80));
    switch (m_way) {
    case Way::Ids:
        buildIds(card);
        break;
    case Way::Venue:
        buildVenue(card);
        break;
    default:
        buildPlain(card);
    }
    m_others = new form::ProblemLines(card);
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    connect(m_others, &form::ProblemLines::explainWanted, this, &QueryForm::explainWanted);
    card->addWide(m_others);
    layout->addWidget(card);
}

void QueryForm::buildIds(form::Card *card)
{
    m_ids = new IdsField(card);
    m_idsProblems = new form::ProblemLines(card);
    card->addWide(m_ids);
    card->addWide(m_idsProblems);
    connect(m_ids, &IdsField::edited, this, &QueryForm::takeIds);
    connect(m_ids, &IdsField::left, this, [this] {
        if (!document())
            return;
        document()->endMerging();
        document()->touch(base().child("ids"));
    });
    connect(m_ids, &IdsField::fileWanted, this, &QueryForm::idsFileWanted);
    connect(m_ids, &IdsField::fileDropped, this, &QueryForm::idsFileDropped);
    connect(m_idsProblems, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    connect(m_idsProblems, &form::ProblemLines::explainWanted, this, &QueryForm::explainWanted);
    addMarketplace(card);
    addNumber(card,
        {"page", tr("Page"), tr("Which page of the answer. Left empty, it is the first, whichever number that has."),
            tr("first")});
    addNumber(card,
        {"pageSize", tr("Page size"), tr("How many productions a page of the answer has, 1 to 100. Left empty: 25."),
            u"25"_s});
}

void QueryForm::buildVenue(form::Card *card)
{
    addText(card, {"venueId", tr("Venue ID"), tr("Atom Tickets' ID of the venue, such as C00110921804."), {}}, true);
    card->addWide(makeSwitch());
    const bool local = isLocal();
    addBounds(card, local);
    if (local ? stands(isoBounds[0]) || stands(isoBounds[1]) : stands(localBounds[0]) || stands(localBounds[1]))
        addBounds(card, !local);
    addMarketplace(card);
}

void QueryForm::buildPlain(form::Card *card)
{
    if (m_way == Way::Name) {
        addText(card, {"name", tr("Name"), tr("The production's name, or a part of it."), {}}, true);
        return;
    }
    addText(card, {"vendorId", tr("Vendor's ID"), tr("What the ticketing vendor calls the production."), {}}, true);
    addText(card,
        {"circuitId", tr("Circuit ID"), tr("The circuit that the vendor's ID belongs to, where it needs one."),
            tr("any circuit")},
        false);
}

void QueryForm::addText(form::Card *card, const Line &line, bool required)
{
    std::unique_ptr<editor::TextEditor> text;
    if (required)
        text = std::make_unique<editor::TextEditor>();
    else
        text = std::make_unique<OptionalText>();
    if (!line.absent.isEmpty())
        text->setAbsentWords(line.absent);
    const Pointer place = Pointer().child(line.name);
    card->addRow(addRow({place, place, line.label, line.help, {}, required, false}, std::move(text)));
}

void QueryForm::addNumber(form::Card *card, const Line &line)
{
    auto number = std::make_unique<editor::NumberEditor>();
    number->setAbsentWords(line.absent);
    const Pointer place = Pointer().child(line.name);
    card->addRow(addRow({place, place, line.label, line.help, {}, false, false}, std::move(number)));
}

void QueryForm::addMarketplace(form::Card *card)
{
    addText(
        card, {"marketplaceId", tr("Marketplace"), tr("Left empty, it is the United States' (US)."), u"US"_s}, false);
}

void QueryForm::addBounds(form::Card *card, bool local)
{
    const auto &names = local ? localBounds : isoBounds;
    const QString help = local
        ? tr("On the venue's own clock, without a time zone: 2026-03-14T09:00:00. The day itself counts.")
        : tr("With a time zone: 2026-03-14T09:00:00Z. The day itself counts.");
    for (int i = 0; i < 2; ++i) {
        const Pointer place = Pointer().child(names[i]);
        card->addRow(addRow({place, place, i == 0 ? tr("Start") : tr("End"), help, {}, false, false},
            std::make_unique<BoundEditor>(!local)));
    }
}

QWidget *QueryForm::makeSwitch()
{
    auto *box = new QWidget(canvas());
    auto *layout = new editor::FlowLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *group = new QButtonGroup(box);
    for (const bool local : {false, true}) {
        auto *choice = button(local ? u"datesLocal"_s : u"datesIso"_s,
            local ? tr("Venue's local time") : tr("With a time zone"), "filter", box);
        choice->setCheckable(true);
        choice->setChecked(local == isLocal());
        choice->setToolTip(local ? tr("Dates are the venue's own: localStartDate and localEndDate")
                                 : tr("Dates have a time zone: isoStartDate and isoEndDate"));
        group->addButton(choice);
        layout->addWidget(choice);
        connect(choice, &QPushButton::clicked, this, [this, local] { setLocal(local); });
    }
    return box;
}

void QueryForm::setLocal(bool local)
{
    if (!document() || local == isLocal())
        return;
    m_isLocal = local;
    std::vector<Edit> edits;
    for (int i = 0; i < 2; ++i) {
        const char *from = local ? isoBounds[i] : localBounds[i];
        const char *to = local ? localBounds[i] : isoBounds[i];
        const Value value = object().member(from);
        if (!value)
            continue;
        edits.push_back(Edit::remove(base().child(from)));
        if (!stands(to)) {
            edits.push_back(Edit::insertMember(base(), to,
                value.isString() ? payload::encodeJsonString(respelled(QString::fromStdString(value.string()), !local))
                                 : value.raw()));
        }
    }
    if (edits.empty())
        bind(document(), base()); // no more than the rows are others
    else
        apply(edits, tr("Change the kind of dates"));
    if (auto *choice = canvas()->findChild<QPushButton *>(local ? u"datesLocal"_s : u"datesIso"_s))
        choice->setFocus(Qt::OtherFocusReason);
}

void QueryForm::takeIds(const QStringList &ids, bool typing)
{
    if (!document())
        return;
    const Pointer place = base().child("ids");
    const auto edit = rules::placeValue(document()->validator().context(), place, jsonOf(ids));
    const auto done = document()->apply(edit, {tr("Change the IDs"), typing ? u"/ids"_s : QString()});
    if (!done)
        Q_EMIT refused(done.error().message);
    else if (!typing)
        document()->touch(place);
}

void QueryForm::addIds(const QStringList &ids)
{
    if (m_ids)
        m_ids->addIds(ids);
}

void QueryForm::focusFirst()
{
    if (m_ids)
        m_ids->setFocus(Qt::OtherFocusReason);
    else if (!rows().empty())
        rows().front()->focus();
}

void QueryForm::refreshed()
{
    if (m_ids)
        m_ids->show(idsOf(object()));
}

std::vector<rules::Problem> QueryForm::problems(const Pointer &base) const
{
    // A name and a vendor's ID go into an address. No rule judges them.
    if (m_way != Way::Ids && m_way != Way::Venue)
        return {};
    return Form::problems(base);
}

void QueryForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    std::vector<rules::Problem> ofIds;
    std::vector<rules::Problem> others;
    const rules::Context context = document()->validator().context();
    const Pointer ids = base().child("ids");
    for (const rules::Problem &problem : problems)
        (m_ids && problem.rule->field(problem, context).startsWith(ids) ? ofIds : others).push_back(problem);
    m_others->show(others, document()->validator(), remarks);
    if (!m_ids)
        return;
    m_idsProblems->show(ofIds, document()->validator());
    editor::showMark(m_ids->input(), m_idsProblems->mark());
    m_ids->input()->setAccessibleDescription(m_idsProblems->words());
}

} // namespace marquee::production
