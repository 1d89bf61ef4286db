// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/EnvironmentLink.h"

#include "environments/EnvironmentsDialog.h"
#include "exchange/EnvironmentList.h"
#include "exchange/Secrets.h"
#include "shell/EnvironmentButton.h"
#include "shell/Menus.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"
#include "workspace/FolderModel.h"
#include "workspace/Settings.h"

#include <QAction>
#include <QMainWindow>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

namespace marquee::shell {

using namespace Qt::StringLiterals;

EnvironmentLink::EnvironmentLink(const Frame &frame, const Models &models, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_button(new EnvironmentButton(m_models.environments, m_frame.menus.tools))
{
    makeStripe();
    connect(m_frame.actions.action("exchange.environments"), &QAction::triggered, this, &EnvironmentLink::edit);
    connect(m_button, &EnvironmentButton::chosen, this, &EnvironmentLink::choose);
    connect(m_button, &EnvironmentButton::manageWanted, this, &EnvironmentLink::edit);
    connect(&m_models.environments, &exchange::EnvironmentList::changed, this, &EnvironmentLink::show);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &EnvironmentLink::show);
}

/// Over everything, and only where a protected environment is chosen.
void EnvironmentLink::makeStripe()
{
    m_stripe = new QWidget(&m_frame.window);
    m_stripe->setObjectName(u"protectedStripe"_s);
    m_stripe->setFixedHeight(theme::scaled(4));
    m_stripe->setAutoFillBackground(true);
    m_stripe->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *bar = new QToolBar(tr("Environment"), &m_frame.window);
    bar->setObjectName(u"protectedBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setStyleSheet(u"QToolBar { padding: 0; border: none; }"_s);
    bar->addWidget(m_stripe);
    m_frame.window.insertToolBar(m_frame.menus.tools, bar);
    m_frame.window.insertToolBarBreak(m_frame.menus.tools);
    bar->hide();
}

void EnvironmentLink::choose(const QString &name)
{
    if (m_models.environments.choose(name))
        m_models.settings.setEnvironment(name);
}

void EnvironmentLink::edit()
{
    const QString folder = m_models.folder.folder();
    if (folder.isEmpty()) {
        m_frame.messages.say(MessageBar::Kind::Hint, tr("Environments belong to a folder. Open one first."));
        return;
    }
    auto found = exchange::readEnvironments(folder);
    if (!found) { // saving would lose what can't be read
        m_frame.messages.say(MessageBar::Kind::Error, sentence(found.error()));
        return;
    }
    found->insert(found->begin(), m_models.environments.all().front());
    if (!m_secrets)
        m_secrets = new exchange::Secrets(exchange::platformKeyStore(), this);
    using environments::EnvironmentsDialog;
    auto *dialog = new EnvironmentsDialog(folder, *std::move(found), *m_secrets, &m_frame.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->select(m_models.environments.current().name);
    connect(dialog, &EnvironmentsDialog::saved, this, [this, folder] { Q_EMIT saved(folder); });
    connect(dialog, &EnvironmentsDialog::secretGiven, this, &EnvironmentLink::secretGiven);
    dialog->open();
}

void EnvironmentLink::setFaults(int on)
{
    m_faults = on;
    show();
}

void EnvironmentLink::show()
{
    const exchange::EnvironmentList &environments = m_models.environments;
    const exchange::Environment &environment = environments.current();
    const auto index = static_cast<std::size_t>(&environment - environments.all().data());
    const QColor color = colorOf(environments, index);
    const QUrl url = exchange::EnvironmentList::primeUrl(environment);
    const QString where = url.isEmpty() ? tr("not running") : url.authority();
    QString words = tr("%1 on %2").arg(environmentTitle(environment.name), where);
    const bool isFaulty = m_faults > 0 && index == 0;
    if (isFaulty)
        words += u" · "_s + tr("%n fault(s) on purpose", nullptr, m_faults);
    m_frame.status.showEnvironment(words, isFaulty ? theme::color(theme::Token::Warning) : color);

    QPalette palette = m_stripe->palette();
    palette.setColor(QPalette::Window, color);
    m_stripe->setPalette(palette);
    m_stripe->parentWidget()->setVisible(environment.isProtected);
    const QColor text = theme::contrast(Qt::white, color) >= 4.5 ? QColor(Qt::white) : QColor(Qt::black);
    m_frame.menus.send->setStyleSheet(
        environment.isProtected ? u"QToolButton { background: %1; color: %2; }"_s.arg(color.name(), text.name()) : QString());
    Q_EMIT changed();
}

} // namespace marquee::shell
