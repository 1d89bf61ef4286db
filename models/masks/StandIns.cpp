// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/StandIns.h"

#include "catalog/DateTime.h"
#include "catalog/Decimal.h"
#include "catalog/Eidr.h"

#include <QRegularExpression>

#include <algorithm>

namespace marquee::masks {

using namespace Qt::StringLiterals;
using catalog::DateTime;
using catalog::Decimal;

namespace {

constexpr std::int64_t FirstDay = 978307200; ///< 2001-01-01T00:00:00Z
constexpr std::int64_t Day = 86400;

QString keyOf(Category category, const QString &value)
{
    return QChar(u'0' + static_cast<char16_t>(category)) + value;
}

bool isNumeric(const Replacement &one)
{
    return (one.category == Category::Price || one.category == Category::Text) && isNumber(one.before);
}

/// The place of a number among the others, written with as many decimals as it has: 7.99 is 3.01 where it is the third.
QString numberLike(const QString &written, std::size_t rank)
{
    static const QRegularExpression parts(u"^(-?)(\\d+)(\\.\\d+)?([eE][-+]?\\d+)?$"_s);
    const auto match = parts.match(written);
    QString text = match.captured(1) + QString::number(rank);
    QString decimals = match.captured(3);
    qsizetype last = decimals.size() - 1;
    while (last > 0 && decimals[last] == u'0')
        --last;
    for (qsizetype i = 1; i < decimals.size(); ++i)
        decimals[i] = i == last ? u'1' : u'0';
    text += decimals;
    return match.captured(4).isEmpty() ? text : QString(text + u"e0"_s);
}

/// Digits count in tens and letters in alphabets, from the right, so that what is a digit stays one.
QString counted(QString shape, qsizetype from, int number)
{
    for (qsizetype i = shape.size() - 1; i >= from && number > 0; --i) {
        const QChar c = shape[i];
        if (!c.isLetterOrNumber())
            continue;
        const int base = c.isDigit() ? 10 : 26;
        const int digit = number % base;
        number /= base;
        shape[i] = c.isDigit() ? QChar(u'0' + digit) : QChar((c.isUpper() ? u'A' : u'a') + digit);
    }
    return number > 0 ? QString(shape + QString::number(number)) : shape;
}

} // namespace

bool isAddress(const QString &text)
{
    return text.startsWith("http://"_L1, Qt::CaseInsensitive) || text.startsWith("https://"_L1, Qt::CaseInsensitive);
}

bool isNumber(const QString &text)
{
    return Decimal::parse(text.toStdString()).has_value();
}

void StandIns::add(Category category, const QString &value, const payload::Pointer &place)
{
    const QString plain = value.trimmed();
    const QString key = keyOf(category, plain);
    if (plain.isEmpty() || m_places.contains(key))
        return;
    m_places.insert(key, m_table.size());
    m_table.push_back({category, plain, {}, 0, place});
    if (!isNumeric(m_table.back()))
        m_table.back().after = made(category, plain);
}

void StandIns::settle()
{
    struct Number
    {
        Decimal value;
        std::size_t place;
    };
    std::vector<Number> numbers;
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        if (isNumeric(m_table[i]))
            numbers.push_back({*Decimal::parse(m_table[i].before.toStdString()), i});
    }
    std::stable_sort(numbers.begin(), numbers.end(),
        [](const Number &one, const Number &other) { return (one.value <=> other.value) < 0; });
    const auto negative = static_cast<std::size_t>(
        std::count_if(numbers.begin(), numbers.end(), [](const Number &number) { return number.value.isNegative(); }));
    std::size_t rank = negative + 1;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Replacement &one = m_table[numbers[i].place];
        const bool isSame = i > 0 && numbers[i].value == numbers[i - 1].value;
        if (numbers[i].value.isZero()) {
            one.after = one.before;
            continue;
        }
        if (i < negative)
            rank -= isSame ? 0 : 1;
        else if (i == negative || numbers[i - 1].value.isZero() || numbers[i - 1].value.isNegative())
            rank = 1;
        else
            rank += isSame ? 0 : 1;
        one.after = numberLike(one.before, rank);
    }
}

std::optional<QString> StandIns::take(Category category, const QString &value)
{
    const QString plain = value.trimmed();
    const auto found = m_places.constFind(keyOf(category, plain));
    if (found == m_places.constEnd())
        return std::nullopt;
    Replacement &one = m_table[*found];
    ++one.count;
    const qsizetype front = value.indexOf(plain);
    return value.left(front) + one.after + value.mid(front + plain.size());
}

QString StandIns::address(const QString &url, const payload::Pointer &place)
{
    add(Category::Address, url, place);
    return take(Category::Address, url).value_or(url);
}

QString StandIns::made(Category category, const QString &value)
{
    switch (category) {
    case Category::Title:
        return u"Title "_s + QString::number(next(category));
    case Category::Price:
        return u"Price "_s + QString::number(next(category)); // a fee in words
    case Category::Contract:
        return u"CONTRACT-"_s + QString::number(next(category)).rightJustified(3, u'0');
    case Category::Id:
        return shapedId(value);
    case Category::Person:
        if (value.contains(u'@'))
            return u"person"_s + QString::number(next(category)) + u"@example.com"_s;
        return (value.contains(u' ') ? u"Person "_s : u"Person-"_s) + QString::number(next(category));
    case Category::Address:
        return (value.startsWith("http:"_L1, Qt::CaseInsensitive) ? u"http"_s : u"https"_s) + u"://example.com/"_s
            + QString::number(next(category));
    case Category::Text:
        break;
    }
    const std::string text = value.toStdString();
    if (DateTime::parse(text))
        return QString::fromStdString(DateTime::format(FirstDay + Day * next(category)));
    if (DateTime::parseDate(text))
        return QString::fromStdString(DateTime::format(FirstDay + Day * next(category))).left(10);
    return u"Text "_s + QString::number(next(category));
}

QString StandIns::eidr(const QString &value)
{
    const qsizetype from = value.indexOf(u'/') >= 0 ? value.indexOf(u'/') + 1 : value.lastIndexOf(u':') + 1;
    QString shape = value;
    QString digits = QString::number(next(Category::Id), 16).toUpper();
    qsizetype digit = digits.size();
    for (qsizetype i = shape.size() - 3; i >= from; --i) { // in front of "-C"
        if (shape[i] != u'-')
            shape[i] = digit > 0 ? digits[--digit] : QChar(u'0');
    }
    const auto check = catalog::Eidr::checkCharacter(shape.toStdString());
    if (check) {
        const bool wasRight = catalog::Eidr::isValid(value.toStdString());
        shape.back() = QLatin1Char(wasRight ? *check : *check == '0' ? '1' : '0');
    }
    return shape;
}

QString StandIns::shapedId(const QString &value)
{
    if (catalog::Eidr::looksLike(value.toStdString()))
        return eidr(value);
    // A number has to stay one in JSON, which allows no zero in front.
    static const QRegularExpression digits(u"^\\d{1,18}$"_s);
    const bool isDigits = digits.match(value).hasMatch();
    // What says of which kind an ID is: the scheme of a URN, the letter of a production's, the two of IMDb's.
    static const QRegularExpression kept(u"^(?:(?:md|urn):(?:[A-Za-z0-9_.-]+:)+|[A-Za-z]{1,2}(?=\\d{5,}$))"_s);
    const auto match = kept.match(value);
    const qsizetype from = match.hasMatch() ? match.capturedLength() : 0;
    QString shape = value;
    for (qsizetype i = from; i < shape.size(); ++i) {
        if (shape[i].isDigit())
            shape[i] = u'0';
        else if (shape[i].isLetter())
            shape[i] = shape[i].isUpper() ? u'A' : u'a';
        else if (shape[i].isSurrogate() || shape[i].isMark())
            shape[i] = u'a';
    }
    if (isDigits && shape.size() > 1)
        shape[0] = u'1';
    QString id;
    do {
        id = counted(shape, from, next(Category::Id));
    } while (m_ids.contains(id));
    m_ids.insert(id);
    return id;
}

} // namespace marquee::masks
