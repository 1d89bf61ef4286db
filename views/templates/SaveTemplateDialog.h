// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/OwnTemplates.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace marquee::templates {

/// Keeps an avail as a template. Once it is accepted, the template is saved.
class SaveTemplateDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name`: what is suggested. Templates and document have to outlive the dialog.
    SaveTemplateDialog(workspace::OwnTemplates &own, const payload::Document &document, const QString &name,
        QWidget *parent = nullptr);

    QString name() const;
    void accept() override;

private:
    void refresh();
    workspace::Identity identity() const;

    workspace::OwnTemplates &m_own;
    const payload::Document &m_document;
    QLabel *m_title;
    QLineEdit *m_name;
    QRadioButton *m_emptied;
    QLabel *m_note;
    QPushButton *m_save;
};

} // namespace marquee::templates
