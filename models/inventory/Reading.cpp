// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Reading.h"

#include "catalog/DateTime.h"
#include "catalog/Vocabularies.h"
#include "rules/Validator.h"
#include "timeline/Move.h"
#include "windows/Dates.h"
#include "windows/TermList.h"
#include "workspace/OpenDocument.h"

#include <algorithm>

namespace marquee::inventory {

using payload::Value;

namespace {

constexpr std::size_t LongestCell = 400; // bytes; the payload has the whole

std::string said(const Value &value)
{
    std::string scratch;
    std::string_view text = value.isString() ? value.string(scratch) : value ? value.raw(scratch) : std::string_view();
    if (text.size() > LongestCell) {
        std::size_t end = LongestCell;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not within a character
            --end;
        text = text.substr(0, end);
    }
    return std::string(text);
}

std::string dayWords(std::int64_t moment)
{
    const QString reading = catalog::DateTime::reading(moment);
    const bool isMidnight = moment % timeline::Day == 0;
    return (isMidnight ? reading.left(reading.lastIndexOf(u' ')) : reading).toStdString();
}

} // namespace

std::string idOf(const Value &window)
{
    const Value id = window.member("_TransactionID");
    return id.isString() ? id.string() : id.raw();
}

WindowReader::WindowReader(const rules::Rulebook &book, Texts &texts)
    : m_catalog(*book.catalog)
    , m_vocabularies(*book.vocabularies)
    , m_texts(texts)
{
}

TextId WindowReader::licence(const Value &value)
{
    const std::string text = said(value);
    const catalog::Vocabulary *known = m_catalog.vocabulary("LicenseType");
    const catalog::Term *term = known ? known->find(text) : nullptr;
    return m_texts.take(text, term ? term->label.toStdString() : std::string());
}

TextId WindowReader::territory(const Value &list)
{
    if (!list.isArray())
        return m_texts.take(said(list));
    std::string shown;
    std::string codes;
    for (std::uint32_t i = 0; i < list.size() && codes.size() < LongestCell; ++i) {
        const std::string code = said(list.at(i).member("country"));
        const catalog::Code *country = m_vocabularies.find(catalog::Vocabularies::List::Countries, code);
        shown += (i == 0 ? "" : ", ") + (country && list.size() == 1 ? country->name().toStdString() : code);
        codes += (i == 0 ? std::string() : std::string(1, BetweenCodes)) + code;
    }
    return m_texts.take(shown, codes);
}

TextId WindowReader::format(const Value &value)
{
    return m_texts.take(said(value.isObject() ? value.member("value") : value));
}

TextId WindowReader::date(const Value &value, std::int64_t &moment)
{
    if (!value)
        return NoText;
    std::string text = said(value);
    auto known = m_dates.find(text);
    if (known == m_dates.end()) {
        Date read;
        if (const auto at = windows::momentOf(value))
            read = {dayWords(*at), catalog::DateTime::format(*at), true, *at};
        else
            read.shown = text;
        known = m_dates.emplace(std::move(text), std::move(read)).first;
    }
    if (known->second.isRead)
        moment = known->second.moment;
    return m_texts.take(known->second.shown, known->second.other);
}

void WindowReader::readTerms(const Value &terms, Record &record)
{
    std::string prices;
    std::string scratch;
    for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i) {
        const Value term = terms.at(i);
        const std::string_view name = term.member("_termName").string(scratch);
        if (name == "ChannelIdentity" && record.text(Column::Channel) == NoText)
            record.text(Column::Channel) = m_texts.take(said(term.member("Text")));
        const catalog::TermDefinition *known = m_catalog.term(name);
        if (known && known->price && prices.size() < LongestCell)
            prices += (prices.empty() ? "" : " · ") + known->name + ' ' + windows::termWords(term).toStdString();
    }
    record.text(Column::Prices) = m_texts.take(prices);
}

Record WindowReader::read(const Value &window)
{
    Record record;
    record.text(Column::Window) = m_texts.take(idOf(window));
    record.text(Column::Licence) = licence(window.member("LicenseType"));
    record.text(Column::Territory) = territory(window.member("Territory"));
    record.text(Column::Format) = format(window.member("FormatProfile"));
    record.text(Column::Start) = date(window.member("Start"), record.start);
    record.text(Column::End) = date(window.member("End"), record.end);
    readTerms(window.member("Terms"), record);
    return record;
}

void setCounts(Record &record, const rules::Counts &counts)
{
    const auto cut = [](int count) { return static_cast<std::uint16_t>(std::clamp(count, 0, 65535)); };
    record.errors = cut(counts.errors);
    record.warnings = cut(counts.warnings);
    record.hints = cut(counts.hints);
}

bool isListed(const workspace::OpenDocument &document)
{
    return document.isAvail() && document.kind() == rules::DocumentKind::Avail;
}

Value windowsOf(const workspace::OpenDocument &document)
{
    const Value list = isListed(document) ? document.payload().find(timeline::windowsPlace()) : Value();
    return list.isArray() ? list : Value();
}

void readDocument(const workspace::OpenDocument &document, const rules::Rulebook &book, Reading &reading)
{
    reading.isAvail = isListed(document);
    if (!reading.isAvail)
        return;
    reading.title = document.title();
    WindowReader reader(book, reading.texts);
    const Value list = windowsOf(document);
    reading.windows.reserve(list.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        reading.windows.push_back(reader.read(list.at(i)));
        setCounts(reading.windows.back(), document.validator().windowCounts(i));
    }
}

} // namespace marquee::inventory
