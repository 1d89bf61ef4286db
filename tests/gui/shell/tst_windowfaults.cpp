// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong on the way to the partner: the words in the message bar, and the outcome in the list.
#include "WindowTest.h"

using namespace marquee;
using namespace marquee::test;
using partners::Outcome;

namespace {

sandbox::SandboxOptions with(const char *fault)
{
    sandbox::SandboxOptions options;
    options.faults.push_back(sandbox::parseFault(fault).value());
    return options;
}

} // namespace

class TestWindowFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *fault, Outcome::Kind kind, const QString &words) {
            QTest::newRow(fault) << QByteArray(fault) << int(kind) << words;
        };
        row("500", Outcome::Kind::Failed, u"500"_s);
        row("503", Outcome::Kind::Failed, u"wait"_s);
        row("401", Outcome::Kind::Failed, u"key or certificate"_s);
        row("html", Outcome::Kind::Unknown, u"isn't the partner"_s);
        row("garbage", Outcome::Kind::Unknown, u"isn't the partner"_s);
        row("truncate", Outcome::Kind::Unknown, u"before the answer was whole"_s);
        row("reset", Outcome::Kind::Unknown, u"may have taken it"_s);
        row("redirect", Outcome::Kind::Failed, u"redirection"_s);
    }
    void faults()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, kind);
        QFETCH(QString, words);
        Window window(with(fault.constData()));
        OpenDocument *document = window.good();
        const QByteArray before = document->bytes();
        window.keys("exchange.put");
        QTRY_VERIFY(window.ended() && window.last());
        QCOMPARE(int(window.last()->outcome.kind), kind);
        QVERIFY2(window.message().contains(words), qPrintable(window.message()));
        const QString outcome = exchange::outcomeTitle(window.last()->outcome.kind);
        QVERIFY(window.message().contains(outcome));
        const QAbstractItemModel *list = window.table(u"exchangesTable"_s)->model();
        QCOMPARE(list->rowCount(), 1);
        bool said = false;
        for (int column = 0; column < list->columnCount(); ++column)
            said = said || list->index(0, column).data().toString() == outcome;
        QVERIFY(said);
        QCOMPARE(document->bytes(), before);
        // What was answered is a click away.
        press(*window.bar(), u"messageAction"_s);
        QTRY_VERIFY(window.table(u"exchangesTable"_s)->isVisible());
        QVERIFY(window->findChild<QLabel *>(u"exchangeMessage"_s)->text().contains(words));
    }
};

QTEST_MAIN(TestWindowFaults)
#include "tst_windowfaults.moc"
