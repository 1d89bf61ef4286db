// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Filter.h"

namespace marquee::inspector {

/// A payload laid out to be read, or what a filter picks of it: made on another thread when somebody looks, and freed
/// when something else is inspected. The bytes that came stay as they are.
class Pretty : public QObject
{
    Q_OBJECT

public:
    /// Of what a filter picks no more is laid out.
    static constexpr std::size_t MostMatches = 5'000;
    static constexpr qsizetype MostBytes = 16 * 1024 * 1024;

    explicit Pretty(QObject *parent = nullptr);

    void setInspection(const Inspection *inspection, const Filter *filter); ///< as Filter's
    void want(); ///< makes it, where it isn't there or being made
    void forget();

    bool isThere() const { return m_isThere; }
    bool isWanted() const { return m_isWanted; }
    const payload::Text &text() const { return m_text; }
    bool isCut() const { return m_isCut; } ///< the filter picks more than is shown

Q_SIGNALS:
    void changed();

private:
    void take(payload::Text text, bool isCut);

    const Inspection *m_inspection = nullptr;
    const Filter *m_filter = nullptr;
    bool m_isWanted = false;
    bool m_isThere = false;
    bool m_isCut = false;
    payload::Text m_text;
    Worker m_worker;
};

/// The values at these places, laid out: of JSON as one list, of XML one below the other. Stops early where it is told
/// to.
QByteArray layOutMatches(
    const Snapshot &snapshot, const std::vector<payload::Path> &paths, bool &isCut, const std::atomic<bool> &stop);

} // namespace marquee::inspector
