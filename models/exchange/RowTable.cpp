// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowTable.h"

#include "payload/Text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace marquee::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rows", text);
}

Error errorAt(Error::Code code, const QString &message, const QString &nextStep, std::uint32_t line)
{
    Error error;
    error.code = code;
    error.message = message;
    error.nextStep = nextStep;
    error.place = TextPlace{0, line, 1};
    return error;
}

/// One row out of the text.
struct RowReader
{
    const QByteArray &bytes;
    char separator;
    qsizetype at = 0;
    std::uint32_t line = 1;
    bool isOpen = false; ///< a quote wasn't closed

    bool atEnd() const { return at >= bytes.size(); }

    QStringList next()
    {
        QStringList cells;
        while (true) {
            cells << QString::fromUtf8(cell());
            if (atEnd() || bytes[at] != separator)
                break;
            ++at;
        }
        if (!atEnd() && bytes[at] == '\r')
            ++at;
        if (!atEnd() && bytes[at] == '\n')
            ++at;
        ++line;
        return cells;
    }

    /// Up to the separator or the line's end.
    QByteArray cell()
    {
        if (atEnd() || bytes[at] != '"') {
            const qsizetype begin = at;
            while (!atEnd() && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r')
                ++at;
            return bytes.mid(begin, at - begin);
        }
        ++at;
        QByteArray text;
        while (true) {
            const qsizetype quote = bytes.indexOf('"', at);
            if (quote < 0) {
                isOpen = true;
                at = bytes.size();
                return text;
            }
            const QByteArray part = bytes.mid(at, quote - at);
            line += static_cast<std::uint32_t>(part.count('\n'));
            text += part;
            at = quote + 1;
            if (atEnd() || bytes[at] != '"')
                break;
            text += '"'; // two stand for one
            ++at;
        }
        // What follows a closing quote belongs to the cell too: "12" inch.
        const qsizetype begin = at;
        while (!atEnd() && bytes[at] != separator && bytes[at] != '\n' && bytes[at] != '\r')
            ++at;
        return text + bytes.mid(begin, at - begin);
    }
};

char guessSeparator(const QByteArray &bytes)
{
    const QByteArray first
        = bytes.left(std::max<qsizetype>(0, bytes.indexOf('\n') < 0 ? bytes.size() : bytes.indexOf('\n')));
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : {'\t', ';', ','}) {
        const qsizetype count = first.count(candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace

Expected<RowTable> RowTable::read(QByteArray bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    if (bytes.size() > static_cast<qsizetype>(payload::Text::MaximumSize))
        return tl::unexpected(
            errorAt(Error::Code::TooLarge, tr("The rows are larger than 512 MB."), tr("Take them in parts."), 1));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(bytes);
    if (decoder.hasError())
        return tl::unexpected(
            errorAt(Error::Code::NotUtf8, tr("The rows aren't UTF-8."), tr("Save them as “CSV UTF-8”."), 1));
    RowTable table;
    table.m_separator = guessSeparator(bytes);
    table.m_bytes = std::move(bytes);
    RowReader reader{table.m_bytes, table.m_separator};
    if (!reader.atEnd())
        table.m_headings = reader.next();
    for (QString &heading : table.m_headings)
        heading = heading.trimmed();
    while (!table.m_headings.isEmpty() && table.m_headings.last().isEmpty())
        table.m_headings.removeLast(); // a spreadsheet's empty columns
    if (table.m_headings.isEmpty())
        return tl::unexpected(errorAt(Error::Code::Invalid, tr("There are no headings."),
            tr("The first row names what stands in each column."), 1));
    for (const QString &heading : std::as_const(table.m_headings)) {
        if (!heading.isEmpty() && table.m_headings.count(heading) > 1)
            return tl::unexpected(errorAt(Error::Code::Invalid, tr("The heading “%1” stands twice.").arg(heading),
                tr("Give each column a heading of its own."), 1));
    }
    while (!reader.atEnd() && !reader.isOpen) {
        const auto begin = static_cast<std::uint32_t>(reader.at);
        const std::uint32_t line = reader.line;
        const QStringList cells = reader.next();
        if (reader.isOpen)
            return tl::unexpected(errorAt(Error::Code::Malformed,
                tr("A quote that begins in line %1 isn't closed.").arg(line), tr("Close it, or double it."), line));
        if (std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); }))
            continue;
        table.m_begins.push_back(begin);
        table.m_lines.push_back(line);
    }
    return table;
}

QStringList RowTable::row(int index) const
{
    RowReader reader{m_bytes, m_separator, static_cast<qsizetype>(m_begins[static_cast<std::size_t>(index)])};
    QStringList cells = reader.next();
    while (cells.size() < m_headings.size())
        cells << QString();
    while (cells.size() > m_headings.size() && cells.last().isEmpty())
        cells.removeLast();
    return cells;
}

} // namespace marquee::exchange
