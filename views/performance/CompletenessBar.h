// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Completeness.h"

#include <QWidget>

class QLabel;

namespace marquee::editor {
class FlowLayout;
}

namespace marquee::performance {

/// The fields of a complete performance, each with how it stands; a click goes to the field. What is missing is no
/// mistake: it may come with another message.
class CompletenessBar : public QWidget
{
    Q_OBJECT

public:
    explicit CompletenessBar(QWidget *parent = nullptr);

    /// Its fields have to outlive the bar.
    void show(const performances::Completeness &completeness);

Q_SIGNALS:
    void fieldWanted(const std::string &name);

private:
    void build(const performances::Completeness &completeness);

    QLabel *m_words;
    editor::FlowLayout *m_flow;
    std::vector<QWidget *> m_buttons;
    performances::Completeness m_shown;
};

} // namespace marquee::performance
