// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Inspection.h"

#include "inspector/FirstLook.h"
#include "workspace/Files.h"

#include <QFileInfo>

namespace marquee::inspector {

using namespace Qt::StringLiterals;

namespace {

bool isBlankOnly(const QByteArray &bytes)
{
    return bytes.size() < 4096 && bytes.trimmed().isEmpty();
}

/// An error that says what the bytes are, where that is why they can't be read. Nothing is corrected here.
Error explained(Error error, const ByteLook &look, const QByteArray &bytes)
{
    const QString note = noteOf(look);
    const auto end = static_cast<std::uint32_t>(bytes.trimmed().size());
    error.nextStep.clear();
    if (look.form == ByteLook::Form::Html) // what is wrong with it as XML helps nobody
        error.message = note;
    else if (!note.isEmpty() && look.encoding != ByteLook::Encoding::Utf8Mark)
        error.nextStep = note;
    else if (error.code == Error::Code::Malformed && error.place && error.place->offset >= end)
        error.nextStep = Inspection::tr("The text ends too early. It may have been cut off on the way.");
    return error;
}

} // namespace

Inspection::Inspection(QObject *parent)
    : QObject(parent)
{
}

void Inspection::reset(const Source &source)
{
    m_worker.stop();
    m_source = source;
    m_path.clear();
    m_look = {};
    m_error = {};
    m_size = 0;
    m_hasText = false;
    m_bytes = {};
    m_text = {};
    m_snapshot = {};
    m_reading = std::make_shared<std::mutex>();
}

void Inspection::setPhase(Phase phase)
{
    m_phase = phase;
    Q_EMIT phaseChanged();
}

void Inspection::begin(const Source &source, const QByteArray &bytes)
{
    reset(source);
    m_bytes = bytes;
    m_size = bytes.size();
    m_phase = Phase::Reading;
    Q_EMIT started();
    readOn(bytes, {});
    setPhase(m_phase);
}

void Inspection::beginFile(const QString &path)
{
    const QFileInfo file(path);
    Source source;
    source.title = workspace::withoutPayloadEnding(file.fileName());
    source.fileName = file.fileName();
    reset(source);
    m_path = path;
    m_size = file.size();
    m_phase = Phase::Loading;
    Q_EMIT started();
    readOn({}, path);
    setPhase(m_phase);
}

void Inspection::adopt(const Source &source, std::shared_ptr<const payload::Document> document)
{
    reset(source);
    m_snapshot = Snapshot(std::move(document));
    m_text = m_snapshot.text;
    m_bytes = m_text.toByteArray();
    m_size = m_bytes.size();
    m_look = lookAt(m_bytes);
    m_hasText = true;
    m_phase = Phase::Ready;
    Q_EMIT started();
    Q_EMIT textReady();
    Q_EMIT ready();
    setPhase(Phase::Ready);
}

void Inspection::cancel()
{
    if (!isBusy())
        return;
    m_worker.stop();
    m_snapshot = {};
    setPhase(Phase::Cancelled);
}

void Inspection::again()
{
    const Source source = m_source;
    const QByteArray bytes = m_bytes;
    if (m_path.isEmpty())
        begin(source, bytes);
    else
        beginFile(QString(m_path));
}

/// The way of the bytes, on another thread: off the disk, looked at, their beginning, all. What is told on the way is
/// taken on this one.
void Inspection::readOn(const QByteArray &given, const QString &path)
{
    m_worker.start(
        Worker::TellingWork([this, given, path](Worker::Stop stop, const Worker::Tell &tell) -> Worker::Then {
            QByteArray bytes = given;
            if (!path.isEmpty()) {
                auto read = workspace::readFile(path);
                if (!read)
                    return [this, error = read.error()] { fail(error); };
                bytes = std::move(*read);
            }
            if (bytes.size() > static_cast<qsizetype>(payload::Text::MaximumSize)) {
                const Error error = makeError(Error::Code::TooLarge,
                    tr("This is larger than 512 MB, which is the most that can be shown."),
                    tr("Save it, and look at it with another program."));
                return [this, error] { fail(error); };
            }
            const ByteLook look = lookAt(bytes);
            tell([this, bytes, look, text = payload::Text(bytes)] { takeText(bytes, text, look); });
            if (stop || isBlankOnly(bytes))
                return [this] { setPhase(Phase::Empty); };
            if (auto beginning = firstLook(bytes); beginning && !stop) {
                tell([this, beginning] {
                    m_snapshot = Snapshot(beginning);
                    Q_EMIT beginningReady();
                });
            }
            if (stop)
                return {};
            auto document = payload::Document::read(bytes);
            if (!document)
                return [this, error = explained(document.error(), look, bytes)] { fail(error); };
            return [this, all = std::shared_ptr<const payload::Document>(std::move(*document))] { take(all); };
        }));
}

void Inspection::takeText(const QByteArray &bytes, payload::Text text, const ByteLook &look)
{
    m_bytes = bytes;
    m_size = bytes.size();
    m_text = std::move(text);
    m_look = look;
    m_hasText = true;
    m_phase = Phase::Reading;
    Q_EMIT textReady();
    Q_EMIT phaseChanged();
}

void Inspection::fail(const Error &error)
{
    m_error = error;
    m_snapshot = {};
    m_phase = m_hasText ? Phase::Malformed : Phase::Unreadable;
    if (m_hasText)
        Q_EMIT malformed();
    setPhase(m_phase);
}

void Inspection::take(std::shared_ptr<const payload::Document> document)
{
    m_snapshot = Snapshot(std::move(document));
    m_phase = Phase::Ready;
    Q_EMIT ready();
    Q_EMIT phaseChanged();
}

std::shared_ptr<const payload::Document> Inspection::document() const
{
    return m_phase == Phase::Ready ? m_snapshot.document : nullptr;
}

} // namespace marquee::inspector
