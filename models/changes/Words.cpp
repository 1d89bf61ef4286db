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

bool holdsSecret(const Secrecy &secrecy, std::string_view name)
{
    return secrecy.isSecret && !name.empty() && secrecy.isSecret(name);
}

void addLeaves(const Value &value, QString &text, qsizetype longest, const Secrecy &secrecy, bool isOutermost)
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
        const bool isMember = value.isObject();
        if (isMember && holdsSecret(secrecy, child.name(scratch)))
            text += (text.isEmpty() ? QString() : u" · "_s) + QLatin1StringView(SecretWords);
        else if (!isOutermost || count == 1 || !isMember || !namesItself(child.name(scratch)))
            addLeaves(child, text, longest, secrecy, false);
    }
}

rules::Context contextOf(const rules::Rulebook &book, const payload::Document &document)
{
    return {*book.catalog, *book.vocabularies, document, rules::kindOf(document.root())};
}

QString masked(const QString &text, const Secrecy &secrecy)
{
    return secrecy.mask ? secrecy.mask(text) : text;
}

bool isBelowSecret(const Difference &difference, const Secrecy &secrecy)
{
    const payload::Pointer &pointer = difference.after ? *difference.after : *difference.before;
    return std::any_of(pointer.tokens.begin(), pointer.tokens.end(),
        [&](const payload::Pointer::Token &token) { return holdsSecret(secrecy, token.text); });
}

} // namespace

bool isSecretName(std::string_view name)
{
    // Cut into words: at what isn't a letter, and where a capital follows a small one.
    QStringList parts{QString()};
    char before = 0;
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isLower = c >= 'a' && c <= 'z';
        if (!isUpper && !isLower) {
            parts << QString();
        } else {
            if (isUpper && before >= 'a' && before <= 'z')
                parts << QString();
            parts.last() += QLatin1Char(isUpper ? static_cast<char>(c + 32) : c);
        }
        before = c;
    }
    parts.removeAll(QString());
    for (const QString &part : parts) {
        for (const auto secret : {"password"_L1, "passwd"_L1, "passphrase"_L1, "secret"_L1, "token"_L1, "apikey"_L1,
                 "authorization"_L1, "credential"_L1, "credentials"_L1, "cookie"_L1}) {
            if (part == secret)
                return true;
        }
    }
    return !parts.isEmpty() && parts.last() == "key"_L1 && parts.size() > 1;
}

void describe(Comparison &comparison, const rules::Rulebook &book, const payload::Document &before,
    const payload::Document &after, const Secrecy &secrecy)
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
        const QString secret = QLatin1StringView(SecretWords);
        if (isBelowSecret(difference, secrecy)) {
            difference.beforeWords = left ? secret : QString();
            difference.afterWords = right ? secret : QString();
            continue;
        }
        difference.beforeWords = left ? masked(words(left, Longest, secrecy), secrecy) : QString();
        difference.afterWords = right ? masked(words(right, Longest, secrecy), secrecy) : QString();
        const bool mayBeWritten = !secrecy.isSecret || (left.size() == 0 && right.size() == 0);
        if (mayBeWritten && difference.beforeWords == difference.afterWords) { // "1" and 1
            difference.beforeWords = masked(written(left, Longest), secrecy);
            difference.afterWords = masked(written(right, Longest), secrecy);
        }
    }
}

QString words(const Value &value, qsizetype longest, const Secrecy &secrecy)
{
    if (!value.isString() && value.size() == 0)
        return written(value, longest);
    if (value.isString() && value.string().empty())
        return u"\"\""_s; // an empty text has to be seen
    QString text;
    addLeaves(value, text, longest, secrecy, true);
    text = harmless(std::move(text));
    return text.size() > longest ? QString(text.left(longest) + u'…') : text;
}

} // namespace marquee::changes
