// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/SequenceNumbers.h"

#include "exchange/Journal.h"
#include "exchange/JournalReader.h"
#include "partners/Showtime.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/file.h>
#include <unistd.h>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Largest = std::numeric_limits<qint64>::max();
/// The file is a few lines; what is larger isn't ours.
constexpr qint64 LargestFile = 64 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("SequenceNumbers", text);
}

Error writeFailed(const QString &path, const QString &why)
{
    Error error;
    error.code = Error::Code::WriteFailed;
    error.message = tr("The number of the message can't be kept in “%1”: %2.").arg(path, why);
    error.nextStep
        = tr("Nothing is sent under a number that isn't kept. Free some space there, or look at its permissions.");
    return error;
}

Error damaged(const QString &path, const QString &supplier)
{
    Error error;
    error.code = Error::Code::ReadFailed;
    error.message = tr("The file with the last message number of “%1” is damaged: “%2”.").arg(supplier, path);
    error.nextStep = tr(
        "Move it away; the journal then tells which number was the last. Where the journal is gone too, number the "
        "next message by hand, above all that were sent.");
    return error;
}

Error noneLeft(const QString &supplier)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = tr("There is no larger number left for the messages of “%1”.").arg(supplier);
    error.nextStep = tr("Ask Showtime how to go on.");
    return error;
}

Error noSupplier()
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = tr("Messages are numbered for each data supplier, and this one names none.");
    error.nextStep = tr("Fill in the data supplier.");
    return error;
}

QByteArray contentOf(const QString &supplier, qint64 number)
{
    const QByteArray text = "marquee-sequence 1\nsupplier " + QUrl::toPercentEncoding(supplier) + "\nlast "
        + QByteArray::number(number) + '\n';
    return text + "check " + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex() + '\n';
}

/// A file descriptor that is closed in any case.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t more
            = ::write(descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            return false;
        written += more;
    }
    return true;
}

} // namespace

/// One at a time, over all processes and threads. The system lets go of it when its holder ends, however that ends.
class SequenceNumbers::Lock
{
public:
    explicit Lock(const QString &folder)
        : m_file(QDir(folder).filePath(u"lock"_s), O_RDWR | O_CREAT)
    {
        constexpr int tries = 1000;
        constexpr unsigned long pauseMs = 10;
        for (int i = 0; m_file.isOpen() && !m_isHeld && i < tries; ++i) {
            m_isHeld = ::flock(m_file.number(), LOCK_EX | LOCK_NB) == 0;
            if (!m_isHeld)
                QThread::msleep(pauseMs);
        }
    }

    bool isHeld() const { return m_isHeld; }

private:
    Descriptor m_file;
    bool m_isHeld = false;
};

SequenceNumbers::SequenceNumbers(const QString &journalPath)
    : m_journalPath(journalPath.isEmpty() ? Journal::defaultPath() : journalPath)
    , m_folder(QFileInfo(m_journalPath).dir().filePath(u"sequences"_s))
{
}

QString SequenceNumbers::fileOf(const QString &supplier) const
{
    // A supplier may be called anything; a file may not.
    const QByteArray hash = QCryptographicHash::hash(supplier.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(hash.left(32)) + u".txt"_s);
}

Expected<qint64> SequenceNumbers::read(const QString &supplier) const
{
    if (supplier.isEmpty())
        return tl::unexpected(noSupplier());
    const QString path = fileOf(supplier);
    QFile file(path);
    if (!file.exists()) {
        const auto journal = JournalReader::open(m_journalPath);
        return journal ? (*journal)->lastSequence(supplier) : 0;
    }
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return tl::unexpected(damaged(path, supplier));
    const QByteArray bytes = file.readAll();
    const QList<QByteArray> lines = bytes.split('\n');
    bool isNumber = false;
    const qint64 number = lines.size() > 2 ? lines.at(2).mid(5).toLongLong(&isNumber) : 0;
    // Whatever else stands there, it would be written differently.
    if (!isNumber || number < 0 || bytes != contentOf(supplier, number))
        return tl::unexpected(damaged(path, supplier));
    return number;
}

/// A new file takes the place of the old one in one go, and both are on the disk before this returns.
Expected<void> SequenceNumbers::write(const QString &supplier, qint64 number) const
{
    const QString path = fileOf(supplier);
    const QString fresh = path + u".new"_s;
    {
        const Descriptor file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file.isOpen() || !writeAll(file.number(), contentOf(supplier, number)) || ::fsync(file.number()) != 0)
            return tl::unexpected(writeFailed(fresh, reason()));
    }
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0)
        return tl::unexpected(writeFailed(path, reason()));
    const Descriptor folder(m_folder, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen() || ::fsync(folder.number()) != 0)
        return tl::unexpected(writeFailed(m_folder, reason()));
    return {};
}

Expected<qint64> SequenceNumbers::raise(const QString &supplier, const std::function<qint64(qint64)> &to) const
{
    if (supplier.isEmpty())
        return tl::unexpected(noSupplier());
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(writeFailed(m_folder, tr("the folder can't be made")));
    const Lock lock(m_folder);
    if (!lock.isHeld())
        return tl::unexpected(writeFailed(m_folder, tr("another program holds it")));
    const auto known = read(supplier);
    if (!known)
        return known;
    const qint64 number = to(*known);
    if (number < *known)
        return tl::unexpected(noneLeft(supplier));
    if (number > *known || !QFile::exists(fileOf(supplier))) {
        if (const auto written = write(supplier, number); !written)
            return tl::unexpected(written.error());
    }
    return *known;
}

Expected<qint64> SequenceNumbers::last(const QString &supplier) const
{
    return read(supplier); // whole at any moment: a new file takes the place of the old one
}

Expected<qint64> SequenceNumbers::reserve(const QString &supplier, qint64 above) const
{
    return reserveMany(supplier, 1, above);
}

Expected<qint64> SequenceNumbers::reserveMany(const QString &supplier, int count, qint64 above) const
{
    count = std::max(1, count);
    const auto before = raise(supplier, [count, above](qint64 known) {
        const qint64 from = std::max(known, above);
        return from > Largest - count ? -1 : from + count;
    });
    if (!before)
        return before;
    return std::max(*before, above) + 1;
}

Expected<void> SequenceNumbers::use(const QString &supplier, qint64 number) const
{
    const auto done = raise(supplier, [number](qint64 known) { return std::max(known, number); });
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

Expected<void> SequenceNumbers::begin(const QString &supplier, qint64 number) const
{
    if (supplier.isEmpty())
        return tl::unexpected(noSupplier());
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(writeFailed(m_folder, tr("the folder can't be made")));
    const Lock lock(m_folder);
    if (!lock.isHeld())
        return tl::unexpected(writeFailed(m_folder, tr("another program holds it")));
    const auto journal = JournalReader::open(m_journalPath);
    const qint64 sent = journal ? (*journal)->lastSequence(supplier) : 0;
    return write(supplier, std::max({number, sent, read(supplier).value_or(0)}));
}

Expected<qint64> SequenceNumbers::lastBut(const QString &supplier, qint64 number) const
{
    const auto last = read(supplier);
    if (!last || number <= 0 || number > *last)
        return last;
    const auto journal = JournalReader::open(m_journalPath);
    const bool isLost = journal && (*journal)->hasOnlyFailed(supplier, number);
    return isLost ? number - 1 : *last;
}

} // namespace marquee::exchange
