// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Cancelling.h"

#include "performances/Message.h"

#include <QCoreApplication>

namespace marquee::performances {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

constexpr std::string_view Flag = "IsCancelled";

QString nameOf(const Value &performance, int row)
{
    const QString id = QString::fromStdString(textOf(performance.member("@id")));
    return id.isEmpty() ? QCoreApplication::translate("Performances", "Performance %1").arg(row + 1) : id;
}

/// What an edit's JSON says, to look at.
class After
{
public:
    explicit After(const std::string &json)
    {
        if (auto read = payload::Document::read(QByteArray::fromStdString(json)))
            m_document = std::move(*read);
    }
    Value value() const { return m_document ? m_document->root() : Value(); }

private:
    std::unique_ptr<payload::Document> m_document;
};

QString cancelledBy(const payload::Document &document, const Edit &edit)
{
    const bool canBe = edit.kind == Edit::Kind::Set || edit.kind == Edit::Kind::Insert;
    if (!canBe || edit.after.find("true") == std::string::npos)
        return {};
    const int row = rowOf(edit.pointer);
    const std::size_t depth
        = edit.pointer.tokens.size() - std::min(edit.pointer.tokens.size(), listPlace().tokens.size());
    if (row < 0 && edit.kind == Edit::Kind::Insert && edit.pointer == listPlace()) {
        const After after(edit.after);
        return isTrue(after.value().member(Flag)) ? nameOf(after.value(), static_cast<int>(countOf(document)))
                                                  : QString();
    }
    if (row < 0)
        return {};
    const Value stands = performanceAt(document, static_cast<std::uint32_t>(row));
    if (isTrue(stands.member(Flag)))
        return {};
    const After after(edit.after);
    const bool isFlag = edit.kind == Edit::Kind::Set ? depth == 2 && edit.pointer.tokens.back().text == Flag
                                                     : depth == 1 && edit.name == Flag;
    const bool isWhole = edit.kind == Edit::Kind::Set && depth == 1;
    if ((isFlag && isTrue(after.value())) || (isWhole && isTrue(after.value().member(Flag))))
        return nameOf(stands ? stands : after.value(), row);
    return {};
}

} // namespace

QStringList cancelledBy(const payload::Document &document, std::span<const Edit> edits)
{
    QStringList names;
    for (const Edit &edit : edits) {
        const QString name = cancelledBy(document, edit);
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names;
}

} // namespace marquee::performances
