// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"

#include <QMimeData>

namespace marquee::preview {

/// A stretch of a text for the clipboard. Holds the snapshot, and makes the text when somebody pastes: copying 50 MB is
/// done at once, and costs nothing where it is never pasted.
class TextMime : public QMimeData
{
    Q_OBJECT

public:
    TextMime(payload::Text text, std::uint32_t begin, std::uint32_t end);

    bool hasFormat(const QString &type) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString &type, QMetaType wanted) const override;

private:
    payload::Text m_text;
    std::uint32_t m_begin;
    std::uint32_t m_end;
};

} // namespace marquee::preview
