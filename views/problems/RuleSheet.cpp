// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/RuleSheet.h"

#include "problems/ProblemsModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

namespace marquee::problems {

using namespace Qt::StringLiterals;
using theme::scaled;

RuleSheet::RuleSheet(const rules::Rule &rule, QWidget *parent)
    : QDialog(parent)
{
    const QString id = QString::fromLatin1(rule.info().id);
    setObjectName(u"ruleSheet"_s);
    setWindowTitle(tr("Rule %1").arg(id));
    setAccessibleName(windowTitle());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *icon = new QLabel(this);
    icon->setPixmap(theme::severityIcon(rule.info().severity).pixmap(scaled(24), scaled(24)));
    auto *title = new QLabel(rule.title(), this);
    title->setObjectName(u"ruleTitle"_s);
    title->setFont(theme::titleFont());
    title->setWordWrap(true);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addWidget(title, 1);
    layout->addLayout(head);
    auto *kind = new QLabel(tr("%1  ·  %2").arg(id, severityTitle(rule.info().severity)), this);
    kind->setObjectName(u"ruleKind"_s);
    kind->setProperty("role", u"label"_s);
    layout->addWidget(kind);

    addPart(u"ruleWhy"_s, tr("Why"), rule.why());
    addPart(u"ruleSource"_s, tr("Where this is said"), rule.source());
    addPart(u"ruleChange"_s, tr("If you see it differently"),
        rule.info().mutable_
            ? tr("Write \"rules\": {\"%1\": \"hint\"} into the folder's marquee.json; \"off\" switches the rule off.")
                  .arg(id)
            : tr("This rule always holds: without it the document can't be read or sent as it is."));
    layout->addStretch(1);
    layout->addSpacing(8);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"ruleClose"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(scaled(440));
}

void RuleSheet::addPart(const QString &name, const QString &heading, const QString &text)
{
    auto *above = new QLabel(heading, this);
    above->setFont(theme::headingFont());
    auto *words = new QLabel(text, this);
    words->setObjectName(name);
    words->setAccessibleName(heading);
    words->setAccessibleDescription(text);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout()->addItem(new QSpacerItem(0, 8));
    layout()->addWidget(above);
    layout()->addWidget(words);
}

} // namespace marquee::problems
