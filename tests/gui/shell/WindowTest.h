// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window over real models, a real sandbox socket and real files; only the questions are answered by the test.
#pragma once

#include "gui/FormTest.h"

#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "preview/PayloadPanel.h"
#include "preview/PayloadView.h"
#include "sandbox/Sandbox.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/MainWindow.h"
#include "shell/MessageBar.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

#include <cstring>

namespace marquee::test {

/// Answers what was queued; a question that nobody expected fails the test, and is cancelled.
class Scripted : public shell::Dialogs
{
public:
    QStringList asked; ///< "unsaved: a, b", in order
    QList<QByteArray> templates; ///< ids
    workspace::Extract extract = workspace::Extract::Full;
    QList<QStringList> opens;
    QStringList folders;
    QStringList saves;
    QList<Unsaved> unsaved;
    QList<HeldAnswer> held;
    QList<bool> confirmed; ///< confirm and confirmProtected
    QList<bool> repairs;
    QList<Recovery::Answer> recoveries; ///< of everything that is offered
    QStringList offered;
    Held lastHeld;
    QString suggested;
    QByteArray repaired;

    std::optional<NewAvail> chooseTemplate(QWidget *, const workspace::Templates &all) override
    {
        const QByteArray id = next(templates, QByteArray(), u"template"_s);
        const workspace::Template *found = all.find(id.toStdString());
        return found ? std::optional(NewAvail{found, extract}) : std::nullopt;
    }
    QStringList openFiles(QWidget *, const QString &) override { return next(opens, QStringList(), u"open"_s); }
    QString chooseFolder(QWidget *, const QString &) override { return next(folders, QString(), u"folder"_s); }
    QString saveFile(QWidget *, const QString &path) override
    {
        suggested = path;
        return next(saves, QString(), u"save"_s);
    }
    Unsaved askUnsaved(QWidget *, const QStringList &names) override
    {
        return next(unsaved, Unsaved::Cancel, u"unsaved: "_s + names.join(u", "_s));
    }
    Recovery askRecovery(QWidget *, const QStringList &entries) override
    {
        offered = entries;
        Recovery recovery{next(recoveries, Recovery::Answer::Later, u"recover"_s), {}};
        for (int i = 0; i < entries.size(); ++i)
            recovery.chosen << i;
        return recovery;
    }
    HeldAnswer askHeld(QWidget *, const Held &what) override
    {
        lastHeld = what;
        return next(held, HeldAnswer::Cancel, u"held: "_s + what.operation);
    }
    bool confirm(QWidget *, const QString &question, const QString &, const QString &) override
    {
        return next(confirmed, false, u"confirm: "_s + question);
    }
    bool confirmProtected(QWidget *, const QString &environment, const QString &operation) override
    {
        return next(confirmed, false, u"protected: "_s + environment + u", "_s + operation);
    }
    bool acceptRepair(QWidget *, const QString &, const QByteArray &, const QByteArray &after) override
    {
        repaired = after;
        return next(repairs, false, u"repair"_s);
    }
    bool allAnswered() const
    {
        return templates.isEmpty() && opens.isEmpty() && folders.isEmpty() && saves.isEmpty() && unsaved.isEmpty()
            && held.isEmpty() && confirmed.isEmpty() && repairs.isEmpty() && recoveries.isEmpty();
    }

private:
    template <class List, class T>
    T next(List &answers, const T &otherwise, const QString &question)
    {
        asked << question;
        if (answers.isEmpty()) {
            QTest::qFail(qPrintable(u"asked unexpectedly: "_s + question), __FILE__, __LINE__);
            return otherwise;
        }
        return answers.takeFirst();
    }
};

/// A home of its own for settings and files, before anything reads them.
struct Home
{
    Home() { qputenv("MARQUEE_HOME", QFile::encodeName(folder.filePath(u"home"_s))); }

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s can't be written.", qPrintable(path));
        return path;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

class Window
{
public:
    explicit Window(const sandbox::SandboxOptions &options = {}, Scripted *other = nullptr)
        : dialogs(other ? *other : own)
        , documents(rulebook(), fixedClock)
        , folder(rulebook())
        , dispatcher(exchanges)
        , partner(sandbox::Sandbox::start(options).value())
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        environments.setSandbox(partner->primeUrl(), partner->showtimeUrl(), partner->atomUrl());
        window = std::make_unique<shell::MainWindow>(
            shell::Models{rulebook(), templates, settings, documents, folder, environments, exchanges, dispatcher, partner.get()},
            dialogs);
        window->resize(1440, 900);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("The window doesn't come.");
        activate();
    }
    ~Window() { QTest::qVerify(dialogs.allAnswered(), "all questions were asked", "", __FILE__, __LINE__); }

    /// The platform of the tests has nobody who gives the window back its activity after a pop-up.
    void activate() const { QApplication::setActiveWindow(window.get()); }
    shell::MainWindow *operator->() const { return window.get(); }
    operator QWidget &() const { return *window; }

    OpenDocument *current() const { return window->documents().current(); }
    QString at(const QByteArray &pointer) const { return test::at(*current(), pointer); }
    preview::PayloadView *preview() const { return window->findChild<preview::PayloadPanel *>()->payload(); }
    bool previewIsTheDocument() const { return preview()->text().toByteArray() == current()->bytes(); }
    shell::MessageBar *bar() const { return window->findChild<shell::MessageBar *>(); }
    QString message() const { return bar()->text(); }
    QString said() const { return window->findChild<QLabel *>(u"statusSaid"_s)->text(); }
    QString placeShown() const { return window->findChild<QLabel *>(u"statusPlace"_s)->text(); }
    QTableView *table(const QString &name) const { return window->findChild<QTableView *>(name); }
    int count() const { return static_cast<int>(documents.all().size()); }

    /// By the action's own keys.
    void keys(const char *id) const
    {
        const QAction *action = window->actions().action(id);
        const QKeySequence sequence = action->shortcut();
        QVERIFY2(!sequence.isEmpty(), id);
        QVERIFY2(action->isEnabled(), id);
        activate();
        QTest::keyClick(cursor() ? cursor() : window.get(), sequence[0].key(), sequence[0].keyboardModifiers());
    }
    void trigger(const char *id) const
    {
        QVERIFY2(window->actions().action(id)->isEnabled(), id);
        window->actions().action(id)->trigger();
    }

    OpenDocument *open(const QString &path)
    {
        QSignalSpy opened(&documents, &workspace::OpenDocuments::opened);
        window->files().open({path});
        if (opened.isEmpty() && !opened.wait(20000))
            qFatal("%s doesn't open.", qPrintable(path));
        activate();
        return current();
    }
    OpenDocument *make(const char *id)
    {
        dialogs.templates << id;
        keys("file.new");
        return current();
    }
    /// An avail without an error of ours, made of bytes.
    OpenDocument *good(const QByteArray &windows = test::window())
    {
        return open(home.write(u"good-%1.json"_s.arg(++m_files), avail(windows)));
    }

    bool ended() const { return dispatcher.running() == 0 && !bar()->isBusy(); }
    const exchange::Exchange *last() const
    {
        const QModelIndex newest = exchanges.index(0, 0);
        return newest.isValid() ? exchanges.find(newest.data(exchange::ExchangeList::NumberRole).toInt()) : nullptr;
    }

    Home home;
    Scripted own;
    Scripted &dialogs;
    workspace::Templates templates = workspace::Templates::load().value();
    workspace::Settings settings;
    workspace::OpenDocuments documents;
    workspace::FolderModel folder;
    exchange::EnvironmentList environments;
    exchange::ExchangeList exchanges;
    exchange::Dispatcher dispatcher;
    std::unique_ptr<sandbox::Sandbox> partner;
    std::unique_ptr<shell::MainWindow> window;

private:
    int m_files = 0;
};

/// JSON in one line, whatever its layout: two payloads that say the same read the same.
inline QByteArray said(const payload::Value &value)
{
    payload::JsonStyle style;
    style.lines = false;
    return QByteArray::fromStdString(payload::layOut(value.raw(), style));
}

} // namespace marquee::test
