// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeCompare.h"

#include "changes/Compare.h"
#include "exchange/JournalRecords.h"
#include "exchange/Masking.h"
#include "payload/Document.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

constexpr qsizetype LongestShown = 300; ///< characters of a value
constexpr qsizetype Around = 40; ///< bytes shown from the first that differs

QString tr(const char *text)
{
    return QCoreApplication::translate("ExchangeCompare", text);
}

QString shown(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes.left(4 * LongestShown));
    if (text.size() > LongestShown || bytes.size() > 4 * LongestShown)
        text = text.left(LongestShown) + u'…';
    return text;
}

/// Gathers what differs in one part, as much as one may tell.
class Finder
{
public:
    explicit Finder(Comparison &found)
        : m_found(found)
    {
    }

    void begin(Difference::Part part) { m_part = part; }
    void add(const QString &what, std::optional<QString> left, std::optional<QString> right, const QString &place = {})
    {
        if (m_found.differences.size() == MostDifferences)
            m_found.isWhole = false;
        else
            m_found.differences.push_back({m_part, what, place, std::move(left), std::move(right)});
    }
    void compare(const QString &what, const QString &left, const QString &right)
    {
        if (left != right)
            add(what, left, right);
    }

private:
    Comparison &m_found;
    Difference::Part m_part = Difference::Part::Request;
};

std::optional<QString> shown(const std::optional<Pointer> &place, const std::string &json)
{
    return place ? std::optional(shown(QByteArray::fromStdString(json))) : std::nullopt;
}

/// A pointer, in which windows go by their IDs.
QString placeName(const payload::Document &document, const Pointer &pointer)
{
    Pointer name;
    Pointer here;
    for (const Pointer::Token &token : pointer.tokens) {
        const bool isItem = !here.isRoot() && here.tokens.back().text == "Transaction" && document.find(here).isArray();
        here.tokens.push_back(token);
        const std::string id = isItem ? document.find(here).member("_TransactionID").string() : std::string();
        name.tokens.push_back(id.empty() ? token : Pointer::Token{id, 0});
    }
    return QString::fromStdString(name.toString());
}

void compareJson(const payload::Document &left, const payload::Document &right, Finder &finder)
{
    changes::Options options;
    options.most = MostDifferences + 1; // one more than may be told, so that it is known that there are more
    options.longestValue = 4 * LongestShown + 1;
    for (const changes::Difference &one : changes::compare(left, right, options).differences) {
        const QString place = one.before ? placeName(left, *one.before) : placeName(right, *one.after);
        finder.add(tr("Body"), shown(one.before, one.beforeValue), shown(one.after, one.afterValue), place);
    }
}

void compareBytes(const QByteArray &left, const QByteArray &right, Finder &finder)
{
    const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    const qsizetype at = a - left.begin();
    const auto line = std::count(left.begin(), a, '\n') + 1;
    const QLocale locale;
    const auto from = [at](const QByteArray &bytes) -> std::optional<QString> {
        return bytes.isEmpty() ? std::nullopt : std::optional(shown(bytes.mid(at, Around)));
    };
    const QString what = left.isEmpty() || right.isEmpty()
        ? tr("Body")
        : tr("Body, from byte %1 (line %2)").arg(locale.toString(at + 1), locale.toString(static_cast<qint64>(line)));
    finder.add(what, from(left), from(right));
}

void compareBodies(const QByteArray &left, const QByteArray &right, Finder &finder)
{
    if (left == right)
        return;
    const bool isSmall = std::max(left.size(), right.size()) <= LargestCompared;
    const auto ours = isSmall && !left.isEmpty() ? payload::Document::read(left) : tl::unexpected(Error());
    const auto theirs = ours && !right.isEmpty() ? payload::Document::read(right) : tl::unexpected(Error());
    if (ours && theirs)
        compareJson(**ours, **theirs, finder);
    else
        compareBytes(left, right, finder);
}

void compareHeaders(const HeaderList &left, const HeaderList &right, Finder &finder)
{
    std::map<QByteArray, std::pair<QByteArrayList, QByteArrayList>> all; // by their names in small letters
    for (const auto &[name, value] : left)
        all[name.toLower()].first << value;
    for (const auto &[name, value] : right)
        all[name.toLower()].second << value;
    const auto said = [](const QByteArrayList &values) -> std::optional<QString> {
        return values.isEmpty() ? std::nullopt : std::optional(shown(values.join(", ")));
    };
    for (const auto &[name, values] : all) {
        if (values.first != values.second)
            finder.add(tr("Header %1").arg(QString::fromLatin1(name)), said(values.first), said(values.second));
    }
}

QString outcomeOf(const Exchange &exchange)
{
    return exchange.done ? outcomeTitle(exchange) : tr("On its way");
}

} // namespace

Comparison compareExchanges(const Exchange &left, const Exchange &right)
{
    const Masking masking;
    const QLocale locale;
    Comparison found;
    Finder finder(found);
    finder.compare(tr("Operation"), operationTitle(left.operation), operationTitle(right.operation));
    finder.compare(tr("Environment"), left.environment, right.environment);
    finder.compare(tr("Address"), QString::fromUtf8(masking.url(left.request.url)),
        QString::fromUtf8(masking.url(right.request.url)));
    compareHeaders(masking.headers(left.request.headers), masking.headers(right.request.headers), finder);
    compareBodies(left.request.body, right.request.body, finder);
    finder.begin(Difference::Part::Answer);
    finder.compare(tr("Outcome"), outcomeOf(left), outcomeOf(right));
    finder.compare(tr("What it says"), left.outcome.message, right.outcome.message);
    finder.compare(tr("Status"), QString::number(left.reply.status), QString::number(right.reply.status));
    finder.compare(tr("Took"), tr("%1 ms").arg(locale.toString(left.reply.elapsedMs)),
        tr("%1 ms").arg(locale.toString(right.reply.elapsedMs)));
    compareHeaders(masking.headers(left.reply.headers), masking.headers(right.reply.headers), finder);
    compareBodies(left.reply.body, right.reply.body, finder);
    return found;
}

} // namespace marquee::exchange
