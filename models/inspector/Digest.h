// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Inspection.h"
#include "rules/Validator.h"
#include "summary/Summary.h"

#include <optional>

namespace marquee::inspector {

/// A payload in plain words (summary::summarise), made on another thread when somebody looks.
class Digest : public QObject
{
    Q_OBJECT

public:
    explicit Digest(rules::Rulebook book, QObject *parent = nullptr);

    void setInspection(const Inspection *inspection); ///< as Filter's
    /// What the workspace says of single rules; holds for what is made from now on.
    void setSeverities(const rules::Severities &severities) { m_severities = severities; }
    /// Makes it, where it isn't there or being made.
    void want();
    const std::optional<summary::Summary> &summary() const { return m_summary; }

Q_SIGNALS:
    void changed();

private:
    void forget();

    rules::Rulebook m_book;
    rules::Severities m_severities;
    const Inspection *m_inspection = nullptr;
    std::shared_ptr<const payload::Document> m_document; ///< that the summary is of, or will be
    std::optional<summary::Summary> m_summary;
    Worker m_worker;
};

} // namespace marquee::inspector
