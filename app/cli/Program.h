// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "payload/Error.h"
#include "rules/Validator.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace marquee::cli {

/// What the process ends with. The worst of several wins: Usage, Refused, Unknown, Failed, Unreadable, Fault, Good.
enum class Exit : int {
    Good = 0,
    Fault = 1, ///< the content is at fault
    Usage = 2, ///< the command line is wrong
    Unreadable = 3, ///< an input can't be read or isn't well-formed
    Failed = 4, ///< the partner wasn't reached or answered with a failure
    Unknown = 5, ///< the request may have been applied
    Refused = 6, ///< refused for who you are
    Interrupted = 130
};
Exit worse(Exit left, Exit right);

/// What all verbs share: the options in front of them, and where their words go.
class Program
{
public:
    bool quiet = false;
    bool verbose = false;
    QString workspace = QStringLiteral(".");

    /// Progress and notes, for people: standard error, nothing with --quiet.
    void note(const QString &text) const;
    /// An error, with its next step: standard error, always.
    void complain(const Error &error) const;
    void complain(const QString &text) const;

    /// Standard output. False where it couldn't be written.
    bool print(const QByteArray &bytes) const;
    /// A file, or standard output for an empty path and "-".
    Exit write(const QString &path, const QByteArray &bytes) const;

    /// The rules and lists; loaded when they are first asked for. Complains and gives nothing where they are missing.
    const rules::Rulebook *rulebook();
    /// What the workspace's marquee.json says of single rules. Complains where it can't be read.
    std::optional<rules::Severities> severities();

    static QByteArray versionText();

private:
    std::optional<rules::Rulebook> m_rulebook;
};

QByteArray bytesOf(const std::string &text);

} // namespace marquee::cli
