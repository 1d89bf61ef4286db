// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/HelpSheets.h"

#include "problems/RuleSheet.h"
#include "rules/RuleSet.h"
#include "shell/AskDialog.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QListWidget>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HelpSheets", text);
}

} // namespace

void showRule(const rules::RuleSet &rules, const QString &id, QWidget *parent)
{
    if (const rules::Rule *rule = rules.find(id.toStdString())) {
        auto *sheet = new problems::RuleSheet(*rule, parent);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    }
}

void showRules(const rules::RuleSet &rules, QWidget *parent)
{
    auto *dialog = new AskDialog(tr("Rules"), tr("What is checked. Choose one to read why."), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QListWidget(dialog);
    list->setObjectName(u"ruleList"_s);
    list->setAccessibleName(tr("Rules"));
    list->setProperty("card", true);
    list->setMinimumSize(theme::scaled(560), theme::scaled(480));
    for (const auto &rule : rules.all()) {
        auto *item = new QListWidgetItem(
            theme::severityIcon(rule->info().severity), QString::fromLatin1(rule->info().id) + u"   "_s + rule->title(), list);
        item->setData(Qt::UserRole, QString::fromLatin1(rule->info().id));
    }
    QObject::connect(list, &QListWidget::itemActivated, dialog,
        [&rules, parent](const QListWidgetItem *item) { showRule(rules, item->data(Qt::UserRole).toString(), parent); });
    dialog->addContent(list);
    dialog->addButton(u"closeRules"_s, tr("Close"), 0, true);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *dialog = new AskDialog(tr("Marquee %1").arg(QApplication::applicationVersion()),
        tr("An editor for avails and their terms. The document is the payload: what you see is what is stored and sent.\n\n"
           "Free software under the GNU General Public License, version 3 or later. Qt %1.")
            .arg(QString::fromLatin1(qVersion())),
        parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(u"closeAbout"_s, tr("Close"), 0, true);
    dialog->open();
}

} // namespace marquee::shell
