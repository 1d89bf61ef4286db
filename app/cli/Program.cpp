// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include "workspace/Files.h"
#include "workspace/WorkspaceFile.h"

#include <QCoreApplication>

#include <cstdio>

namespace marquee::cli {

using namespace Qt::StringLiterals;

namespace {

void toStandardError(const QString &text)
{
    const QByteArray line = text.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

int rank(Exit exit)
{
    static constexpr Exit worstLast[] = {Exit::Good,    Exit::Fault,   Exit::Unreadable, Exit::Failed,
                                         Exit::Unknown, Exit::Refused, Exit::Usage,      Exit::Interrupted};
    int at = 0;
    while (worstLast[at] != exit)
        ++at;
    return at;
}

} // namespace

Exit worse(Exit left, Exit right)
{
    return rank(left) > rank(right) ? left : right;
}

QByteArray bytesOf(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

void Program::note(const QString &text) const
{
    if (!quiet)
        toStandardError(text);
}

void Program::complain(const QString &text) const
{
    toStandardError(text);
}

void Program::complain(const Error &error) const
{
    toStandardError(sentence(error));
}

bool Program::print(const QByteArray &bytes) const
{
    return std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
        == static_cast<std::size_t>(bytes.size())
        && std::fflush(stdout) == 0;
}

Exit Program::write(const QString &path, const QByteArray &bytes) const
{
    if (path.isEmpty() || path == "-"_L1) {
        if (print(bytes))
            return Exit::Good;
        complain(QCoreApplication::translate("cli", "Standard output couldn't be written."));
        return Exit::Unreadable;
    }
    if (const auto saved = workspace::saveFile(path, bytes); !saved) {
        complain(saved.error());
        return Exit::Unreadable;
    }
    return Exit::Good;
}

const rules::Rulebook *Program::rulebook()
{
    if (m_rulebook)
        return &*m_rulebook;
    auto loaded = rules::Rulebook::load();
    if (!loaded) {
        complain(loaded.error());
        return nullptr;
    }
    m_rulebook = std::move(*loaded);
    return &*m_rulebook;
}

std::optional<rules::Severities> Program::severities()
{
    const auto file = workspace::WorkspaceFile::read(workspace);
    if (!file) {
        complain(file.error());
        return std::nullopt;
    }
    rules::Severities severities;
    if (const rules::Rulebook *book = rulebook()) {
        for (const QString &refused : rules::readSeverities(file->rules, *book->rules, severities))
            note(refused);
    }
    return severities;
}

QByteArray Program::versionText()
{
    return QByteArray("marquee-cli " MARQUEE_VERSION ", Qt ") + qVersion() + ", commit " MARQUEE_COMMIT "\n";
}

} // namespace marquee::cli
