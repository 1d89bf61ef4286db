// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "workspace/NamedFiles.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace marquee::workspace {

/// Terms that are kept under a name: "TVOD HD prices".
struct TermSet
{
    QString name;
    QByteArray terms; ///< a JSON list of terms; of a broken set what stands in the file
    std::optional<Error> error; ///< why it can't be applied
};

/// The user's sets of terms: homeFolder()/termsets/NAME.json, each the plain list of a window's terms in canonical
/// layout. Errors as NamedFiles, and Malformed or Invalid for what isn't a list of terms. One thread.
class TermSets
{
public:
    TermSets(); ///< in homeFolder()
    explicit TermSets(const QString &folder);

    std::vector<TermSet> list() const; ///< by name; broken ones among them
    Expected<QByteArray> read(const QString &name) const;
    /// A name that stands is an error unless it is to be replaced.
    Expected<void> save(
        const QString &name, const QByteArray &terms, NamedFiles::Existing existing = NamedFiles::Existing::Keep);
    Expected<void> rename(const QString &name, const QString &to) { return m_files.rename(name, to); }
    /// What stood in the file, for `restore`.
    Expected<QByteArray> remove(const QString &name) { return m_files.remove(name); }
    /// Puts back what `remove` took away, whatever it is.
    Expected<void> restore(const QString &name, const QByteArray &bytes) { return m_files.save(name, bytes); }
    bool contains(const QString &name) const { return m_files.contains(name); }

private:
    NamedFiles m_files;
};

} // namespace marquee::workspace
