// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeMaker.h"

#include "payload/Document.h"
#include "rules/WindowId.h"
#include "series/EpisodeParts.h"
#include "series/EpisodeText.h"

#include <QCoreApplication>
#include <QHash>

#include <unordered_set>

namespace marquee::series {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Episodes", text);
}

Error invalid(const QString &message, const QString &nextStep)
{
    return makeError(Error::Code::Invalid, message, nextStep);
}

/// Says of which pattern an error speaks.
Error about(const QString &field, Error error)
{
    error.message = field + u": "_s + error.message;
    return error;
}

QString fileNameFrom(QString text)
{
    static const QString forbidden = u"/\\:*?\"<>|"_s;
    for (QChar &c : text) {
        if (forbidden.contains(c) || c.category() == QChar::Other_Control)
            c = u'-';
    }
    while (text.startsWith(u'.'))
        text.remove(0, 1);
    constexpr qsizetype longest = 120;
    return text.trimmed().left(longest);
}

EpisodeParts partsOf(const EpisodeSource &source, const EpisodePattern &pattern, int number, const QString &title)
{
    EpisodeParts parts;
    parts.number = number;
    parts.season = source.level == EpisodeSource::Level::Series ? std::optional(pattern.season) : source.season;
    parts.series = source.seriesTitle;
    parts.seasonTitle = source.seasonTitle;
    parts.title = title;
    parts.id = source.id;
    return parts;
}

} // namespace

Expected<Episode> EpisodeMaker::called(int number, const QString &title) const
{
    EpisodeParts parts = partsOf(m_source, m_pattern, number, title);
    Episode one;
    one.number = number;
    const auto fill = [&](const QString &field, const QString &pattern, QString &into) -> std::optional<Error> {
        const auto text = filled(pattern, parts);
        if (!text)
            return about(field, text.error());
        into = *text;
        return std::nullopt;
    };
    if (const auto error = fill(tr("Avail ID"), m_pattern.alid, one.alid))
        return tl::unexpected(*error);
    if (one.alid.isEmpty())
        return tl::unexpected(invalid(tr("The pattern leaves an empty avail ID."),
            tr("Name what tells the episodes apart, such as {id}E{n:2}.")));
    parts.alid = one.alid;
    one.contentId = one.alid;
    if (const auto error = m_pattern.contentId.trimmed().isEmpty()
            ? std::nullopt
            : fill(tr("Content ID"), m_pattern.contentId, one.contentId))
        return tl::unexpected(*error);
    if (const auto error = fill(tr("Title"), m_pattern.title, one.title))
        return tl::unexpected(*error);
    QString file;
    if (const auto error
        = fill(tr("File name"), m_pattern.fileName.trimmed().isEmpty() ? u"{alid}"_s : m_pattern.fileName, file))
        return tl::unexpected(*error);
    file = fileNameFrom(file);
    if (file.isEmpty())
        return tl::unexpected(invalid(tr("The pattern leaves an empty file name."),
            tr("Leave it empty: then files are called by their avail ID.")));
    one.fileName = file + u".json"_s;
    QString ignored;
    for (const auto &[field, pattern] : {std::pair(tr("Entitlement ID"), m_pattern.entitlement),
             std::pair(tr("Season ID"), m_pattern.seasonId), std::pair(tr("Season title"), m_pattern.seasonTitle)}) {
        if (const auto error = fill(field, pattern, ignored))
            return tl::unexpected(*error);
    }
    parts.window = 1;
    parts.windowId = u"w"_s;
    if (const auto error = fill(tr("Window IDs"), m_pattern.windowId, ignored))
        return tl::unexpected(*error);
    return one;
}

Expected<EpisodeMaker> EpisodeMaker::plan(
    const rules::Context &context, const EpisodePattern &pattern, const QStringList &titles, const Taken &taken)
{
    auto source = readSource(context);
    if (!source)
        return tl::unexpected(source.error());
    if (pattern.count < 1 || pattern.count > MostEpisodes || pattern.first < 0)
        return tl::unexpected(invalid(QCoreApplication::translate("Episodes",
                                          "%n episode(s) at most can be made at once.", nullptr, MostEpisodes),
            tr("Make them in parts.")));
    constexpr std::uint64_t mostBytes = 256u * 1024 * 1024;
    if (std::uint64_t(context.document.text().size()) * static_cast<std::uint64_t>(pattern.count) > mostBytes) {
        Error error = invalid(tr("So many episodes of such a large avail are more than this program takes at once."),
            tr("Make them in parts."));
        error.code = Error::Code::TooLarge;
        return tl::unexpected(error);
    }
    EpisodeMaker maker(context, pattern, std::move(*source));
    for (int i = 0; i < pattern.count; ++i) {
        auto one = maker.called(pattern.first + i, titles.value(i).simplified());
        if (!one)
            return tl::unexpected(one.error());
        maker.m_titles << titles.value(i).simplified();
        maker.m_episodes.push_back(std::move(*one));
    }
    if (const auto done = maker.checkWindowIds(); !done)
        return tl::unexpected(done.error());
    maker.findClashes(taken);
    const auto more = titles.size() - pattern.count;
    if (more > 0)
        maker.m_remarks << QCoreApplication::translate(
            "Episodes", "%n title(s) are left over.", nullptr, static_cast<int>(more));
    if (maker.m_source.assets > 1)
        maker.m_remarks << tr(
            "The avail has more than one title; the first that belongs to a series becomes the episode.");
    return maker;
}

/// A pattern that gives two windows one ID would let one overwrite the other at the partner.
Expected<void> EpisodeMaker::checkWindowIds() const
{
    if (m_pattern.windowId.trimmed().isEmpty() || m_source.windows == 0)
        return {};
    std::unordered_set<std::string> ids;
    const payload::Value windows = m_context.document.root().member("avail").member("Transaction");
    for (std::size_t e = 0; e < m_episodes.size(); ++e) {
        EpisodeParts parts = partsOf(m_source, m_pattern, m_episodes[e].number, m_titles.value(static_cast<int>(e)));
        parts.alid = m_episodes[e].alid;
        for (std::uint32_t w = 0; w < windows.size(); ++w) {
            parts.window = static_cast<int>(w) + 1;
            parts.windowId = QString::fromStdString(windows.at(w).member("_TransactionID").string());
            const auto id = filled(m_pattern.windowId, parts);
            if (!id || id->isEmpty())
                return tl::unexpected(
                    invalid(tr("The pattern leaves an empty window ID."), tr("Leave it empty for random IDs.")));
            if (!ids.insert(id->toStdString()).second)
                return tl::unexpected(invalid(tr("Two windows would have the ID “%1”.").arg(*id),
                    tr("Name what tells them apart: {alid} and {window}. Or leave it empty for random IDs.")));
        }
    }
    return {};
}

void EpisodeMaker::findClashes(const Taken &taken)
{
    QHash<QString, int> ids;
    QHash<QString, int> files;
    QSet<QString> standing;
    for (const QString &file : taken.files)
        standing.insert(file.toLower());
    for (const Episode &one : m_episodes) {
        ++ids[one.alid];
        ++files[one.fileName.toLower()];
    }
    for (Episode &one : m_episodes) {
        if (ids[one.alid] > 1)
            one.clashes << tr("Another of these episodes has the ID “%1”.").arg(one.alid);
        if (one.alid == m_source.id)
            one.clashes << tr("“%1” is the ID of the avail that they are made of.").arg(one.alid);
        else if (taken.alids.contains(one.alid))
            one.clashes << tr("The workspace has an avail “%1” already.").arg(one.alid);
        one.isIdTwice = ids[one.alid] > 1 || one.alid == m_source.id;
        if (files[one.fileName.toLower()] > 1)
            one.clashes << tr("Another of these episodes has the file name “%1”.").arg(one.fileName);
        else if (standing.contains(one.fileName.toLower()))
            one.clashes << tr("The folder has a file “%1” already.").arg(one.fileName);
        one.isFileTaken = files[one.fileName.toLower()] > 1 || standing.contains(one.fileName.toLower());
    }
}

Expected<QByteArray> EpisodeMaker::text(std::size_t episode) const
{
    const Episode &one = m_episodes[episode];
    EpisodeParts parts = partsOf(m_source, m_pattern, one.number, m_titles.value(static_cast<int>(episode)));
    parts.alid = one.alid;
    EpisodeContent content;
    content.number = one.number;
    content.alid = one.alid;
    content.contentId = one.contentId;
    content.title = one.title;
    // The patterns were tried when the episodes were planned.
    content.entitlement = filled(m_pattern.entitlement, parts).value_or(QString());
    content.season = m_pattern.season;
    content.seasonId = filled(m_pattern.seasonId, parts).value_or(QString());
    content.seasonTitle = filled(m_pattern.seasonTitle, parts).value_or(QString());
    content.windowId = [&](std::uint32_t window, const std::string &id) -> std::string {
        if (m_pattern.windowId.trimmed().isEmpty())
            return rules::newWindowId();
        parts.window = static_cast<int>(window) + 1;
        parts.windowId = QString::fromStdString(id);
        return filled(m_pattern.windowId, parts).value_or(QString()).toStdString();
    };
    return episodeText(m_context, m_source, content);
}

Expected<Episodes> makeEpisodes(
    const rules::Context &context, const EpisodePattern &pattern, const QStringList &titles, const Taken &taken)
{
    const auto maker = EpisodeMaker::plan(context, pattern, titles, taken);
    if (!maker)
        return tl::unexpected(maker.error());
    Episodes made{maker->episodes(), maker->remarks()};
    for (std::size_t i = 0; i < made.episodes.size(); ++i) {
        auto text = maker->text(i);
        if (!text)
            return tl::unexpected(text.error());
        made.episodes[i].text = std::move(*text);
    }
    return made;
}

} // namespace marquee::series
