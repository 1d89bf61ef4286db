// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <memory>

namespace marquee {

/// Makes the models and the window, and lets them go in order.
class Editor
{
public:
    Editor();
    ~Editor();

    /// Shows the window. An empty workspace is the last one used. False, with words on standard error and in a window, where the
    /// catalogue, the rules or the templates are missing: nothing may pass because nothing looked.
    bool start(const QString &workspace, const QStringList &files, bool endAfterFirstFrame);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace marquee
