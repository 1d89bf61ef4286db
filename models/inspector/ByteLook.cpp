// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/ByteLook.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using Form = ByteLook::Form;
using Encoding = ByteLook::Encoding;

namespace {

constexpr qsizetype Looked = 4096;

QString words(const char *text)
{
    return QCoreApplication::translate("inspector", text);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// By its mark, or because every second byte of the first few is nought, as in UTF-16 without one.
Encoding encodingOf(const QByteArray &head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8Mark;
    if (head.startsWith("\xFF\xFE"))
        return Encoding::Utf16Little;
    if (head.startsWith("\xFE\xFF"))
        return Encoding::Utf16Big;
    if (head.size() >= 4 && head.at(0) != 0 && head.at(1) == 0 && head.at(2) != 0 && head.at(3) == 0)
        return Encoding::Utf16Little;
    if (head.size() >= 4 && head.at(0) == 0 && head.at(1) != 0 && head.at(2) == 0 && head.at(3) != 0)
        return Encoding::Utf16Big;
    // The cut may have gone through a character: its bytes aren't held against the text.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    for (qsizetype cut = 0; cut < 4 && cut < head.size(); ++cut) {
        [[maybe_unused]] const QString decoded = decoder(QByteArrayView(head).chopped(cut));
        if (!decoder.hasError())
            return Encoding::Utf8;
        decoder.resetState();
        if (head.size() < Looked)
            break;
    }
    return head.isEmpty() ? Encoding::Utf8 : Encoding::Other;
}

/// The beginning as Latin letters, whatever it is encoded in: enough to tell what it is.
QByteArray lettersOf(const QByteArray &head, Encoding encoding)
{
    if (encoding == Encoding::Utf16Little || encoding == Encoding::Utf16Big) {
        QByteArray letters;
        std::copy_if(head.begin(), head.end(), std::back_inserter(letters), [](char c) { return c > 0; });
        return letters;
    }
    return encoding == Encoding::Utf8Mark ? head.mid(3) : head;
}

bool isHtml(const QByteArray &letters)
{
    const QByteArray small = letters.left(512).toLower();
    return small.startsWith("<!doctype html") || small.startsWith("<html") || small.contains("<html")
        || small.startsWith("<head") || small.startsWith("<body");
}

Form formOf(const QByteArray &letters)
{
    const auto first = std::find_if_not(letters.begin(), letters.end(), isBlank);
    if (first == letters.end())
        return Form::Empty;
    if (std::any_of(letters.begin(), letters.end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20 && !isBlank(c) && c != '\f' && c != '\x1b'; }))
        return Form::Binary;
    const QByteArray rest = letters.mid(first - letters.begin());
    if (*first == '<')
        return isHtml(rest) ? Form::Html : Form::Xml;
    const QByteArray scalar = rest.left(5);
    const bool isJson = std::string_view("{[\"-0123456789/").find(*first) != std::string_view::npos
        || scalar.startsWith("true") || scalar.startsWith("false") || scalar.startsWith("null");
    return isJson ? Form::Json : Form::Text;
}

} // namespace

ByteLook lookAt(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(Looked);
    ByteLook look;
    look.encoding = encodingOf(head);
    look.form = formOf(lettersOf(head, look.encoding));
    return look;
}

QString noteOf(const ByteLook &look)
{
    if (look.form == Form::Html)
        return words("This is an HTML page, not JSON. A proxy or a login page may have answered.");
    if (look.encoding == Encoding::Utf16Little || look.encoding == Encoding::Utf16Big)
        return words("This is UTF-16. Payloads have to be UTF-8, so it is shown byte for byte and can't be read.");
    if (look.form == Form::Binary)
        return words("This isn't text. It may be an image or a compressed file.");
    if (look.encoding == Encoding::Other)
        return words("This isn't UTF-8. What can't be read is shown as a question mark.");
    if (look.form == Form::Text)
        return words("This is plain text, neither JSON nor XML.");
    if (look.encoding == Encoding::Utf8Mark)
        return words("It begins with a byte-order mark, which doesn't belong in a payload. It was read past.");
    return {};
}

} // namespace marquee::inspector
