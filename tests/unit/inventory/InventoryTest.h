// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of avails, and an inventory of it.
#pragma once

#include "unit/windows/WindowsTest.h"

#include "inventory/Inventory.h"
#include "inventory/InventoryFilter.h"
#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace marquee::test {

using namespace Qt::StringLiterals;
using inventory::Column;
using workspace::OpenDocument;

/// An avail of that title.
inline QByteArray titled(const QByteArray &title, const QByteArray &windows, const QByteArray &id = "NF-1")
{
    return avail(windows,
        "{\"_contentID\":\"" + id + "\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"" + title
            + "\"]}}",
        "FullExtract", id);
}

class Shelf
{
public:
    Shelf()
        : inventory(rulebook(), fixedClock)
    {
    }

    QString path(const QString &name) const { return folder.filePath(name + u".json"_s); }
    void write(const QString &name, const QByteArray &text)
    {
        QVERIFY(workspace::saveFile(path(name), text));
        if (!files.contains(path(name)))
            files << path(name);
    }
    QByteArray stands(const QString &name) const { return workspace::readFile(path(name)).value_or(QByteArray()); }

    /// Reads what is written, and waits for it.
    void read()
    {
        inventory.setFiles(files, folder.path());
        settle();
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(inventory.isSettled(), 20000); }

    /// Opened as the program does, and followed.
    OpenDocument *open(const QString &name)
    {
        auto document = OpenDocument::read(rulebook(), stands(name), OpenDocument::Origin::File, {}, fixedClock);
        document->setPath(path(name));
        inventory.follow(document.get());
        opened.push_back(std::move(document));
        return opened.back().get();
    }

    QString cell(inventory::Row row, Column column) const
    {
        return QString::fromStdString(inventory.texts().shown(inventory.text(row, column)));
    }
    /// "a/w1 b/w2": documents and windows.
    QString shown(inventory::InventoryFilter &filter) const
    {
        QStringList rows;
        for (const inventory::Row row : filter.rows())
            rows << QString(cell(row, Column::Document) + u'/' + cell(row, Column::Window));
        return rows.join(u' ');
    }
    QString shown(const inventory::Criteria &criteria) const
    {
        inventory::InventoryFilter filter(inventory);
        filter.setCriteria(criteria);
        return shown(filter);
    }
    QString shown() const { return shown(inventory::Criteria()); }
    std::vector<inventory::Row> rows(const QString &anywhere = {}) const
    {
        inventory::InventoryFilter filter(inventory);
        inventory::Criteria criteria;
        criteria.anywhere = anywhere;
        filter.setCriteria(criteria);
        return filter.rows();
    }

    QTemporaryDir folder;
    QStringList files;
    inventory::Inventory inventory;
    std::vector<std::unique_ptr<OpenDocument>> opened;
};

} // namespace marquee::test
