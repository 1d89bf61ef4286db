// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/Mask.h"

#include "catalog/Catalog.h"
#include "masks/Comments.h"
#include "masks/Kinds.h"
#include "masks/Occurrences.h"
#include "masks/StandIns.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "payload/XmlText.h"
#include "payload/XmlValue.h"
#include "rules/BatchFacts.h"
#include "rules/Validator.h"
#include "rules/Wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace marquee::masks {

using namespace Qt::StringLiterals;
using payload::Document;
using payload::Path;
using payload::Value;

namespace {

/// What a scalar says: the text of a string, the digits of a number.
QString saidBy(const Value &value)
{
    return QString::fromStdString(value.isString() ? value.string() : value.raw());
}

/// How many bytes the first characters (UTF-16) of a JSON string take, as it is written between its quotes.
std::size_t bytesOf(std::string_view inside, qsizetype characters)
{
    std::size_t at = 0;
    for (qsizetype done = 0; done < characters && at < inside.size();) {
        if (inside[at] == '\\') {
            at += inside[at + 1] == 'u' ? 6 : 2;
            ++done;
            continue;
        }
        const auto lead = static_cast<unsigned char>(inside[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        at += length;
        done += length == 4 ? 2 : 1;
    }
    return std::min(at, inside.size());
}

/// A JSON string that says the text, in which what stands in front of the first change and behind the last is as it was
/// written.
std::string writtenAround(std::string_view written, const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    // Not between the halves of a character.
    if (front > 0 && before[front - 1].isHighSurrogate())
        --front;
    if (back > 0 && before[before.size() - back].isLowSurrogate())
        --back;
    const std::string_view inside = written.substr(1, written.size() - 2);
    const std::string middle = payload::encodeJsonString(after.mid(front, after.size() - front - back));
    std::string text(written.substr(0, 1 + bytesOf(inside, front)));
    text.append(middle, 1, middle.size() - 2);
    return text.append(written.substr(1 + bytesOf(inside, before.size() - back)));
}

/// One mask of one document.
class Masker
{
public:
    Masker(const Document &document, const MaskOptions &options, const rules::Rulebook &book)
        : m_document(document)
        , m_options(options)
        , m_book(book)
        , m_context{*book.catalog, *book.vocabularies, document, rules::kindOf(document.root())}
        , m_bytes(document.text().toByteArray())
    {
    }

    Masked run();

private:
    using Visit = void (Masker::*)(const Value &value);
    void walk(const Value &value, Visit visit);
    void collect(const Value &value);
    void replace(const Value &value);
    std::optional<Category> category(const Value &value) const;
    bool isPointedAt() const;
    QString replaced(const Value &value, const QString &text);
    QString inText(const QString &text);
    QString inPlain(const QString &text);
    QString inPath(const QString &text);
    bool isFixed(const QString &text) const;
    void write(const Value &value, const QString &before, const QString &text);
    void put(qsizetype begin, qsizetype end, const std::string &text);
    void copyTo(qsizetype end);
    payload::Pointer here() const { return m_document.pointerTo(m_path); }

    const Document &m_document;
    const MaskOptions &m_options;
    const rules::Rulebook &m_book;
    const rules::Context m_context;
    const QByteArray m_bytes;
    StandIns m_standIns;
    Occurrences m_occurrences;
    std::vector<Step> m_way;
    Path m_path;
    QByteArray m_out;
    qsizetype m_done = 0; ///< of m_bytes
};

void Masker::walk(const Value &value, Visit visit)
{
    if (!value.isObject() && !value.isArray()) {
        (this->*visit)(value);
        return;
    }
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        const Value child = value.at(i);
        m_way.push_back({value.isObject() ? std::string(child.name(scratch)) : std::string(), value});
        m_path.append(i);
        walk(child, visit);
        m_path.removeLast();
        m_way.pop_back();
    }
}

bool Masker::isPointedAt() const
{
    if (m_options.pointers.empty())
        return false;
    const payload::Pointer place = here();
    return std::any_of(m_options.pointers.begin(), m_options.pointers.end(),
        [&](const payload::Pointer &pointer) { return place.startsWith(pointer); });
}

std::optional<Category> Masker::category(const Value &value) const
{
    if (!isPointedAt())
        return categoryOf(value, m_way, m_options, *m_book.catalog);
    MaskOptions chosen = MaskOptions::all();
    if (const auto known = categoryOf(value, m_way, chosen, *m_book.catalog))
        return known;
    if (!value.isString() && !value.isNumber())
        return std::nullopt;
    return isAddress(saidBy(value)) ? Category::Address : Category::Text;
}

void Masker::collect(const Value &value)
{
    if (const auto found = category(value)) {
        m_standIns.add(*found, saidBy(value), here());
        return;
    }
    if (!value.isString() || !isBatchPath(m_way))
        return;
    const auto parts = rules::BatchPath::parse(value.string());
    if (parts && m_options.ids)
        m_standIns.add(Category::Id, QString::fromStdString(parts->transaction), here());
    if (parts && m_options.people)
        m_standIns.add(Category::Person, QString::fromStdString(parts->licensor), here());
}

QString Masker::inPlain(const QString &text)
{
    return m_occurrences.replaceIn(text, [this](std::size_t number) { m_standIns.count(number); });
}

/// The addresses in it are replaced whole, where something masked stands in them.
QString Masker::inText(const QString &text)
{
    if (!text.contains("://"_L1))
        return inPlain(text);
    static const QRegularExpression address(u"https?://[^\\s\"'<>]+"_s, QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype done = 0;
    for (auto each = address.globalMatch(text); each.hasNext();) {
        const auto match = each.next();
        result += inPlain(text.mid(done, match.capturedStart() - done));
        const QString url = match.captured();
        const bool holds = m_options.ids || m_occurrences.replaceIn(url, [](std::size_t) {}) != url;
        result += holds ? m_standIns.address(url, here()) : url;
        done = match.capturedEnd();
    }
    return result + inPlain(text.mid(done));
}

/// Its parts read as they do in the item's body, and are to stay the same there and here.
QString Masker::inPath(const QString &text)
{
    auto parts = rules::BatchPath::parse(text.toStdString());
    if (!parts)
        return inText(text);
    const auto part = [this](Category category, const std::string &before) {
        const QString said = QString::fromStdString(before);
        return m_standIns.take(category, said).value_or(inText(said)).toStdString();
    };
    const rules::BatchPath before = *parts;
    parts->licensor = part(Category::Person, before.licensor);
    parts->transaction = part(Category::Id, before.transaction);
    const bool isSame = parts->licensor == before.licensor && parts->transaction == before.transaction;
    return isSame ? text : QString::fromStdString(parts->text());
}

/// Whether the whole text is a word of the format, which no title that happens to be called like it may change.
bool Masker::isFixed(const QString &text) const
{
    if (!m_way.empty() && m_way.back().name == "_termName")
        return true;
    const rules::FieldAt at = rules::fieldAt(m_context, m_path);
    if (!at.field)
        return false;
    if (at.field->vocabulary && at.field->vocabulary->find(text.toStdString()))
        return true;
    using catalog::FieldType;
    const FieldType type = at.field->type;
    return type != FieldType::Text && type != FieldType::Id && type != FieldType::Url && type != FieldType::Any
        && type != FieldType::Object;
}

QString Masker::replaced(const Value &value, const QString &text)
{
    if (const auto found = category(value)) {
        if (const auto standIn = m_standIns.take(*found, text))
            return *standIn;
    }
    if (!value.isString() || text.isEmpty())
        return text;
    if (isBatchPath(m_way))
        return inPath(text);
    const bool holds = (m_options.ids && isAddress(text)) || m_occurrences.replaceIn(text, [](std::size_t) {}) != text;
    return holds && !isFixed(text) ? inText(text) : text;
}

void Masker::replace(const Value &value)
{
    const QString before = saidBy(value);
    const QString after = replaced(value, before);
    if (after != before)
        write(value, before, after);
}

void Masker::write(const Value &value, const QString &before, const QString &text)
{
    const std::string utf8 = text.toStdString();
    const auto begin = static_cast<qsizetype>(value.begin());
    const auto end = static_cast<qsizetype>(value.end());
    if (!value.isXml()) {
        const std::string_view written(m_bytes.constData() + begin, static_cast<std::size_t>(end - begin));
        put(begin, end, value.isString() ? writtenAround(written, before, text) : utf8);
        return;
    }
    // Where the inside stands: xmlInside looks at the same bytes, so its place among them is that in the text.
    std::string scratch;
    const std::string_view inside = payload::xmlInside(value, scratch);
    const std::string_view whole(m_bytes.constData() + begin, static_cast<std::size_t>(end - begin));
    const std::size_t closing = value.isAttribute() ? 1 : value.isInnerText() ? 0 : whole.size() - whole.rfind('<');
    const qsizetype to = end - static_cast<qsizetype>(closing);
    const qsizetype from = to - static_cast<qsizetype>(inside.size());
    if (value.isAttribute())
        put(from, to, payload::encodeXmlAttribute(utf8, m_bytes[from - 1]));
    else if (inside.find("<![CDATA[") != std::string_view::npos)
        put(from, to, payload::encodeXmlCdata(utf8));
    else
        put(from, to, payload::encodeXmlPlain(utf8));
}

/// What stands between values is copied, but for comments, which may say anything.
void Masker::copyTo(qsizetype end)
{
    const QByteArray between = m_bytes.mid(m_done, end - m_done);
    m_out += inComments(between, m_document.isXml(), [this](const QString &text) { return inText(text); });
    m_done = end;
}

void Masker::put(qsizetype begin, qsizetype end, const std::string &text)
{
    copyTo(begin);
    m_out.append(text.data(), static_cast<qsizetype>(text.size()));
    m_done = end;
}

Masked Masker::run()
{
    walk(m_document.root(), &Masker::collect);
    m_standIns.settle();
    const auto &table = m_standIns.table();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const Category category = table[i].category;
        const bool isWords = category == Category::Title || category == Category::Person;
        if (category != Category::Price && category != Category::Address
            && !(category == Category::Text && isNumber(table[i].before)))
            m_occurrences.add(table[i].before, table[i].after, isWords, i);
    }
    walk(m_document.root(), &Masker::replace);
    copyTo(m_bytes.size());
    return {std::move(m_out), m_standIns.takeTable()};
}

} // namespace

Expected<Masked> maskDocument(const Document &document, const MaskOptions &options, const rules::Rulebook &book)
{
    if (options.isEmpty()) {
        return tl::unexpected(
            makeError(Error::Code::Invalid, QCoreApplication::translate("masks", "Nothing is chosen to be masked."),
                QCoreApplication::translate("masks", "Choose titles, prices, contracts or members.")));
    }
    if (document.text().size() > LargestText) {
        return tl::unexpected(makeError(Error::Code::TooLarge,
            QCoreApplication::translate("masks", "The payload is larger than %1 MB.").arg(LargestText / (1024 * 1024)),
            QCoreApplication::translate("masks", "Mask a part of it.")));
    }
    Masked masked = Masker(document, options, book).run();
    if (const auto again = Document::read(masked.bytes); !again) {
        return tl::unexpected(makeError(Error::Code::Internal,
            QCoreApplication::translate("masks", "What came out isn't a payload any more, so it isn't handed on."),
            QCoreApplication::translate("masks", "Mask less of it, and tell us about it.")));
    }
    std::erase_if(masked.table, [](const Replacement &one) { return one.count == 0 || one.before == one.after; });
    return masked;
}

} // namespace marquee::masks
