// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Wording.h"

#include "inspector/Cells.h"

#include <QCoreApplication>
#include <QLocale>

namespace marquee::inspector {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("inspector", text);
}

QString milliseconds(std::int64_t ms)
{
    const QLocale locale;
    if (ms < 10'000)
        return words("%1 ms").arg(locale.toString(static_cast<qlonglong>(ms)));
    return words("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', 1));
}

/// The exact number beside the rounded one, where that says less.
QString bytes(std::int64_t count)
{
    if (count < 1024)
        return sizeWords(count);
    return words("%1 (%2 bytes)").arg(sizeWords(count), QLocale().toString(static_cast<qlonglong>(count)));
}

} // namespace

PairsPage::Pairs headerPairs(const Source &source)
{
    PairsPage::Pairs pairs;
    for (const auto &[name, value] : source.headers)
        pairs.emplace_back(QString::fromUtf8(name), QString::fromUtf8(value));
    return pairs;
}

PairsPage::Pairs timingPairs(const Source &source)
{
    PairsPage::Pairs pairs;
    if (source.began.isValid())
        pairs.emplace_back(words("Began"), QLocale().toString(source.began.toLocalTime(), QLocale::LongFormat));
    if (source.waitedMs >= 0)
        pairs.emplace_back(words("Waited for its turn"), milliseconds(source.waitedMs));
    if (source.elapsedMs >= 0)
        pairs.emplace_back(words("Took, to the last byte"), milliseconds(source.elapsedMs));
    if (source.attempts > 0)
        pairs.emplace_back(words("Attempts"), QLocale().toString(source.attempts));
    if (source.status > 0)
        pairs.emplace_back(words("Status"), QString::number(source.status));
    if (source.bytesSent >= 0)
        pairs.emplace_back(words("Sent"), bytes(source.bytesSent));
    if (source.bytesReceived >= 0)
        pairs.emplace_back(words("Received"), bytes(source.bytesReceived));
    if (source.elapsedMs > 0 && source.bytesReceived > 0)
        pairs.emplace_back(
            words("Speed"), words("%1 a second").arg(sizeWords(source.bytesReceived * 1000 / source.elapsedMs)));
    if (!source.askedIds.isEmpty())
        pairs.emplace_back(words("Asked for"), QString(source.askedIds.mid(0, 200).join(u", "_s)));
    return pairs;
}

preview::Language languageOf(const ByteLook &look)
{
    switch (look.form) {
    case ByteLook::Form::Json:
        return preview::Language::Json;
    case ByteLook::Form::Xml:
    case ByteLook::Form::Html:
        return preview::Language::Xml;
    default:
        return preview::Language::Plain;
    }
}

} // namespace marquee::inspector
