// SPDX-License-Identifier: GPL-3.0-or-later
// Environments from the window: choosing one, changing them on their page, and what the window says and does afterwards.
#include "WindowTest.h"

#include "environments/EnvironmentsDialog.h"
#include "shell/EnvironmentButton.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using environments::EnvironmentsDialog;

namespace {

QByteArray workspaceFile(const QByteArray &address)
{
    return "{\"environments\":[{\"name\":\"rehearsal\",\"prime\":{\"baseUrl\":\"" + address + "\",\"licensor\":\"Lantern Pictures\"}}]}";
}

} // namespace

class TestWindowEnvironments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The page writes marquee.json, and the window goes on with what it says.
    void changedOnTheirPage()
    {
        Window window;
        const QString file = window.home.write(u"work/marquee.json"_s, workspaceFile("http://127.0.0.1:9/v1"));
        window->files().openFolder(QFileInfo(file).absolutePath());
        QVERIFY(window.environments.choose(u"rehearsal"_s));
        window.trigger("exchange.environments");
        auto *dialog = window->findChild<EnvironmentsDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QListWidget *>(u"environmentList"_s)->currentItem()->text(), u"rehearsal"_s);
        QLineEdit *address = test::line(*dialog, u"primeAddress"_s);
        address->selectAll();
        QTest::keyClicks(address, window.partner->primeUrl().toString());
        auto *save = dialog->findChild<QPushButton *>(u"environmentsSave"_s);
        QVERIFY(save && save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(!window->findChild<EnvironmentsDialog *>());
        QVERIFY(Home::read(file).contains(window.partner->primeUrl().toEncoded()));
        QCOMPARE(window.environments.current().name, u"rehearsal"_s);
        // What is sent goes there now.
        window.good();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(window.last()->outcome.kind, partners::Outcome::Kind::Accepted);
        QCOMPARE(window.last()->environment, u"rehearsal"_s);
    }

    void givenUp()
    {
        Window window;
        const QByteArray before = workspaceFile("http://127.0.0.1:9/v1");
        const QString file = window.home.write(u"work/marquee.json"_s, before);
        window->files().openFolder(QFileInfo(file).absolutePath());
        window->findChild<shell::EnvironmentButton *>()->manageWanted();
        auto *dialog = window->findChild<EnvironmentsDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        dialog->reject();
        QTRY_VERIFY(!window->findChild<EnvironmentsDialog *>());
        QCOMPARE(Home::read(file), before);
    }

    /// Environments belong to a folder; and what can't be read isn't written over.
    void whereItCant()
    {
        Window window;
        window.trigger("exchange.environments");
        QVERIFY(!window->findChild<EnvironmentsDialog *>());
        QVERIFY(window.message().contains(u"folder"_s));
        const QString file = window.home.write(u"work/marquee.json"_s, "{\"environments\":[{");
        window->files().openFolder(QFileInfo(file).absolutePath());
        window.trigger("exchange.environments");
        QVERIFY(!window->findChild<EnvironmentsDialog *>());
        QVERIFY2(window.message().contains(u"marquee.json"_s), qPrintable(window.message()));
        QCOMPARE(Home::read(file), QByteArray("{\"environments\":[{"));
    }
};

QTEST_MAIN(TestWindowEnvironments)
#include "tst_windowenvironments.moc"
