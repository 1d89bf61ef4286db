// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/FileSuggestions.h"

#include "workspace/Files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace marquee::performances {

FileSuggestions::FileSuggestions(QObject *parent)
    : QObject(parent)
{
}

FileSuggestions::~FileSuggestions() = default;

FileSuggestions::Found FileSuggestions::read(const QStringList &paths, const Found &known)
{
    Found found;
    for (const QString &path : paths.mid(0, MostFiles)) {
        const QFileInfo info(path);
        if (info.size() > LargestFile)
            continue;
        const QDateTime modified = info.lastModified();
        if (const auto before = known.constFind(path); before != known.constEnd() && before->modified == modified) {
            found.insert(path, *before);
            continue;
        }
        const auto bytes = workspace::readFile(path);
        const auto document = bytes ? payload::Document::read(*bytes) : tl::unexpected(bytes.error());
        Known one{modified, {}};
        if (document)
            one.values.collect(**document);
        found.insert(path, std::move(one));
    }
    return found;
}

void FileSuggestions::look(const QStringList &paths)
{
    if (std::exchange(m_isReading, true)) {
        m_wanted = paths;
        return;
    }
    // The thread may outlast this object, which then isn't told any more.
    QThreadPool::globalInstance()->start([self = QPointer(this), paths, known = m_known] {
        Found found = read(paths, known);
        QMetaObject::invokeMethod(
            qApp,
            [self, found = std::move(found)]() mutable {
                if (self)
                    self->take(std::move(found));
            },
            Qt::QueuedConnection);
    });
}

void FileSuggestions::take(Found found)
{
    m_isReading = false;
    m_known = std::move(found);
    m_values = {};
    for (const Known &one : std::as_const(m_known))
        m_values.add(one.values);
    Q_EMIT changed();
    if (!m_wanted.isEmpty())
        look(std::exchange(m_wanted, {}));
}

} // namespace marquee::performances
