// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchPlan.h"
#include "partners/Prime.h"
#include "partners/Showtime.h"
#include "rules/Validator.h"

#include <memory>

namespace marquee::payload {
class Document;
}

namespace marquee::exchange {

/// An item, read: ready to be sent.
struct LoadedItem
{
    partners::Reach reach = partners::Reach::Partial;
    partners::PrimeTarget target;
    partners::MessageTarget message; ///< where the reach is Message
    QByteArray body; ///< the document's own bytes; empty for what sends none
    QString problem; ///< why it mustn't be sent: its first error; empty: nothing is wrong
    bool isUnreadable = false; ///< the problem is that there is nothing to read
};

/// Gives the items of a plan when they are to be sent. One thread.
class BatchSource
{
public:
    BatchSource() = default;
    virtual ~BatchSource() = default;
    BatchSource(const BatchSource &) = delete;
    BatchSource &operator=(const BatchSource &) = delete;

    virtual LoadedItem load(const QString &file, const BatchItem &item) = 0;
};

/// From files and batch documents.
class DocumentSource : public BatchSource
{
public:
    /// `force`: errors don't hold anything back.
    DocumentSource(BatchOperation operation, ReadFile read, rules::Rulebook rulebook, rules::Severities severities,
        bool force = false);
    ~DocumentSource() override;

    LoadedItem load(const QString &file, const BatchItem &item) override;

private:
    struct OpenBatch;
    LoadedItem loadFile(const QString &file);
    LoadedItem loadBatchItem(const QString &file, const BatchItem &item);
    void open(const QString &file);
    QString firstError(const payload::Document &document) const;
    bool hasBody() const { return m_operation.verb == BatchVerb::Put || m_operation.verb == BatchVerb::Validate; }

    BatchOperation m_operation;
    ReadFile m_read;
    rules::Rulebook m_rulebook;
    rules::Severities m_severities;
    bool m_force = false;
    std::unique_ptr<OpenBatch> m_open; ///< the batch document that was asked for last
};

/// Where a document belongs, by its disposition; a document that says nothing is a window where it has just one.
partners::Reach reachOf(const payload::Value &avail);

} // namespace marquee::exchange
