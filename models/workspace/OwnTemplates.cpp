// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/OwnTemplates.h"

#include "payload/Document.h"
#include "payload/Layout.h"
#include "rules/Kind.h"
#include "rules/MetadataBlocks.h"
#include "workspace/Home.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace marquee::workspace {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Templates", text);
}

Error noTemplate()
{
    return makeError(Error::Code::Invalid, tr("That is neither an avail nor a message of performances."),
        tr("Make the template of a document that is one."));
}

/// The message of performances; nothing where it isn't one.
Value messageIn(const Value &root)
{
    return rules::kindOf(root) == rules::DocumentKind::Performance ? root.at(0) : Value();
}

constexpr std::array<std::string_view, 9> ids{"ALID", "_contentID", "SeasonContentID", "SeriesContentID", "VolumeContentID",
    "EcosystemID", "_TransactionID", "@id", "@messageSequence"};
constexpr std::array<std::string_view, 3> registered{"EditEIDR-URN", "TitleEIDR-URN", "AltIdentifier"};

template <std::size_t Size>
bool isOneOf(const std::array<std::string_view, Size> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What is different when ids and titles are to be filled in. In the order of the text, so that places hold: nothing is
/// taken out of a list.
void emptied(const Value &object, const Pointer &at, std::vector<Edit> &edits)
{
    std::string scratch;
    std::vector<Edit> gone;
    for (std::uint32_t i = 0; i < object.size(); ++i) {
        const Value value = object.at(i);
        const std::string name(object.isObject() ? value.name(scratch) : std::string_view());
        const Pointer place = object.isObject() ? at.child(name) : at.child(i);
        if (isOneOf(registered, name))
            gone.push_back(Edit::remove(place));
        else if (isOneOf(ids, name) && value.isString())
            edits.push_back(Edit::set(place, "\"\""));
        else if (name.ends_with("TitleInternalAlias"))
            edits.push_back(Edit::set(place, value.isArray() ? "[\"\"]" : "\"\""));
        else if (name != "Terms")
            emptied(value, place, edits);
    }
    edits.insert(edits.end(), gone.begin(), gone.end());
}

void findEmpty(const Value &value, const Pointer &at, std::vector<std::string> &places)
{
    std::string scratch;
    if (value.isString() && value.string(scratch).empty())
        places.push_back(at.toString());
    for (std::uint32_t i = 0; i < value.size(); ++i)
        findEmpty(value.at(i), value.isObject() ? at.child(value.at(i).name(scratch)) : at.child(i), places);
}

/// "Night Ferry · Movie · 3 windows".
QString helpOf(const Value &avail)
{
    QStringList parts;
    const Value asset = avail.member("Asset").at(0);
    for (const std::string_view block : rules::metadataBlocks) {
        for (const char *name : {"TitleInternalAlias", "SeasonTitleInternalAlias", "SeriesTitleInternalAlias"}) {
            if (const std::string title = asset.member(block).member(name).at(0).string();
                !title.empty() && parts.isEmpty())
                parts << QString::fromStdString(title).simplified().left(80);
        }
    }
    if (const std::string type = asset.member("WorkType").string(); !type.empty())
        parts << QString::fromStdString(type);
    parts << QCoreApplication::translate(
        "Templates", "%n window(s)", nullptr, static_cast<int>(avail.member("Transaction").size()));
    return parts.join(u" · "_s);
}

/// "3 performances".
QString helpOfMessage(const Value &message)
{
    const auto count = static_cast<int>(message.member("Performances").member("Performance").size());
    return QCoreApplication::translate("Templates", "%n performance(s)", nullptr, count);
}

Template readTemplate(NamedFile &file)
{
    Template one;
    one.id = "own:" + file.name.toStdString();
    one.name = file.name;
    one.isOwn = true;
    one.error = file.error;
    if (!one.error) {
        const auto document = payload::Document::read(file.bytes);
        const Value avail = document ? (*document)->root().member("avail") : Value();
        if (!document)
            one.error = document.error();
        else if (!avail.isObject() && !messageIn((*document)->root()))
            one.error = noTemplate();
        if (document && !one.error) {
            one.text = payload::canonicalLayout(file.bytes).toStdString();
            one.help = avail ? helpOf(avail) : helpOfMessage(messageIn((*document)->root()));
            findEmpty((*document)->root(), {}, one.fill);
        }
    }
    if (one.error) {
        one.error->nextStep = tr("Correct “%1” in a text editor, or delete the template.").arg(file.path);
        one.help = tr("Can't be used: %1").arg(one.error->message);
    }
    return one;
}

} // namespace

OwnTemplates::OwnTemplates() = default;

OwnTemplates::OwnTemplates(const QString &folder)
    : m_folder(folder)
{
}

NamedFiles OwnTemplates::files() const
{
    return NamedFiles(m_folder.isEmpty() ? QString(homeFolder() + u"/templates"_s) : m_folder);
}

void OwnTemplates::reload()
{
    m_all.clear();
    for (NamedFile &file : files().list())
        m_all.push_back(readTemplate(file));
}

const Template *OwnTemplates::find(std::string_view id) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [id](const Template &one) { return one.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

Expected<void> OwnTemplates::save(const QString &name, const QByteArray &text, NamedFiles::Existing existing)
{
    const auto document = payload::Document::read(text);
    if (!document)
        return tl::unexpected(document.error());
    if (!(*document)->root().member("avail").isObject() && !messageIn((*document)->root()))
        return tl::unexpected(noTemplate());
    return files().save(name, payload::canonicalLayout(text), existing);
}

Expected<void> OwnTemplates::rename(const QString &name, const QString &to)
{
    return files().rename(name, to);
}

Expected<QByteArray> OwnTemplates::remove(const QString &name)
{
    return files().remove(name);
}

Expected<void> OwnTemplates::restore(const QString &name, const QByteArray &bytes)
{
    return files().save(name, bytes);
}

bool OwnTemplates::contains(const QString &name) const
{
    return files().contains(name);
}

Expected<QByteArray> OwnTemplates::textOf(const payload::Document &document, Identity identity)
{
    const Value root = document.root();
    const Value avail = root.member("avail");
    if (!avail.isObject() && !messageIn(root))
        return tl::unexpected(noTemplate());
    const bool isWhole = !avail || rules::kindOf(root) == rules::DocumentKind::Avail;
    const QByteArray text = !avail ? document.text().toByteArray()
                                   : QByteArray::fromStdString(isWhole ? root.raw() : "{\"avail\":" + avail.raw() + '}');
    if (identity == Identity::Kept)
        return payload::canonicalLayout(text);
    auto copy = payload::Document::read(text);
    if (!copy)
        return tl::unexpected(copy.error());
    std::vector<Edit> edits;
    emptied((*copy)->root(), {}, edits);
    if (const auto done = (*copy)->apply(edits); !done)
        return tl::unexpected(done.error());
    return payload::canonicalLayout((*copy)->text().toByteArray());
}

} // namespace marquee::workspace
