// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WidgetDialogs.h"

#include "payload/XmlReader.h"
#include "preview/PayloadView.h"
#include "shell/AskDialog.h"
#include "shell/NewDialog.h"
#include "shell/theme/Theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Dialogs", text);
}

QListWidget *listOf(const QStringList &entries, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setProperty("card", true);
    list->addItems(entries);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setFocusPolicy(Qt::NoFocus);
    list->setWordWrap(true);
    list->setFixedHeight(std::min(theme::scaled(200), theme::scaled(16) + static_cast<int>(entries.size()) * theme::scaled(40)));
    return list;
}

preview::PayloadView *codeOf(const QByteArray &text, const QString &name, QWidget *parent)
{
    auto *view = new preview::PayloadView(parent);
    const bool isXml = payload::isXmlText({text.constData(), static_cast<std::size_t>(text.size())});
    view->setLanguage(isXml ? preview::Language::Xml : preview::Language::Json);
    view->setText(payload::Text(text));
    view->setAccessibleName(name);
    return view;
}

} // namespace

std::optional<Dialogs::NewAvail> WidgetDialogs::chooseTemplate(QWidget *parent, const workspace::Templates &templates)
{
    NewDialog dialog(templates, parent);
    if (dialog.exec() != QDialog::Accepted || !dialog.chosen())
        return std::nullopt;
    return NewAvail{dialog.chosen(), dialog.extract()};
}

QStringList WidgetDialogs::openFiles(QWidget *parent, const QString &folder)
{
    return QFileDialog::getOpenFileNames(parent, tr("Open"), folder, tr("Payloads (*.json *.xml);;All files (*)"));
}

QString WidgetDialogs::chooseFolder(QWidget *parent, const QString &folder)
{
    return QFileDialog::getExistingDirectory(parent, tr("Choose the workspace's folder"), folder);
}

QString WidgetDialogs::saveFile(QWidget *parent, const QString &suggested)
{
    const QString ending = QFileInfo(suggested).suffix();
    const QString kind = ending == u"csv"_s ? tr("Tables (*.csv)") : ending == u"xml"_s ? tr("JUnit reports (*.xml)")
        : ending == u"png"_s ? tr("Pictures (*.png)") : ending == u"svg"_s ? tr("Drawings (*.svg)") : ending == u"har"_s ? tr("HTTP archives (*.har)") : tr("Payloads (*.json)");
    return QFileDialog::getSaveFileName(parent, tr("Save as"), suggested, kind + u";;"_s + tr("All files (*)"));
}

Dialogs::Unsaved WidgetDialogs::askUnsaved(QWidget *parent, const QStringList &names)
{
    const QString question = names.size() == 1 ? tr("“%1” isn't saved. Save it?").arg(names.front())
                                               : tr("%1 documents aren't saved. Save them?").arg(names.size());
    AskDialog dialog(question, tr("What you changed is lost otherwise."), parent);
    if (names.size() > 1)
        dialog.addContent(listOf(names, &dialog));
    dialog.addButton(u"discardUnsaved"_s, tr("Don't save"), 2);
    dialog.addButton(u"cancelUnsaved"_s, tr("Cancel"), 0);
    dialog.addButton(u"saveUnsaved"_s, names.size() == 1 ? tr("Save") : tr("Save all"), 1, true);
    switch (dialog.exec()) {
    case 1:
        return Unsaved::Save;
    case 2:
        return Unsaved::Discard;
    default:
        return Unsaved::Cancel;
    }
}

Dialogs::Recovery WidgetDialogs::askRecovery(QWidget *parent, const QStringList &entries)
{
    AskDialog dialog(tr("Marquee ended before everything was saved."),
                     tr("These documents can be had back as they were, and what you did can be undone. Nothing is written to their files."), parent);
    auto *list = new QListWidget(&dialog);
    list->setObjectName(u"recoveryList"_s);
    list->setAccessibleName(tr("Documents that weren't saved"));
    list->setProperty("card", true);
    list->setMinimumSize(theme::scaled(480), theme::scaled(160));
    for (const QString &entry : entries)
        (new QListWidgetItem(entry, list))->setCheckState(Qt::Checked);
    list->setCurrentRow(0);
    dialog.addContent(list);
    dialog.addButton(u"discardDrafts"_s, tr("Discard them"), 2);
    dialog.addButton(u"keepDrafts"_s, tr("Later"), 0);
    dialog.addButton(u"recoverDrafts"_s, tr("Open them"), 1, true);
    Recovery recovery;
    const int result = dialog.exec();
    recovery.answer = result == 1 ? Recovery::Answer::Recover : result == 2 ? Recovery::Answer::Discard : Recovery::Answer::Later;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            recovery.chosen << i;
    }
    return recovery;
}

Dialogs::HeldAnswer WidgetDialogs::askHeld(QWidget *parent, const Held &held)
{
    AskDialog dialog(QCoreApplication::translate("Dialogs", "Not sent yet: there are %n error(s).", nullptr, held.errors),
                     tr("The partner will very likely refuse this. Look at the problems first, or send it all the same."), parent);
    dialog.addContent(listOf(held.messages, &dialog));
    dialog.addButton(u"sendAnyway"_s, tr("Send anyway"), 1);
    dialog.addButton(u"cancelHeld"_s, tr("Cancel"), 0);
    dialog.addButton(u"showHeld"_s, tr("Show the problems"), 2, true);
    switch (dialog.exec()) {
    case 1:
        return HeldAnswer::SendAnyway;
    case 2:
        return HeldAnswer::ShowProblems;
    default:
        return HeldAnswer::Cancel;
    }
}

bool WidgetDialogs::confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &button)
{
    AskDialog dialog(question, explanation, parent);
    dialog.addButton(u"cancelConfirm"_s, tr("Cancel"), 0);
    dialog.addButton(u"doConfirm"_s, button, 1, true);
    return dialog.exec() == 1;
}

bool WidgetDialogs::confirmProtected(QWidget *parent, const QString &environment, const QString &operation)
{
    AskDialog dialog(tr("%1 in “%2”?").arg(operation, environment),
                     tr("This environment is protected: what is sent counts. Type its name to go on."), parent);
    auto *name = new QLineEdit(&dialog);
    name->setObjectName(u"environmentName"_s);
    name->setAccessibleName(tr("Name of the environment"));
    name->setPlaceholderText(environment);
    dialog.addContent(name);
    dialog.addButton(u"cancelProtected"_s, tr("Cancel"), 0);
    QPushButton *go = dialog.addButton(u"sendProtected"_s, operation, 1, true);
    go->setEnabled(false);
    QObject::connect(name, &QLineEdit::textChanged, go, [go, environment](const QString &text) { go->setEnabled(text == environment); });
    name->setFocus();
    return dialog.exec() == 1;
}

bool WidgetDialogs::acceptRepair(QWidget *parent, const QString &summary, const QByteArray &before, const QByteArray &after)
{
    AskDialog dialog(tr("This could be meant"), summary, parent);
    auto *both = new QSplitter(&dialog);
    both->addWidget(codeOf(before, tr("As it is"), both));
    both->addWidget(codeOf(after, tr("As it would be"), both));
    both->setMinimumSize(theme::scaled(880), theme::scaled(420));
    dialog.addContent(both);
    dialog.addButton(u"rejectRepair"_s, tr("Leave it as it is"), 0);
    dialog.addButton(u"acceptRepair"_s, tr("Take it"), 1, true);
    return dialog.exec() == 1;
}

} // namespace marquee::shell
