// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "rules/Validator.h"
#include "workspace/OpenDocument.h"
#include "workspace/Templates.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace marquee::workspace {

/// The documents that are open, and how they come and go. Reading, validating for the first time and saving happen on other
/// threads; everything here is called, and tells, on one: the window's.
class OpenDocuments : public QObject
{
    Q_OBJECT

public:
    explicit OpenDocuments(rules::Rulebook book, rules::Clock clock = rules::systemClock, QObject *parent = nullptr);
    ~OpenDocuments() override;

    const rules::Rulebook &rulebook() const { return m_book; }
    /// What the workspace says of single rules; holds for documents that are opened afterwards.
    void setSeverities(const rules::Severities &severities) { m_severities = severities; }
    const rules::Severities &severities() const { return m_severities; }

    std::vector<OpenDocument *> all() const;
    OpenDocument *find(const QString &path) const; ///< null where no open document has that file

    /// Opens a file: `opened` or `openFailed` follows, later, unless `cancelOpening` was called. One that is open already is
    /// told as opened again, at once.
    void open(const QString &path);
    void cancelOpening(const QString &path);
    bool isOpening() const { return !m_opening.isEmpty(); }

    /// A new document; told as opened before it returns.
    Expected<OpenDocument *> make(const Template &from, Extract extract);
    /// Text from the clipboard or a partner as a document: told as opened later, because large ones take their time.
    void take(const QByteArray &bytes, OpenDocument::Origin origin, const QString &name);

    /// A document with its history, as it was before the program ended.
    struct Restored
    {
        std::unique_ptr<payload::Document> payload; ///< null: `bytes` aren't one
        QByteArray bytes;
        std::optional<QByteArray> pending; ///< a text that wasn't well-formed yet
        OpenDocument::Origin origin = OpenDocument::Origin::File;
        QString path; ///< empty: it belongs to no file
        QString name; ///< where it belongs to none
        payload::Text onDisk; ///< what stands in the file
    };
    using Restore = std::function<void(OpenDocument *document, const payload::Text &onDisk, const Error &error)>;
    /// `make` is called on another thread; the document is told as opened, and then `then` is called with it, or with null and why.
    void restore(std::function<Expected<Restored>()> make, Restore then);

    /// Writes the text as it stands now, in one go; `saved` or `saveFailed` follows. The document takes the path when it is
    /// written. Editing may go on meanwhile.
    void save(OpenDocument *document, const QString &path);
    bool isSaving(const OpenDocument *document) const { return m_saving.contains(document); }

    void close(OpenDocument *document);

Q_SIGNALS:
    void opening(const QString &path);
    void opened(marquee::workspace::OpenDocument *document);
    void openFailed(const QString &path, const marquee::Error &error);
    void saved(marquee::workspace::OpenDocument *document);
    void saveFailed(marquee::workspace::OpenDocument *document, const marquee::Error &error);
    void closing(marquee::workspace::OpenDocument *document); ///< gone when this returns

private:
    void add(std::unique_ptr<OpenDocument> document);
    void readInBackground(std::function<Expected<QByteArray>()> bytes, OpenDocument::Origin origin, const QString &path,
                          const QString &name);
    QString untitled();

    rules::Rulebook m_book;
    rules::Clock m_clock;
    rules::Severities m_severities;
    std::vector<std::unique_ptr<OpenDocument>> m_documents;
    QHash<QString, int> m_opening; ///< path → which attempt
    QSet<const OpenDocument *> m_saving;
    int m_attempt = 0;
    int m_untitled = 0;
    QThreadPool m_readers; ///< last: waited for before anything else goes
    QThreadPool m_writer; ///< one thread: saves of one file keep their order
};

} // namespace marquee::workspace
