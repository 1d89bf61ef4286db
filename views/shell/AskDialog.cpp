// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/AskDialog.h"

#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

AskDialog::AskDialog(const QString &question, const QString &explanation, QWidget *parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"askDialog"_s);
    setWindowTitle(question);
    const int gap = theme::scaled(24);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, theme::scaled(16));
    layout->setSpacing(theme::scaled(8));
    auto *asked = new QLabel(question, this);
    asked->setFont(theme::headingFont());
    asked->setTextFormat(Qt::PlainText);
    asked->setWordWrap(true);
    layout->addWidget(asked);
    if (!explanation.isEmpty()) {
        auto *words = new QLabel(explanation, this);
        words->setProperty("role", u"label"_s);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        layout->addWidget(words);
    }
    layout->addLayout(m_content);
    layout->addSpacing(theme::scaled(8));
    m_buttons->addStretch();
    layout->addLayout(m_buttons);
    setMinimumWidth(theme::scaled(440));
    setAccessibleDescription(explanation);
}

void AskDialog::addContent(QWidget *content)
{
    m_content->addWidget(content);
}

QPushButton *AskDialog::addButton(const QString &objectName, const QString &text, int result, bool isMain)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    if (isMain) {
        button->setProperty("role", u"main"_s);
        button->setDefault(true);
    }
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, result] { done(result); });
    return button;
}

} // namespace marquee::shell
