// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FindMatcher.h"

#include "catalog/Catalog.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "payload/XmlValue.h"
#include "rules/Kind.h"
#include "rules/PlaceName.h"
#include "rules/Wording.h"

#include <algorithm>
#include <cctype>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using payload::Document;
using payload::Value;

namespace {

constexpr std::uint32_t LineBefore = 48; // bytes of a line that are shown before a hit
constexpr std::uint32_t LineAfter = 200;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isMark();
}

/// How many bytes of what is written stand for the first `wanted` bytes of what it says.
std::uint32_t rawLength(std::string_view raw, std::size_t wanted)
{
    std::size_t at = 0;
    std::size_t said = 0;
    while (at < raw.size() && said < wanted) {
        if (raw[at] != '\\') {
            ++at;
            ++said;
            continue;
        }
        std::size_t length = 2;
        if (at + 1 < raw.size() && raw[at + 1] == 'u') {
            const bool isPair = at + 11 < raw.size() && raw[at + 6] == '\\' && raw[at + 7] == 'u'
                && std::tolower(static_cast<unsigned char>(raw[at + 2])) == 'd'
                && std::string_view("89abAB").find(raw[at + 3]) != std::string_view::npos;
            length = isPair ? 12 : 6;
        }
        said += payload::decodeJsonString(raw.substr(at, length)).size();
        at += length;
    }
    return static_cast<std::uint32_t>(std::min(at, raw.size()));
}

bool isBoundary(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Members whose words in the catalogue are those.
void addByLabel(const catalog::ObjectType *type, const QString &label, std::set<std::string> &names,
    std::set<const catalog::ObjectType *> &seen)
{
    if (!type || !seen.insert(type).second)
        return;
    for (const catalog::Field &field : type->fields) {
        if (field.label.compare(label, Qt::CaseInsensitive) == 0)
            names.insert(field.name);
        addByLabel(field.object, label, names, seen);
    }
}

} // namespace

FindMatcher::FindMatcher(const rules::Rulebook &book, FindQuery query)
    : m_book(book)
    , m_query(std::move(query))
{
    const bool isAscii = std::all_of(m_query.text.begin(), m_query.text.end(), [](QChar c) { return c < u'\x80'; });
    if (isAscii)
        m_ascii = m_query.text.toLatin1().toLower();
    for (const QString &step : m_query.field) {
        std::set<std::string> names;
        std::set<const catalog::ObjectType *> seen;
        for (const auto kind :
            {rules::DocumentKind::Avail, rules::DocumentKind::Batch, rules::DocumentKind::AvailReply,
                rules::DocumentKind::Performance, rules::DocumentKind::Callback, rules::DocumentKind::ProductionQuery,
                rules::DocumentKind::ProductionReply})
            addByLabel(book.catalog->type(rules::rootTypeName(kind)), step, names, seen);
        m_names.push_back(std::move(names));
    }
    if (m_query.field.isEmpty())
        return;
    QString pattern = QRegularExpression::escape(m_query.text);
    pattern.replace(u"\\*"_s, u".*"_s);
    m_pattern.setPattern(m_query.text.isEmpty() ? u".*"_s : pattern);
    QRegularExpression::PatternOptions options
        = QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !m_query.matchCase);
    m_pattern.setPattern(QRegularExpression::anchoredPattern(m_pattern.pattern()));
    m_pattern.setPatternOptions(options);
}

std::vector<FindHit> FindMatcher::find(const QByteArray &text, int most)
{
    m_hits.clear();
    m_way.clear();
    m_most = most;
    m_total = 0;
    m_text = payload::Text(text);
    if (m_query.isEmpty() || (most <= 0 && !m_countsAll))
        return {};
    if (const auto document = Document::read(text)) {
        walk((*document)->root());
        word(**document);
    } else if (m_query.field.isEmpty()) {
        lookAtLines(text);
    }
    return std::move(m_hits);
}

std::size_t FindMatcher::findAll(const QByteArray &text, int most, std::vector<FindHit> &hits)
{
    m_countsAll = true;
    hits = find(text, most);
    m_countsAll = false;
    return m_total;
}

/// Only what was found is put into words.
void FindMatcher::word(const Document &document)
{
    const rules::Context context{
        *m_book.catalog, *m_book.vocabularies, document, rules::kindOf(document.root()), rules::systemClock()};
    for (FindHit &hit : m_hits) {
        hit.pointer = document.pointerTo(document.pathAt(hit.offset));
        hit.place = rules::placeName(context, hit.pointer);
    }
}

void FindMatcher::walk(const Value &value)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size() && !isFull(); ++i) {
        const Value child = value.at(i);
        const bool isMember = value.isObject();
        m_way.push_back({isMember ? std::string(child.name(scratch))
                : m_way.empty()   ? std::string()
                                  : m_way.back().name,
            i, isMember});
        if (isMember)
            lookAtName(child);
        lookAt(child);
        walk(child);
        m_way.pop_back();
    }
    if (m_way.empty() && value.size() == 0)
        lookAt(value); // a payload of one scalar
}

void FindMatcher::lookAtName(const Value &value)
{
    if (!m_query.field.isEmpty())
        return;
    std::string scratch;
    std::string rawScratch;
    if (value.isXml()) {
        const std::string_view name = payload::xmlName(value, scratch);
        if (!value.isInnerText())
            lookInside(name, name, value.begin() + (value.isAttribute() ? 0 : 1));
        return;
    }
    const std::uint32_t begin = value.itemBegin() + 1;
    std::string_view raw = value.text()->view(begin, value.begin(), rawScratch);
    std::size_t end = 0;
    while (end < raw.size() && raw[end] != '"')
        end += raw[end] == '\\' ? 2 : 1;
    lookInside(value.name(scratch), raw.substr(0, end), begin);
}

void FindMatcher::lookAt(const Value &value)
{
    if (!m_query.field.isEmpty()) {
        lookAtField(value);
        return;
    }
    if (value.isObject() || value.isArray())
        return;
    std::string scratch;
    std::string rawScratch;
    if (value.isXml()) {
        lookAtXml(value);
        return;
    }
    const std::string_view raw = value.raw(rawScratch);
    if (value.isString())
        lookInside(value.string(scratch), raw.substr(1, raw.size() - 2), value.begin() + 1);
    else
        lookInside(raw, raw, value.begin());
}

/// Where it stands as it reads, exactly; where it doesn't (entities, parts in CDATA), the whole of it.
void FindMatcher::lookAtXml(const Value &value)
{
    std::string scratch;
    std::string insideScratch;
    std::string rawBytes;
    const std::string_view said = value.string(scratch);
    const std::string_view inside = payload::xmlInside(value, insideScratch);
    if (inside.empty())
        return;
    const std::string whole(value.text()->view(value.begin(), value.end(), rawBytes));
    const auto begin = static_cast<std::uint32_t>(value.begin() + whole.rfind(inside));
    if (const std::size_t at = inside.find(said); at != std::string_view::npos)
        lookInside(said, said, begin + static_cast<std::uint32_t>(at));
    else if (mayHold(said) && !placesIn(fromUtf8(said)).empty())
        add(begin, static_cast<std::uint32_t>(inside.size()));
}

void FindMatcher::lookAtField(const Value &value)
{
    const bool isContainer = value.isObject() || value.isArray();
    if (isContainer ? !m_query.text.isEmpty() || !m_way.back().isMember || !endsWithField(m_way.size())
                    : !isFieldHere())
        return;
    if (isContainer) { // it is asked for as such: `Terms =`
        add(value.itemBegin(), value.begin() + 1 - value.itemBegin());
        return;
    }
    std::string scratch;
    const std::string_view said = value.isString() ? value.string(scratch) : value.raw(scratch);
    if (m_pattern.match(fromUtf8(said)).hasMatch())
        add(value.begin(), value.end() - value.begin());
}

bool FindMatcher::namesMeet(const QString &asked, const std::string &name) const
{
    return asked.compare(fromUtf8(name), Qt::CaseInsensitive) == 0;
}

/// The names of the first steps end with those that were asked for.
bool FindMatcher::endsWithField(std::size_t names) const
{
    qsizetype next = m_query.field.size();
    for (std::size_t i = names; i > 0 && next > 0; --i) {
        const Step &step = m_way[i - 1];
        if (!step.isMember)
            continue;
        const auto which = static_cast<std::size_t>(--next);
        if (!namesMeet(m_query.field[next], step.name) && !m_names[which].contains(step.name))
            return false;
    }
    return next == 0;
}

/// The value itself, or the object around it: "Territory = US" means its country, "Money = USD" its currency.
bool FindMatcher::isFieldHere() const
{
    if (endsWithField(m_way.size()))
        return true;
    if (m_query.text.isEmpty())
        return false; // the object itself is told
    std::size_t around = m_way.size();
    while (around > 0 && !m_way[around - 1].isMember)
        --around;
    return around > 1 && endsWithField(around - 1);
}

bool FindMatcher::mayHold(std::string_view utf8) const
{
    if (m_ascii.isEmpty())
        return true;
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::search(utf8.begin(), utf8.end(), m_ascii.begin(), m_ascii.end(), same) != utf8.end();
}

bool FindMatcher::isWhole(const QString &text, qsizetype at, qsizetype length) const
{
    const bool opens = at == 0 || !isWordPart(text[at - 1]) || !isWordPart(text[at]);
    const qsizetype end = at + length;
    const bool closes = end == text.size() || !isWordPart(text[end]) || !isWordPart(text[end - 1]);
    return opens && closes;
}

std::vector<std::pair<qsizetype, qsizetype>> FindMatcher::placesIn(const QString &text) const
{
    std::vector<std::pair<qsizetype, qsizetype>> places;
    const qsizetype length = m_query.text.size();
    const Qt::CaseSensitivity sensitivity = m_query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = text.indexOf(m_query.text, 0, sensitivity); at >= 0;) {
        const bool counts = !m_query.wholeWords || isWhole(text, at, length);
        if (counts)
            places.emplace_back(at, length);
        at = text.indexOf(m_query.text, at + (counts ? length : 1), sensitivity);
    }
    return places;
}

/// `raw` stands at `begin`; `decoded` is what it says.
void FindMatcher::lookInside(std::string_view decoded, std::string_view raw, std::uint32_t begin)
{
    if (!mayHold(decoded))
        return;
    const QString text = fromUtf8(decoded);
    const bool isPlain = decoded == raw;
    for (const auto &[at, length] : placesIn(text)) {
        if (isFull())
            return;
        const auto before = static_cast<std::size_t>(QStringView(text).left(at).toUtf8().size());
        const auto said = static_cast<std::size_t>(QStringView(text).sliced(at, length).toUtf8().size());
        const std::uint32_t from = isPlain ? static_cast<std::uint32_t>(before) : rawLength(raw, before);
        const std::uint32_t to = isPlain ? static_cast<std::uint32_t>(before + said) : rawLength(raw, before + said);
        add(begin + from, to - from);
    }
}

void FindMatcher::lookAtLines(const QByteArray &text)
{
    for (qsizetype begin = 0; begin < text.size() && !isFull();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const std::string_view line(text.constData() + begin, static_cast<std::size_t>(end - begin));
        lookInside(line, line, static_cast<std::uint32_t>(begin));
        begin = end + 1;
    }
}

void FindMatcher::add(std::uint32_t offset, std::uint32_t length)
{
    if (isFull())
        return;
    ++m_total;
    if (!hasRoom())
        return;
    FindHit hit;
    hit.offset = offset;
    hit.length = length;
    const TextPlace place = m_text.place(offset);
    hit.line = place.line;
    const std::uint32_t lineBegin = offset - (place.column - 1);
    std::uint32_t begin = std::max(lineBegin, offset - std::min(offset, LineBefore));
    std::string scratch;
    std::string_view shown = m_text.view(begin, std::min(m_text.size(), offset + LineAfter), scratch);
    const std::size_t before = offset - begin;
    if (const auto newline = shown.find_first_of("\r\n", before); newline != std::string_view::npos)
        shown = shown.substr(0, newline);
    std::size_t skipped = 0;
    while (skipped < before
        && (!isBoundary(shown[skipped]) || (begin == lineBegin && (shown[skipped] == ' ' || shown[skipped] == '\t'))))
        ++skipped;
    std::size_t end = shown.size();
    const bool isCut = offset + LineAfter < m_text.size() && end == before + LineAfter;
    while (isCut && end > before && !isBoundary(m_text.at(begin + static_cast<std::uint32_t>(end))))
        --end;
    const std::string_view front = shown.substr(skipped, before - skipped);
    const std::string_view inside = shown.substr(before, std::min<std::size_t>(length, end - before));
    const QString lead = begin > lineBegin ? u"…"_s : QString();
    hit.mark = static_cast<int>(lead.size() + fromUtf8(front).size());
    hit.marked = static_cast<int>(fromUtf8(inside).size());
    hit.text = lead + fromUtf8(shown.substr(skipped, end - skipped)) + (isCut ? u"…"_s : QString());
    hit.text.replace(u'\t', u' ');
    m_hits.push_back(std::move(hit));
}

} // namespace marquee::workspace
