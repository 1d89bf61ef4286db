// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/TitleForm.h"

#include "form/Card.h"
#include "form/CardColumns.h"
#include "editor/JsonEditor.h"
#include "form/OtherMembers.h"
#include "form/ProblemLines.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/MetadataBlocks.h"
#include "rules/Wording.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using form::Card;
using form::FieldRow;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

const Pointer titlePlace = Pointer().child("Asset").child(0u);

bool isPlain(const catalog::Field &field)
{
    return !field.object;
}

/// The only field that a form shows of an object type; null where there are several.
const catalog::Field *onlyField(const catalog::ObjectType &type)
{
    const catalog::Field *only = nullptr;
    for (const catalog::Field &field : type.fields) {
        if (!field.inForm)
            continue;
        if (only || !isPlain(field))
            return nullptr;
        only = &field;
    }
    return only;
}

} // namespace

TitleForm::TitleForm(const editor::Lookup &lookup, QWidget *parent)
    : Form(lookup, parent)
{
    setObjectName(u"titleForm"_s);
}

std::string_view TitleForm::shownBlock() const
{
    const Value asset = object().member("Asset").at(0);
    // What stands is shown, even where another belongs there: the problem beside the work type says so.
    for (const std::string_view block : rules::metadataBlocks) {
        if (asset.member(block))
            return block;
    }
    const std::string_view wanted = rules::metadataBlockOf(asset.member("WorkType").string());
    return wanted.empty() ? std::string_view("Metadata") : wanted;
}

bool TitleForm::stands(const Pointer &below) const
{
    Pointer place = base();
    place.tokens.insert(place.tokens.end(), below.tokens.begin(), below.tokens.end());
    return static_cast<bool>(document()->payload().find(place));
}

QString TitleForm::shape() const
{
    QString shape = QString::fromLatin1(shownBlock().data(), static_cast<qsizetype>(shownBlock().size()));
    shape += u'|' + QString::number(object().member("SharedEntitlement").size());
    for (const char *block : {"EpisodeMetadata", "SeasonMetadata"}) {
        // Beside is where a series is offered: one that comes to stand there is in its place already.
        const Value details = object().member("Asset").at(0).member(block);
        const bool isInside = static_cast<bool>(details.member("SeasonMetadata").member("SeriesMetadata"));
        shape += !isInside ? u'b' : details.member("SeriesMetadata") ? u'2' : u'i';
    }
    for (const form::OtherMember &other : form::otherMembers(object(), *lookup().catalog->type("Avail"), {"Transaction", "SharedEntitlement"}))
        shape += u'|' + QString::fromStdString(other.below.toString());
    return shape;
}

Card *TitleForm::addCard(const QString &heading)
{
    auto *card = new Card(heading, canvas());
    card->setLabelWidth(theme::scaled(104));
    m_columns->add(card);
    return card;
}

void TitleForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(16));
    m_others = new form::ProblemLines(canvas());
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    layout->addWidget(m_others);
    m_columns = new form::CardColumns(canvas());
    layout->addWidget(m_columns);
    layout->addStretch();

    addFields(addCard(tr("Avail")), *lookup().catalog->type("Avail"), {});
    addTitle();
    addEntitlements();
    addOthers();
    m_columns->balance();
}

void TitleForm::addTitle()
{
    Card *card = addCard(tr("Title"));
    const catalog::ObjectType &asset = *lookup().catalog->type("Asset");
    for (const char *name : {"WorkType", "_contentID"}) {
        const Pointer place = titlePlace.child(name);
        FieldRow *row = addRow(*asset.find(name), place, place);
        card->addRow(row);
        if (std::string_view(name) != "WorkType")
            continue;
        // Another work type has other details: what both have in common moves over in the same step.
        row->setWriter([this, row](const std::string &json) {
            const rules::Context context = document()->validator().context();
            std::vector<Edit> edits{rules::placeValue(context, row->pointer(), json)};
            const std::string workType = json.size() > 1 && json.front() == '"' ? payload::decodeJsonString({json.data() + 1, json.size() - 2}) : json;
            const std::string_view block = rules::metadataBlockOf(workType);
            const Pointer at = row->pointer().parent();
            if (!block.empty() && context.document.find(at)) {
                const auto more = rules::switchMetadata(context.document, at, block, context.catalog);
                edits.insert(edits.begin(), more.begin(), more.end());
            }
            return edits;
        });
    }
    if (const catalog::Field *block = asset.find(shownBlock()); block && block->object)
        addFields(card, *block->object, titlePlace.child(block->name));
}

void TitleForm::addFields(Card *card, const catalog::ObjectType &type, const Pointer &below, const catalog::ObjectType *around)
{
    std::vector<std::pair<const catalog::Field *, Pointer>> larger;
    for (const catalog::Field &field : type.fields) {
        const Pointer place = below.child(field.name);
        if (!field.inForm || (field.object && field.list))
            continue;
        if (!field.object) {
            card->addRow(addRow(field, place, place));
        } else if (const catalog::Field *only = onlyField(*field.object)) {
            card->addRow(addRow(*only, place.child(only->name), place, field.label));
        } else {
            larger.emplace_back(&field, place);
        }
    }
    for (const auto &[field, place] : larger) {
        // A series may stand beside its season or inside of it. One place is offered: where it stands, else beside.
        const bool isOffered = stands(place) || !(around && around->find(field->name));
        const bool isInside = !stands(place) && std::any_of(larger.begin(), larger.end(), [&](const auto &other) {
            return stands(other.second.child(field->name));
        });
        if (isOffered && !isInside)
            addFields(addCard(field->label), *field->object, place, &type);
    }
}

void TitleForm::addEntitlements()
{
    const catalog::Field &list = *lookup().catalog->type("Avail")->find("SharedEntitlement");
    const Pointer place = Pointer().child(list.name);
    Card *card = addCard(list.label);
    auto *add = new QPushButton(tr("Add"), card);
    add->setObjectName(u"addEntitlement"_s);
    add->setAccessibleName(tr("Add a shared entitlement"));
    add->setIcon(theme::icon(u"list-add"_s));
    add->setEnabled(document() && document()->isEditable());
    connect(add, &QPushButton::clicked, this, [this, place] {
        const std::string json = "{\"_ecosystem\":\"DMA\",\"EcosystemID\":\"\"}";
        Pointer at = base();
        at.tokens.push_back(place.tokens.front());
        const auto count = object().member("SharedEntitlement").size();
        if (apply(rules::placeValue(document()->validator().context(), at.child(count), json), tr("Add a shared entitlement")))
            focusField(at.child(count).child("EcosystemID"));
    });
    card->addToHeading(add);
    const std::uint32_t count = object().member("SharedEntitlement").size();
    for (std::uint32_t i = 0; i < count; ++i) {
        for (const catalog::Field &field : list.object->fields) {
            const Pointer at = place.child(i).child(field.name);
            FieldRow *row = addRow(field, at, at);
            card->addRow(row);
            if (&field != &list.object->fields.front())
                continue;
            auto *remove = new QAction(theme::crossIcon(), tr("Remove"), row->content());
            remove->setObjectName(u"removeEntitlement-%1"_s.arg(i));
            remove->setToolTip(tr("Remove this entitlement"));
            connect(remove, &QAction::triggered, this, [this, place, i] {
                Pointer item = base();
                item.tokens.push_back(place.tokens.front());
                if (const auto edit = rules::removeField(document()->validator().context(), item.child(i), true))
                    apply(*edit, tr("Remove a shared entitlement"));
            });
            row->addButton(remove);
        }
    }
    if (count == 0) {
        auto *none = new QLabel(tr("None. Purchases of this title aren't shared with other retailers."), card);
        none->setProperty("role", u"note"_s);
        none->setWordWrap(true);
        card->addWide(none);
    }
}

void TitleForm::addOthers()
{
    const auto others = form::otherMembers(object(), *lookup().catalog->type("Avail"), {"Transaction", "SharedEntitlement"});
    if (others.empty())
        return;
    Card *card = addCard(tr("Other members"));
    for (const form::OtherMember &other : others) {
        form::FieldPlace place{other.below, other.below, other.label, other.help, other.source, false, false};
        card->addRow(addRow(std::move(place), std::make_unique<editor::JsonEditor>()));
    }
}

std::vector<rules::Problem> TitleForm::problems(const Pointer &) const
{
    return document()->validator().problemsOutsideWindows();
}

void TitleForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    // Beside the windows is where problems of the list of windows are looked for.
    std::vector<rules::Problem> ours;
    const rules::Context context = document()->validator().context();
    const Pointer windows = base().child("Transaction");
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(ours), [&](const rules::Problem &problem) {
        return !problem.rule->field(problem, context).startsWith(windows);
    });
    m_others->show(ours, document()->validator(), remarks);
}

bool TitleForm::concerns(const Pointer &field) const
{
    return field.startsWith(base()) && !field.startsWith(base().child("Transaction"));
}

} // namespace marquee::avail
