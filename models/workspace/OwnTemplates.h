// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/NamedFiles.h"
#include "workspace/Template.h"

#include <list>

namespace marquee::payload {
class Document;
}

namespace marquee::workspace {

/// Whether a template that is made of a document keeps the document's ids and titles, or leaves them to be filled in.
enum class Identity : std::uint8_t
{
    Kept,
    Emptied
};

/// The user's own templates: homeFolder()/templates/NAME.json, each a plain avail or a message of performances (NAME.xml). Read from the disk when that
/// is asked for. Errors as NamedFiles, and Malformed or Invalid for what isn't an avail. One thread.
class OwnTemplates
{
public:
    OwnTemplates(); ///< in homeFolder(), wherever that is when it is asked
    explicit OwnTemplates(const QString &folder);

    /// Reads the folder again; templates that `all` gave before are gone.
    void reload();
    /// By name, as reload found them. A file that isn't an avail is among them, with its `error`.
    const std::list<Template> &all() const { return m_all; }
    const Template *find(std::string_view id) const; ///< null where there is none

    // What follows changes files; `all` says so after the next reload.
    /// A name that stands is an error unless it is to be replaced.
    Expected<void> save(
        const QString &name, const QByteArray &text, NamedFiles::Existing existing = NamedFiles::Existing::Keep);
    Expected<void> rename(const QString &name, const QString &to);
    Expected<QByteArray> remove(const QString &name); ///< what stood in the file, for `restore`
    Expected<void> restore(const QString &name, const QByteArray &bytes);
    bool contains(const QString &name) const;

    /// What save takes, made of an avail: canonical layout, and of a partner's reply the avail alone. Emptied are ALID,
    /// content, season and series IDs, titles, the IDs of windows and entitlements; identifiers of other registries go.
    /// Invalid where the document has no avail.
    static Expected<QByteArray> textOf(const payload::Document &document, Identity identity);

private:
    NamedFiles files() const;

    QString m_folder; ///< empty: in homeFolder()
    std::list<Template> m_all;
};

} // namespace marquee::workspace
