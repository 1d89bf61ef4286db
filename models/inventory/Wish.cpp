// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Wish.h"

#include "catalog/DateTime.h"
#include "changes/Words.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/PlaceName.h"
#include "timeline/Move.h"
#include "windows/Content.h"
#include "windows/Dates.h"
#include "windows/RemoveTerm.h"
#include "windows/SetEnd.h"
#include "windows/TermList.h"

#include <QCoreApplication>

#include <memory>

namespace marquee::inventory {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;
using windows::Rows;

namespace {

constexpr std::size_t WindowDepth = 3; // tokens of /avail/Transaction/0

QString say(const char *text)
{
    return QCoreApplication::translate("Inventory", text);
}

QString wordsOf(const Value &value)
{
    if (!value)
        return {};
    const auto moment = catalog::DateTime::parse(value.string());
    return moment ? catalog::DateTime::reading(moment->epochSeconds) : changes::words(value);
}

QString wordsOf(const std::string &json)
{
    const auto value = payload::Document::read(QByteArray::fromStdString(json));
    return value ? wordsOf((*value)->root()) : QString::fromStdString(json);
}

/// The window's ID, or what people call it without one.
QString nameOf(const Value &window, std::uint32_t row)
{
    const std::string id = window.member("_TransactionID").string();
    return id.empty() ? rules::windowName(window, row) : QString::fromStdString(id);
}

/// Makes the plan of one document, a window after the other.
class Planning
{
public:
    explicit Planning(const rules::Context &context)
        : m_context(context)
    {
    }

    Expected<WishPlan> make(const Rows &rows, const SetValue &wish)
    {
        const auto wanted = payload::Document::read(QByteArray::fromStdString(wish.json));
        if (!wanted)
            return tl::unexpected(wanted.error());
        const std::string content = windows::contentOf((*wanted)->root());
        std::vector<Pointer> places;
        for (const std::uint32_t row : rows) {
            const Value window = windows::windowAt(m_context, row);
            const Value stands = windows::valueAt(window, wish.place);
            if (stands && windows::contentOf(stands) == content) {
                ++m_plan.same;
                continue;
            }
            places.push_back(windows::placeOf(row));
            if (wish.place.term.empty())
                add(row, labelOf(wish.place), wordsOf(stands), wordsOf((*wanted)->root()));
            else
                add(row, labelOf(wish.place),
                    windows::termWords(windows::valueAt(window, {Pointer(), wish.place.term})), termWordsOf(wish));
        }
        m_plan.edits = windows::setShared(m_context, places, wish.place, wish.json, {});
        m_plan.changed = static_cast<int>(places.size());
        return std::move(m_plan);
    }

    Expected<WishPlan> make(const Rows &rows, const SetStart &wish)
    {
        int backwards = 0;
        for (const std::uint32_t row : rows) {
            const Value window = windows::windowAt(m_context, row);
            const Value stands = window.member("Start");
            if (windows::momentOf(stands) == wish.moment) {
                ++m_plan.same;
                continue;
            }
            const auto end = windows::momentOf(window.member("End"));
            backwards += end && *end <= wish.moment ? 1 : 0;
            const Value like = windows::momentOf(stands) ? stands : window.member("End");
            m_plan.edits.push_back(rules::placeValue(
                m_context, windows::placeOf(row).child("Start"), windows::spelled(wish.moment, like.string())));
            ++m_plan.changed;
        }
        if (backwards > 0)
            m_plan.remarks << QCoreApplication::translate(
                "Inventory", "%n window(s) would end before the start.", nullptr, backwards);
        return described();
    }

    Expected<WishPlan> make(const Rows &rows, const SetEnd &wish)
    {
        Rows others;
        for (const std::uint32_t row : rows) {
            const Value end = windows::windowAt(m_context, row).member("End");
            const bool isSame = wish.moment ? windows::momentOf(end) == wish.moment : !end;
            if (isSame)
                ++m_plan.same;
            else
                others.push_back(row);
        }
        return others.empty() ? std::move(m_plan) : taken(windows::setEnd(m_context, others, wish.moment));
    }

    Expected<WishPlan> make(const Rows &rows, const windows::Shift &wish)
    {
        return taken(windows::shiftDates(m_context, rows, wish));
    }

    Expected<WishPlan> make(const Rows &rows, const RemoveTerm &wish)
    {
        Rows others;
        for (const std::uint32_t row : rows) {
            if (windows::placeIn(windows::windowAt(m_context, row), {Pointer(), wish.name}).isRoot())
                ++m_plan.same;
            else
                others.push_back(row);
        }
        if (others.empty())
            return std::move(m_plan);
        auto plan = windows::removeTerm(m_context, others, wish.name);
        if (!plan)
            return tl::unexpected(plan.error());
        for (const std::uint32_t row : others) {
            const Value terms = windows::windowAt(m_context, row).member("Terms");
            for (std::uint32_t i = 0; i < terms.size(); ++i) {
                if (terms.at(i).member("_termName").string() == wish.name)
                    add(row, windows::termLabel(m_context.catalog, wish.name), windows::termWords(terms.at(i)), {});
            }
        }
        static_cast<windows::Plan &>(m_plan) = *std::move(plan);
        return std::move(m_plan);
    }

    Expected<WishPlan> make(const Rows &rows, const RemoveWindows &)
    {
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) // from the end, so that places hold
            m_plan.edits.push_back(Edit::remove(windows::placeOf(*row)));
        for (const std::uint32_t row : rows)
            add(row, say("The whole window"), changes::words(windows::windowAt(m_context, row), 60), {});
        m_plan.removed = static_cast<int>(rows.size());
        if (rows.size() == m_context.document.find(timeline::windowsPlace()).size())
            m_plan.remarks << say("No window would be left. An avail needs one to be sent.");
        return std::move(m_plan);
    }

private:
    void add(std::uint32_t row, const QString &field, const QString &before, const QString &after)
    {
        m_plan.fields.push_back({{}, {}, nameOf(windows::windowAt(m_context, row), row), field, before, after});
    }

    QString labelOf(const windows::SharedPlace &place) const
    {
        if (!place.term.empty())
            return windows::termLabel(m_context.catalog, place.term);
        Pointer pointer = windows::placeOf(0);
        pointer.tokens.insert(pointer.tokens.end(), place.below.tokens.begin(), place.below.tokens.end());
        return fieldName(pointer);
    }

    /// What the term says then.
    static QString termWordsOf(const SetValue &wish)
    {
        if (wish.place.below.isRoot())
            return wordsOf(wish.json);
        const std::string name = payload::encodeJsonString(std::string_view(wish.place.below.tokens.front().text));
        const auto term = payload::Document::read(QByteArray::fromStdString('{' + name + ':' + wish.json + '}'));
        return term ? windows::termWords((*term)->root()) : QString::fromStdString(wish.json);
    }

    /// A place without the window that it is in.
    QString fieldName(const Pointer &pointer) const
    {
        const Pointer windowPlace
            = windows::placeOf(static_cast<std::uint32_t>(std::atoi(pointer.tokens[WindowDepth - 1].text.c_str())));
        const QString whole = rules::placeName(m_context, pointer);
        const QString before = rules::placeName(m_context, windowPlace) + u" › "_s;
        return whole.startsWith(before) ? whole.mid(before.size()) : whole;
    }

    Expected<WishPlan> taken(Expected<windows::Plan> plan)
    {
        if (!plan)
            return tl::unexpected(plan.error());
        static_cast<windows::Plan &>(m_plan) = *std::move(plan);
        return described();
    }

    /// Edits of values that stand, or of members that come or go.
    Expected<WishPlan> described()
    {
        for (const Edit &edit : m_plan.edits) {
            const bool isNew = edit.kind == Edit::Kind::Insert;
            const Pointer at = isNew ? edit.pointer.child(edit.name) : edit.pointer;
            const auto row = static_cast<std::uint32_t>(std::atoi(at.tokens[WindowDepth - 1].text.c_str()));
            add(row, fieldName(at), isNew ? QString() : wordsOf(m_context.document.find(at)),
                edit.kind == Edit::Kind::Remove ? QString() : wordsOf(edit.after));
        }
        return std::move(m_plan);
    }

    const rules::Context &m_context;
    WishPlan m_plan;
};

} // namespace

Expected<WishPlan> planWish(const rules::Context &context, const Rows &rows, const Wish &wish)
{
    const Rows those = windows::standing(context, rows);
    if (those.empty())
        return tl::unexpected(windows::noWindows());
    return std::visit([&](const auto &one) { return Planning(context).make(those, one); }, wish);
}

QString captionOf(const Wish &wish, int windows)
{
    return std::holds_alternative<RemoveWindows>(wish)
        ? QCoreApplication::translate("Inventory", "Remove %n window(s)", nullptr, windows)
        : QCoreApplication::translate("Inventory", "Change %n window(s) together", nullptr, windows);
}

} // namespace marquee::inventory
