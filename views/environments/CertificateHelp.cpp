// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/CertificateHelp.h"

#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::environments {

using namespace Qt::StringLiterals;

CertificateHelp::CertificateHelp(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"certificateHelpSheet"_s);
    setWindowTitle(tr("How do I get a certificate?"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(theme::scaled(616));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::scaled(24), theme::scaled(24), theme::scaled(24), theme::scaled(16));
    layout->setSpacing(theme::scaled(16));
    auto *heading = new QLabel(tr("Prime Video knows you by a certificate and an API key"), this);
    heading->setFont(theme::titleFont());
    heading->setWordWrap(true);
    layout->addWidget(heading);
    addStep(layout, tr("Make a private key. It stays with you: never send it, and keep it out of shared folders."),
        u"openssl genrsa -out client.key 2048"_s);
    addStep(layout, tr("Make a signing request with it. It asks for your company's name and place."),
        u"openssl req -new -key client.key -out client.csr"_s);
    addStep(layout,
        tr("Send client.csr, and only that, to your contact at Prime Video. Ask for the permissions Avails-Read and "
           "Avails-Write, for testing and for production each on its own: they have different certificates and keys."));
    addStep(layout,
        tr("Back come your certificate, a CA certificate, an API key, the address, and how many requests a second you "
           "may "
           "send. Put the files beside your documents, in a folder certs for example, and name them here."));
    addStep(layout, tr("Only if you were asked for one file: put certificate and key together."),
        u"openssl pkcs12 -export -inkey client.key -in client.crt -out client.p12"_s);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"certificateHelpClose"_s);
    close->setAccessibleName(close->text());
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

void CertificateHelp::addStep(QVBoxLayout *layout, const QString &text, const QString &command)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::scaled(12));
    auto *number = new QLabel(locale().toString(++m_steps), this);
    number->setFont(theme::headingFont());
    number->setProperty("role", u"marked"_s);
    number->setFixedWidth(theme::scaled(16));
    row->addWidget(number, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(theme::scaled(4));
    auto *words = new QLabel(text, this);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    column->addWidget(words);
    if (!command.isEmpty()) {
        auto *code = new QLabel(command, this);
        code->setObjectName(u"certificateCommand%1"_s.arg(m_steps));
        code->setAccessibleName(command);
        code->setFont(theme::codeFont());
        code->setTextFormat(Qt::PlainText);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        code->setProperty("role", u"label"_s);
        column->addWidget(code);
    }
    row->addLayout(column, 1);
    layout->addLayout(row);
}

} // namespace marquee::environments
