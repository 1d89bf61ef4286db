// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace marquee::inspector {

/// What the present find comes to on one page.
struct Hits
{
    std::size_t count = 0; ///< so far
    std::size_t number = 0; ///< which of them is the current one, from 1; 0: none, or not known
    bool isRunning = false; ///< there may be more
    bool isKnown = false; ///< false: there is nothing to look into yet

    friend bool operator==(const Hits &, const Hits &) = default;
};

/// One page of the inspector. The find bar above all of them asks each for its hits, in sight or not.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Looks for a text from now on, whatever the page comes to show; empty: for nothing.
    virtual void setFind(const QString &text, bool matchCase) = 0;
    virtual void step(bool forwards) = 0; ///< to the next hit, or the one before; around the ends
    virtual Hits hits() const = 0;
    virtual void comeIntoSight() { } ///< what is made only when somebody looks is made now
    virtual void takeFocus() = 0; ///< the keyboard goes to what the page is about

Q_SIGNALS:
    void hitsChanged();
};

} // namespace marquee::inspector
