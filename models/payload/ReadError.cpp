// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/ReadError.h"

#include "payload/Text.h"

#include <QByteArrayView>
#include <QCoreApplication>

namespace marquee::payload {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonReader", text);
}

/// Where the first byte stands that isn't UTF-8.
std::uint32_t firstBadByte(std::string_view text)
{
    std::size_t good = 0;
    std::size_t bad = text.size();
    // Halving: the longest prefix that is valid up to a whole character.
    while (good + 1 < bad) {
        const std::size_t middle = good + (bad - good) / 2;
        std::size_t whole = middle;
        while (whole > good && (static_cast<unsigned char>(text[whole]) & 0xc0) == 0x80)
            --whole;
        if (whole == good)
            break;
        if (QByteArrayView(text.data() + good, static_cast<qsizetype>(whole - good)).isValidUtf8())
            good = whole;
        else
            bad = whole;
    }
    std::size_t at = good;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return static_cast<std::uint32_t>(at);
}

} // namespace

Error readError(Error::Code code, const QString &expected, std::uint32_t offset, std::string_view text)
{
    const Text whole(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    Error error;
    error.code = code;
    error.place = whole.place(offset);
    error.excerpt = whole.excerpt(offset);
    switch (code) {
    case Error::Code::NotUtf8:
        error.message = tr("Line %1, column %2 isn't valid UTF-8: expected %3.");
        error.nextStep = tr("Save the file as UTF-8 in the program that wrote it, and open it again.");
        break;
    case Error::Code::TooDeep:
        error.message = tr("Line %1, column %2 is nested too deeply: expected %3.");
        error.nextStep = tr("No partner's payload is that deep. Check what wrote this file.");
        break;
    case Error::Code::UsesEntities:
        error.message = tr("Line %1, column %2 can't be taken: expected %3.");
        error.nextStep = tr("Take document types and entities out, and write what they stand for.");
        break;
    default:
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            error.message = tr("There is nothing in it.");
            error.nextStep = tr("Begin with a template instead, or check what wrote this file.");
            return error;
        }
        error.message = tr("Line %1, column %2 isn't well-formed: expected %3.");
        error.nextStep = tr("Correct the text at this place.");
    }
    error.message = error.message.arg(error.place->line).arg(error.place->column).arg(expected);
    return error;
}

std::optional<Error> refusalOf(std::string_view text)
{
    if (text.size() > Text::MaximumSize)
        return makeError(Error::Code::TooLarge,
            tr("The payload is larger than %1 MB.").arg(Text::MaximumSize / (1024 * 1024)), tr("Split it into several files."));
    if (!QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8())
        return readError(Error::Code::NotUtf8, tr("text in UTF-8"), firstBadByte(text), text);
    return std::nullopt;
}

} // namespace marquee::payload
