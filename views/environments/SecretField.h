// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/Draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace marquee::environments {

/// Where a secret comes from, under which name, and room to type it. What is typed is never shown.
class SecretField : public QWidget
{
    Q_OBJECT

public:
    /// The name is what it is called: "API key".
    SecretField(const QString &objectName, const QString &name, QWidget *parent);

    SecretDraft value() const;
    void setValue(const SecretDraft &secret);
    /// What a key store's entry is called where the user gives no name.
    void setSuggestion(const QString &name) { m_suggestion = name; }

Q_SIGNALS:
    void edited();

private:
    enum From : int
    {
        Nowhere,
        KeyStore,
        Variable,
        Session
    };
    void arrange();

    QComboBox *m_from;
    QLineEdit *m_name;
    QLineEdit *m_secret;
    QLabel *m_note;
    QString m_suggestion;
};

} // namespace marquee::environments
