// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WelcomePage.h"

#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace marquee::shell {

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QAction *makeNew, QAction *open, QAction *openFolder, const QList<QAction *> &reading, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"welcomePage"_s);
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(tr("What may be shown, where, when and how"), this);
    title->setFont(theme::titleFont());
    title->setAlignment(Qt::AlignCenter);
    auto *words = new QLabel(tr("Begin an avail, or a message of performances, from a template; open files, or drop them here.\n"
                                "The sandbox plays the partners until you choose another environment."), this);
    words->setProperty("role", u"label"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true); // large text, or a long language, must not push the docks aside
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::scaled(8));
    buttons->addStretch();
    const auto add = [&](QAction *action, const QString &text, const char *role) {
        auto *button = new QPushButton(*role ? QIcon() : action->icon(), text, this);
        button->setObjectName(u"welcome-"_s + action->objectName());
        button->setProperty("role", QString::fromLatin1(role));
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    };
    add(makeNew, tr("New…"), "main");
    add(open, tr("Open files…"), "");
    add(openFolder, tr("Open a folder…"), "");
    buttons->addStretch();
    auto *links = new QHBoxLayout;
    links->setSpacing(theme::scaled(16));
    links->addStretch();
    for (QAction *action : reading) {
        auto *link = new QPushButton(ActionRegistry::title(*action), this);
        link->setObjectName(u"welcome-"_s + action->objectName());
        link->setProperty("role", u"link"_s);
        link->setToolTip(action->toolTip());
        connect(link, &QPushButton::clicked, action, &QAction::trigger);
        links->addWidget(link);
    }
    links->addStretch();
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addSpacing(theme::scaled(8));
    layout->addWidget(words);
    layout->addSpacing(theme::scaled(24));
    layout->addLayout(buttons);
    layout->addSpacing(theme::scaled(16));
    layout->addLayout(links);
    layout->addStretch(3);
    connect(&theme::Theme::instance(), &theme::Theme::changed, title, [title] { title->setFont(theme::titleFont()); });
}

} // namespace marquee::shell
