// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/SecretField.h"

#include "environments/DraftCard.h"
#include "shell/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using Kind = exchange::SecretSource::Kind;

SecretField::SecretField(const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_from(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    setObjectName(objectName);
    m_from->setObjectName(objectName + u"From"_s);
    m_from->setAccessibleName(tr("%1: where it comes from").arg(name));
    m_from->addItems({tr("Not used"), tr("Key store"), tr("Variable"), tr("This session only")});
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_from->setMinimumContentsLength(12);
    m_from->setMinimumWidth(theme::scaled(120));
    m_name->setObjectName(objectName + u"Name"_s);
    m_name->setAccessibleName(tr("%1: its name there").arg(name));
    m_secret->setObjectName(objectName + u"Secret"_s);
    m_secret->setAccessibleName(tr("%1: type it").arg(name));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_note->setProperty("role", u"note"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(theme::scaled(8));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_from, m_name, m_secret})
        widget->setMinimumHeight(theme::scaled(32));
    first->addWidget(m_from);
    first->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(4));
    layout->addLayout(first);
    layout->addWidget(m_secret);
    layout->addWidget(m_note);
    setFocusProxy(m_name);
    connect(m_from, &QComboBox::activated, this, [this] {
        m_secret->clear();
        if (m_from->currentIndex() != Nowhere && m_name->text().trimmed().isEmpty()
            && m_from->currentIndex() != Variable)
            m_name->setText(m_suggestion);
        arrange();
        Q_EMIT edited();
    });
    connect(m_name, &QLineEdit::textEdited, this, &SecretField::edited);
    connect(m_secret, &QLineEdit::textEdited, this, &SecretField::edited);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &SecretField::arrange);
    arrange();
}

SecretDraft SecretField::value() const
{
    SecretDraft secret;
    const int from = m_from->currentIndex();
    if (from == Nowhere)
        return secret;
    secret.source = {from == Variable ? Kind::Variable : Kind::Keychain, m_name->text().trimmed()};
    secret.forSession = from == Session;
    if (from != Variable)
        secret.typed = m_secret->text().toUtf8();
    return secret;
}

void SecretField::setValue(const SecretDraft &secret)
{
    const Kind kind = secret.source.kind;
    const int named = kind == Kind::Variable ? Variable : kind == Kind::Keychain ? KeyStore : Nowhere;
    m_from->setCurrentIndex(secret.forSession ? Session : named);
    if (m_name->text().trimmed() != secret.source.name)
        m_name->setText(secret.source.name);
    if (m_secret->text().toUtf8() != secret.typed)
        m_secret->setText(QString::fromUtf8(secret.typed));
    arrange();
}

void SecretField::arrange()
{
    const int from = m_from->currentIndex();
    m_name->setVisible(from != Nowhere);
    m_secret->setVisible(from == KeyStore || from == Session);
    m_name->setPlaceholderText(from == Variable ? tr("Name of the variable") : tr("Name in the key store"));
    m_secret->setPlaceholderText(
        from == Session ? tr("Type it for this session") : tr("Type it to store it, or to replace what is stored"));
    m_note->setFont(theme::noteFont());
    switch (from) {
    case KeyStore:
        sayIn(m_note, tr("Kept by the desktop's key store. marquee.json holds its name only."));
        break;
    case Variable:
        sayIn(m_note, tr("Read from the program's environment variable of this name."));
        break;
    case Session:
        sayIn(m_note, tr("Kept in memory until Marquee is closed, and written nowhere."));
        break;
    default:
        sayIn(m_note, {});
    }
}

} // namespace marquee::environments
