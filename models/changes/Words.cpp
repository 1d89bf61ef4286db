// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Words.h"

#include "payload/Document.h"
#include "rules/PlaceName.h"
#include "rules/Validator.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::changes {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

constexpr qsizetype Longest = 200; ///< characters

/// What steers a terminal is shown, not obeyed.
QString harmless(QString text)
{
    text = std::move(text).simplified();
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

/// A value as it stands in the text.
QString written(const Value &value, qsizetype longest)
{
    std::string scratch;
    const std::string_view raw = value.raw(scratch);
    const auto most = static_cast<std::size_t>(4 * longest); // bytes that so many characters may take
    const QString text = harmless(QString::fromUtf8(raw.data(), static_cast<qsizetype>(std::min(raw.size(), most))));
    return text.size() > longest || raw.size() > most ? QString(text.left(longest) + u'…') : text;
}

bool namesItself(std::string_view member)
{
    return member == "_TransactionID" || member == "_termName" || member == "@id";
}

void addLeaves(const Value &value, QString &text, qsizetype longest, bool isOutermost)
{
    std::string scratch;
    if (!value.isObject() && !value.isArray()) {
        const std::string_view said = value.isString() ? value.string(scratch) : value.raw(scratch);
        if (!text.isEmpty() && !said.empty())
            text += u" · "_s;
        text += QString::fromUtf8(
            said.data(), static_cast<qsizetype>(std::min(said.size(), static_cast<std::size_t>(4 * longest))));
        return;
    }
    const std::uint32_t count = value.size();
    for (std::uint32_t i = 0; i < count && text.size() <= longest; ++i) {
        const Value child = value.at(i);
        if (!isOutermost || count == 1 || !value.isObject() || !namesItself(child.name(scratch)))
            addLeaves(child, text, longest, false);
    }
}

rules::Context contextOf(const rules::Rulebook &book, const payload::Document &document)
{
    return {*book.catalog, *book.vocabularies, document, rules::kindOf(document.root())};
}

} // namespace

void describe(Comparison &comparison, const rules::Rulebook &book, const payload::Document &before,
    const payload::Document &after)
{
    const rules::Context one = contextOf(book, before);
    const rules::Context other = contextOf(book, after);
    for (Difference &difference : comparison.differences) {
        difference.place
            = difference.after ? rules::placeName(other, *difference.after) : rules::placeName(one, *difference.before);
        if (difference.place.isEmpty())
            difference.place = QCoreApplication::translate("changes", "The whole document");
        const Value left = difference.before ? before.find(*difference.before) : Value();
        const Value right = difference.after ? after.find(*difference.after) : Value();
        difference.beforeWords = words(left);
        difference.afterWords = words(right);
        if (difference.beforeWords == difference.afterWords) { // "1" and 1
            difference.beforeWords = written(left, Longest);
            difference.afterWords = written(right, Longest);
        }
    }
}

QString words(const Value &value, qsizetype longest)
{
    if (!value.isString() && value.size() == 0)
        return written(value, longest);
    if (value.isString() && value.string().empty())
        return u"\"\""_s; // an empty text has to be seen
    QString text;
    addLeaves(value, text, longest, true);
    text = harmless(std::move(text));
    return text.size() > longest ? QString(text.left(longest) + u'…') : text;
}

} // namespace marquee::changes
