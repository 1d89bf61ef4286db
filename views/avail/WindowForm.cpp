// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowForm.h"

#include "form/Card.h"
#include "editor/JsonEditor.h"
#include "form/OtherMembers.h"
#include "form/ProblemLines.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/PlaceName.h"
#include "rules/WindowId.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using form::FieldRow;
using payload::Edit;
using payload::Pointer;
using payload::Value;

WindowForm::WindowForm(const editor::Lookup &lookup, QWidget *parent)
    : Form(lookup, parent)
{
    setObjectName(u"windowForm"_s);
}

QString WindowForm::shape() const
{
    QString shape = QString::number(territories());
    if (isSeveral())
        return shape;
    for (const form::OtherMember &other : form::otherMembers(object(), *lookup().catalog->type("Transaction"), {"Terms"}))
        shape += u'|' + QString::fromStdString(other.below.toString());
    return shape;
}

std::uint32_t WindowForm::territories() const
{
    if (!isSeveral())
        return std::max<std::uint32_t>(1, object().member("Territory").size());
    const std::vector<Value> all = objects();
    const std::uint32_t first = all.front().member("Territory").size();
    const bool isSame = std::all_of(all.begin(), all.end(), [&](const Value &window) { return window.member("Territory").size() == first; });
    return isSame && first <= 1 ? 1 : 0;
}

QString WindowForm::heading() const
{
    if (isSeveral())
        return tr("%n window(s)", nullptr, static_cast<int>(bases().size()));
    const std::uint32_t index = base().isRoot() ? 0 : static_cast<std::uint32_t>(std::atoi(base().tokens.back().text.c_str()));
    return rules::windowName(object(), index);
}

void WindowForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    m_card = new form::Card(heading(), canvas());
    m_card->setLabelWidth(theme::scaled(104));
    layout->addWidget(m_card);
    m_others = new form::ProblemLines(m_card);
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    m_card->addWide(m_others);

    const catalog::ObjectType &type = *lookup().catalog->type("Transaction");
    for (const catalog::Field &field : type.fields) {
        const Pointer place = Pointer().child(field.name);
        if (!field.inForm || field.name == "Terms")
            continue;
        if (field.name == "_TransactionID") {
            if (!isSeveral()) // no two may have the same
                addId(field);
        } else if (field.name == "Territory")
            addTerritories(field);
        else if (field.object && !field.list) // FormatProfile: what is chosen stands in its value
            m_card->addRow(addRow(*field.object->find("value"), place.child("value"), place, field.label));
        else
            m_card->addRow(addRow(field, place, place));
    }
    if (isSeveral()) // members that the catalogue doesn't know are each window's own
        return;
    for (const form::OtherMember &other : form::otherMembers(object(), type, {"Terms"})) {
        form::FieldPlace place{other.below, other.below, other.label, other.help, other.source, false, false};
        m_card->addRow(addRow(std::move(place), std::make_unique<editor::JsonEditor>()));
    }
}

void WindowForm::addId(const catalog::Field &field)
{
    const Pointer place = Pointer().child(field.name);
    FieldRow *row = addRow(field, place, place);
    auto *generate = new QAction(theme::icon(u"view-refresh"_s), tr("Make an ID"), row->content());
    generate->setObjectName(u"generateWindowId"_s);
    generate->setToolTip(tr("Make an ID that nobody has used"));
    connect(generate, &QAction::triggered, this, [this, row] {
        const std::string id = payload::encodeJsonString(rules::newWindowId());
        apply(rules::placeValue(document()->validator().context(), row->pointer(), id), tr("Make a window ID"));
    });
    row->addButton(generate);
    m_card->addRow(row);
}

void WindowForm::addTerritories(const catalog::Field &field)
{
    const Pointer list = Pointer().child(field.name);
    const std::uint32_t count = territories();
    if (count == 0) { // windows with several territories: one for all of them takes the place of their lists
        FieldRow *row = addRow(*field.object->find("country"), list, list, field.label);
        row->setWriter([this](const std::string &json) {
            std::vector<Edit> edits;
            for (const Pointer &window : bases())
                edits.push_back(rules::placeValue(document()->validator().context(), window.child("Territory"), "[{\"country\":" + json + "}]"));
            return edits;
        });
        m_card->addRow(row);
        return;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        const Pointer item = list.child(i);
        // The first row speaks for the list as well: a list that is missing, or empty.
        FieldRow *row = addRow(*field.object->find("country"), item.child("country"), i == 0 && count == 1 ? list : item,
                               i == 0 ? field.label : QString(u" "_s));
        if (i > 0) {
            auto *remove = new QAction(theme::crossIcon(), tr("Remove"), row->content());
            remove->setObjectName(u"removeTerritory-%1"_s.arg(i));
            remove->setToolTip(tr("Remove this territory"));
            connect(remove, &QAction::triggered, this, [this, row] { apply(Edit::remove(row->pointer().parent()), tr("Remove a territory")); });
            row->addButton(remove);
        } else if (!isSeveral()) {
            auto *add = new QAction(theme::icon(u"list-add"_s), tr("Add a territory"), row->content());
            add->setObjectName(u"addTerritory"_s);
            add->setToolTip(tr("Add another territory"));
            connect(add, &QAction::triggered, this, [this, list] {
                const std::uint32_t next = object().member("Territory").size();
                Pointer at = base();
                at.tokens.push_back(list.tokens.front());
                at = at.child(next).child("country");
                if (apply(rules::placeValue(document()->validator().context(), at, "\"\""), tr("Add a territory")))
                    focusField(at);
            });
            row->addButton(add);
        }
        m_card->addRow(row);
    }
}

void WindowForm::refreshed()
{
    m_card->setHeading(heading());
}

std::vector<rules::Problem> WindowForm::problems(const Pointer &base) const
{
    // Those of the terms stand beside the terms.
    std::vector<rules::Problem> all = Form::problems(base);
    const rules::Context context = document()->validator().context();
    const Pointer terms = base.child("Terms");
    std::erase_if(all, [&](const rules::Problem &problem) { return problem.rule->field(problem, context).startsWith(terms); });
    return all;
}

void WindowForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    m_others->show(problems, document()->validator(), remarks);
}

bool WindowForm::concerns(const Pointer &field) const
{
    return field.startsWith(base()) && !field.startsWith(base().child("Terms"));
}

} // namespace marquee::avail
