// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/TermSets.h"

#include "payload/Document.h"
#include "payload/JsonLayout.h"
#include "workspace/Home.h"

#include <QCoreApplication>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TermSets", text);
}

/// Why it isn't a list of terms; nothing where it is one.
std::optional<Error> problemOf(const QByteArray &text)
{
    const auto document = payload::Document::read(text);
    if (!document) {
        Error error = document.error();
        error.message = tr("This set of terms is broken: %1").arg(error.message);
        error.nextStep = tr("Correct its file in a text editor, or delete the set.");
        return error;
    }
    const payload::Value list = (*document)->root();
    bool isList = list.isArray() && list.size() > 0;
    for (std::uint32_t i = 0; isList && i < list.size(); ++i)
        isList = list.at(i).isObject() && list.at(i).member("_termName").isString();
    if (isList)
        return std::nullopt;
    Error error;
    error.code = Error::Code::Invalid;
    error.message = tr("This isn't a list of terms.");
    error.nextStep = tr("Make a set of the terms of a window.");
    return error;
}

} // namespace

TermSets::TermSets()
    : TermSets(QString(homeFolder() + u"/termsets"_s))
{
}

TermSets::TermSets(const QString &folder)
    : m_files(folder)
{
}

std::vector<TermSet> TermSets::list() const
{
    std::vector<TermSet> sets;
    for (NamedFile &file : m_files.list()) {
        const auto problem = file.error ? file.error : problemOf(file.bytes);
        sets.push_back({std::move(file.name), std::move(file.bytes), problem});
    }
    return sets;
}

Expected<QByteArray> TermSets::read(const QString &name) const
{
    auto bytes = m_files.read(name);
    if (!bytes)
        return bytes;
    if (auto problem = problemOf(*bytes))
        return tl::unexpected(std::move(*problem));
    return bytes;
}

Expected<void> TermSets::save(const QString &name, const QByteArray &terms, NamedFiles::Existing existing)
{
    if (auto problem = problemOf(terms))
        return tl::unexpected(std::move(*problem));
    return m_files.save(name, payload::canonicalJson(terms), existing);
}

} // namespace marquee::workspace
