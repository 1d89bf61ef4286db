// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/Templates.h"

#include <QDialog>

class QButtonGroup;
class QListWidget;

namespace marquee::shell {

/// Which template to begin with, and whether as a full or a partial extract.
class NewDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewDialog(const workspace::Templates &templates, QWidget *parent = nullptr);

    const workspace::Template *chosen() const;
    workspace::Extract extract() const;

private:
    const workspace::Templates &m_templates;
    QListWidget *m_list;
    QButtonGroup *m_extract;
};

} // namespace marquee::shell
