// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ExchangeCompare.h"

#include "exchange/JournalRecords.h"
#include "exchange/Masking.h"
#include "payload/Document.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using payload::Kind;
using payload::Pointer;
using payload::Value;

namespace {

constexpr qsizetype LongestShown = 300; ///< characters of a value
constexpr qsizetype Around = 40; ///< bytes shown from the first that differs
constexpr qsizetype MostDigits = 15; ///< that a double tells apart

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

QString shown(const Value &value)
{
    std::string scratch;
    const std::string_view raw = value.raw(scratch);
    return shown(QByteArray(raw.data(), static_cast<qsizetype>(raw.size())));
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
    bool isFull() const { return !m_found.isWhole; }
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

/// Compares two JSON values by what they say.
class JsonCompare
{
public:
    explicit JsonCompare(Finder &finder)
        : m_finder(finder)
    {
    }

    void compare(const Value &left, const Value &right, const Pointer &place)
    {
        if (m_finder.isFull())
            return;
        if (left.isObject() && right.isObject())
            compareChildren(byName(left), byName(right), place);
        else if (left.isArray() && right.isArray())
            compareLists(left, right, place);
        else if (!isSame(left, right))
            tell(left, right, place);
    }

private:
    using Children = std::map<Pointer::Token, Value>;

    static bool isSame(const Value &left, const Value &right)
    {
        if (left.kind() != right.kind())
            return false;
        if (left.isString())
            return left.string() == right.string();
        const std::string a = left.raw();
        const std::string b = right.raw();
        if (!left.isNumber() || a == b)
            return a == b;
        const QByteArray one = QByteArray::fromStdString(a);
        const QByteArray other = QByteArray::fromStdString(b);
        return std::max(one.size(), other.size()) <= MostDigits && one.toDouble() == other.toDouble();
    }

    static Children byName(const Value &object)
    {
        Children children;
        std::string scratch;
        for (std::uint32_t i = 0; i < object.size(); ++i) {
            Pointer::Token name{std::string(object.at(i).name(scratch)), 0};
            while (children.contains(name))
                ++name.occurrence;
            children.emplace(std::move(name), object.at(i));
        }
        return children;
    }

    /// Windows by their IDs; nothing where one has none, or two have the same.
    static Children byId(const Value &windows)
    {
        Children children;
        for (std::uint32_t i = 0; i < windows.size(); ++i) {
            const Value id = windows.at(i).member("_TransactionID");
            if (!id.isString() || !children.emplace(Pointer::Token{id.string(), 0}, windows.at(i)).second)
                return {};
        }
        return children;
    }

    void compareLists(const Value &left, const Value &right, const Pointer &place)
    {
        if (!place.isRoot() && place.tokens.back().text == "Transaction") {
            const Children ours = byId(left);
            const Children theirs = byId(right);
            if (ours.size() == left.size() && theirs.size() == right.size()) {
                compareChildren(ours, theirs, place);
                return;
            }
        }
        for (std::uint32_t i = 0; i < std::max(left.size(), right.size()) && !m_finder.isFull(); ++i)
            either(left.at(i), right.at(i), place.child(i));
    }

    void compareChildren(const Children &left, const Children &right, const Pointer &place)
    {
        for (const auto &[name, value] : left) {
            const auto other = right.find(name);
            either(value, other == right.end() ? Value() : other->second, place.child(name.text, name.occurrence));
        }
        for (const auto &[name, value] : right) {
            if (!left.contains(name))
                either(Value(), value, place.child(name.text, name.occurrence));
        }
    }

    void either(const Value &left, const Value &right, const Pointer &place)
    {
        if (left && right)
            compare(left, right, place);
        else
            tell(left, right, place);
    }

    void tell(const Value &left, const Value &right, const Pointer &place)
    {
        m_finder.add(tr("Body"), left ? std::optional(shown(left)) : std::nullopt,
            right ? std::optional(shown(right)) : std::nullopt, QString::fromStdString(place.toString()));
    }

    Finder &m_finder;
};

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
        JsonCompare(finder).compare((*ours)->root(), (*theirs)->root(), {});
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
    return exchange.done ? outcomeTitle(exchange.outcome.kind) : tr("On its way");
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
