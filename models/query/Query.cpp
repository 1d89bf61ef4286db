// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/Query.h"

#include "payload/Document.h"
#include "query/JsonPath.h"
#include "query/QueryError.h"
#include "query/XPath.h"

#include <QCoreApplication>

namespace marquee::query {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("query", text);
}

/// A query without the blanks around it, which people paste along. Its length in characters, not in code units.
struct Trimmed
{
    QString text;
    qsizetype skipped = 0; ///< characters in front
};

Expected<Trimmed> trimmed(const QString &query)
{
    Trimmed result{query.trimmed(), 0};
    while (result.skipped < query.size() && query.at(result.skipped).isSpace())
        ++result.skipped;
    if (result.text.isEmpty())
        return tl::unexpected(queryError(0, tr("a query is missing."), tr("Type one, such as $..Start.")));
    if (result.text.size() > LongestQuery)
        return tl::unexpected(queryError(LongestQuery, tr("a query is at most %1 characters long.").arg(LongestQuery),
            tr("Look for less at once.")));
    return result;
}

/// With the character in front, counted in the text that the user typed, blanks included.
Error worded(Error error, qsizetype skipped)
{
    if (!error.place)
        return error;
    error.place->offset += static_cast<std::uint32_t>(skipped);
    error.place->column += static_cast<std::uint32_t>(skipped);
    error.message = tr("Character %1: %2").arg(error.place->column).arg(error.message);
    return error;
}

Expected<payload::Pointer> readPointer(const QString &text)
{
    auto pointer = payload::Pointer::parse(text.toStdString());
    if (!pointer)
        pointer.error().place = TextPlace{};
    return pointer;
}

Expected<Found> selectPointer(const payload::Document &document, const QString &text)
{
    const auto pointer = readPointer(text);
    if (!pointer)
        return tl::unexpected(pointer.error());
    Found found;
    if (const auto path = document.pathOf(*pointer)) {
        found.places.push_back(*path);
        found.total = 1;
    }
    return found;
}

Expected<Found> run(const payload::Document &document, const QString &text, const SelectOptions &options)
{
    switch (languageOf(text, document.isXml())) {
    case Language::Pointer:
        return selectPointer(document, text);
    case Language::XPath:
        return selectXPath(document, text, options);
    case Language::JsonPath:
        break;
    }
    const auto path = JsonPath::parse(text);
    if (!path)
        return tl::unexpected(path.error());
    return path->select(document.root(), options);
}

Expected<void> checked(const QString &text, bool isXml)
{
    switch (languageOf(text, isXml)) {
    case Language::Pointer:
        if (const auto pointer = readPointer(text); !pointer)
            return tl::unexpected(pointer.error());
        return {};
    case Language::XPath:
        return checkXPath(text);
    case Language::JsonPath:
        break;
    }
    if (const auto path = JsonPath::parse(text); !path)
        return tl::unexpected(path.error());
    return {};
}

/// A member's name between single quotes, as RFC 9535, 2.7 spells it.
void appendName(QString &path, std::string_view name)
{
    path += u"['"_s;
    for (const QChar c : QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))) {
        static constexpr char shortForms[] = "btn.fr";
        const ushort code = c.unicode();
        if (code == '\'' || code == '\\')
            path += u'\\' + QString(c);
        else if (code >= 8 && code <= 13 && code != 11)
            path += u'\\' + QString(QLatin1Char(shortForms[code - 8]));
        else if (code < 0x20)
            path += u"\\u"_s + QString::number(code, 16).rightJustified(4, u'0');
        else
            path += c;
    }
    path += u"']"_s;
}

} // namespace

Error queryError(qsizetype at, const QString &expected, const QString &nextStep)
{
    Error error = makeError(Error::Code::Invalid, expected, nextStep);
    const auto column = static_cast<std::uint32_t>(at);
    error.place = TextPlace{column, 1, column + 1};
    return error;
}

Language languageOf(const QString &query, bool isXml)
{
    for (const QChar c : query) {
        if (c.isSpace())
            continue;
        if (c == u'$')
            return Language::JsonPath;
        return isXml ? Language::XPath : c == u'/' ? Language::Pointer : Language::JsonPath;
    }
    return Language::JsonPath;
}

Expected<Found> select(const payload::Document &document, const QString &query, const SelectOptions &options)
{
    const auto text = trimmed(query);
    if (!text)
        return tl::unexpected(worded(text.error(), 0));
    auto found = run(document, text->text, options);
    if (!found)
        return tl::unexpected(worded(std::move(found.error()), text->skipped));
    return found;
}

Expected<void> check(const QString &query, bool isXml)
{
    const auto text = trimmed(query);
    if (!text)
        return tl::unexpected(worded(text.error(), 0));
    if (const auto right = checked(text->text, isXml); !right)
        return tl::unexpected(worded(right.error(), text->skipped));
    return {};
}

QString normalizedPath(const payload::Document &document, const payload::Path &path)
{
    return normalizedPath(document.root(), path);
}

QString normalizedPath(const payload::Value &root, const payload::Path &path)
{
    QString text = u"$"_s;
    payload::Value value = root;
    std::string scratch;
    for (const std::uint32_t step : path) {
        const payload::Value child = value.at(step);
        if (!child)
            break;
        if (value.isArray())
            text += u'[' + QString::number(step) + u']';
        else
            appendName(text, child.name(scratch));
        value = child;
    }
    return text;
}

} // namespace marquee::query
