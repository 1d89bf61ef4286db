// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of an avail as rows: what cells say, and how rows follow the document.
#include "gui/FormTest.h"

#include "avail/WindowsModel.h"

#include <QAbstractItemModelTester>

using namespace marquee;
using namespace marquee::test;
using avail::WindowsModel;
using payload::Edit;

namespace {

QByteArray named(const char *id)
{
    return window({{"_TransactionID", '"' + QByteArray(id) + '"'}});
}

} // namespace

class TestWindowsModel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<WindowsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void load(const QByteArray &text)
    {
        m_document = opened(text);
        m_model->setDocument(m_document.get());
    }
    QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->text(row, WindowsModel::Id);
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<WindowsModel>(lookup().vocabularies);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("windows");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &json, WindowsModel::Column column,
                             const QString &expected) { QTest::newRow(name) << json << int(column) << expected; };
        row("id", window(), WindowsModel::Id, u"w1"_s);
        row("no id", window({{"_TransactionID", ""}}), WindowsModel::Id, u"no ID"_s);
        row("empty id", window({{"_TransactionID", "\"\""}}), WindowsModel::Id, u"no ID"_s);
        row("an id that is a number", window({{"_TransactionID", "7"}}), WindowsModel::Id, u"7"_s);
        row("licence", window(), WindowsModel::Licence, u"VOD"_s);
        row("one country by its name", window(), WindowsModel::Territory, u"United States"_s);
        row("an unknown country", window({{"Territory", "[{\"country\":\"QQ\"}]"}}), WindowsModel::Territory, u"QQ"_s);
        row("several by their codes", window({{"Territory", "[{\"country\":\"US\"},{\"country\":\"CA\"}]"}}),
            WindowsModel::Territory, u"US, CA"_s);
        row("no territory", window({{"Territory", ""}}), WindowsModel::Territory, QString());
        row("format", window(), WindowsModel::Format, u"HD"_s);
        row("midnight is a day", window(), WindowsModel::Start, u"1 January 2027"_s);
        row("what isn't a date stays", window({{"Start", "\"soon\""}}), WindowsModel::Start, u"soon"_s);
        row("price", window(), WindowsModel::Channel, u"4.99 USD"_s);
        row("channel", window({{"Terms", "[{\"_termName\":\"ChannelIdentity\",\"Text\":\"starz\"}]"}}),
            WindowsModel::Channel, u"starz"_s);
        row("neither", window({{"Terms", ""}}), WindowsModel::Channel, QString());
        row("not a window at all", "17", WindowsModel::Licence, QString());
    }
    void cells()
    {
        QFETCH(QByteArray, windows);
        QFETCH(int, column);
        load(availOf(windows));
        QCOMPARE(m_model->rowCount(), 1);
        if (QByteArray(QTest::currentDataTag()) == "midnight is a day") {
            const QString day = m_model->text(0, column);
            QVERIFY2(day.contains(u"2027"_s) && !day.contains(u"00:00"_s), qPrintable(day));
            return;
        }
        QTEST(m_model->index(0, column).data().toString(), "expected");
    }

    void problemsOfARow()
    {
        load(availOf(named("a") + ','
            + window({{"_TransactionID", "\"b\""}, {"LicenseType", "\"EST\""}, {"End", "\"2026-12-01T00:00:00Z\""}})));
        QCOMPARE(m_model->index(0, 0).data(WindowsModel::ErrorsRole).toInt(), 0);
        QCOMPARE(m_model->index(1, 0).data(WindowsModel::ErrorsRole).toInt(), 1);
        QCOMPARE(m_model->index(0, 0).data(WindowsModel::CountRole).toInt(), 0);
        QVERIFY(m_model->index(1, 0).data(WindowsModel::CountRole).toInt() >= 1);
        QVERIFY(!m_model->index(1, 0).data(Qt::DecorationRole).value<QIcon>().isNull());
        QVERIFY(m_model->index(0, 0).data(Qt::AccessibleTextRole).isNull());
        QVERIFY(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"1 error"_s));
        QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::AccessibleTextRole).toString(), u"Problems"_s);
    }

    void oneThatComesOrGoesIsOneRow()
    {
        load(availOf(named("a") + ',' + named("b")));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_document->apply(Edit::insertItem(place("/avail/Transaction"), named("c").toStdString(), 1)));
        QCOMPARE(ids(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.front().at(1).toInt(), 1);
        m_document->undo();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s}));
        m_document->redo();
        QVERIFY(m_document->apply(Edit::remove(place("/avail/Transaction/2"))));
        QCOMPARE(removed.size(), 2);
        QCOMPARE(removed.last().at(1).toInt(), 2);
        QCOMPARE(reset.size(), 0);
    }

    void aFieldIsACellOfItsRow()
    {
        load(availOf(named("a") + ',' + named("b")));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QVERIFY(m_document->apply(Edit::set(place("/avail/Transaction/1/LicenseType"), "\"EST\"")));
        QCOMPARE(changed.front().front().toModelIndex().row(), 1);
        QCOMPARE(m_model->text(1, WindowsModel::Licence), u"EST"_s);
        QCOMPARE(reset.size(), 0);
    }

    void aProblemThatGoesFromOneWindowToAnother()
    {
        // The sum stays, and the window where the problem is now wasn't touched.
        load(availOf(named("a") + ','
            + window({{"_TransactionID", "\"a\""}, {"LicenseType", "\"EST\""}, {"Terms", "[]"}}) + ','
            + window({{"_TransactionID", "\"c\""}, {"LicenseType", "\"SVOD\""}, {"Terms", "[]"}})));
        const auto errors = [this](int row) { return m_model->index(row, 0).data(WindowsModel::ErrorsRole).toInt(); };
        const QList<int> before{errors(0), errors(1), errors(2)};
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_document->apply(Edit::set(place("/avail/Transaction/0/_TransactionID"), "\"c\"")));
        QVERIFY(QList<int>({errors(0), errors(1), errors(2)}) != before);
        for (int row = 0; row < 3; ++row) {
            if (errors(row) == before.at(row))
                continue;
            QVERIFY2(std::any_of(changed.begin(), changed.end(),
                         [row](const QList<QVariant> &told) {
                             return told.at(0).toModelIndex().row() <= row && told.at(1).toModelIndex().row() >= row
                                 && told.at(0).toModelIndex().column() == 0;
                         }),
                qPrintable(QString::number(row)));
        }
    }

    void everythingElseIsReadAnew_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("several go") << 0 << QStringList{u"b"_s};
        QTest::newRow("moved") << 1 << QStringList{u"c"_s, u"a"_s, u"b"_s};
        QTest::newRow("the list is set") << 2 << QStringList{u"z"_s};
        QTest::newRow("the list goes") << 3 << QStringList();
        QTest::newRow("the whole text") << 4 << QStringList{u"q"_s};
        QTest::newRow("the list is no list") << 5 << QStringList();
        QTest::newRow("the avail is another") << 6 << QStringList{u"v"_s};
        QTest::newRow("one in another's place") << 7 << QStringList{u"n"_s, u"b"_s, u"c"_s};
    }
    void everythingElseIsReadAnew()
    {
        QFETCH(int, what);
        load(availOf(named("a") + ',' + named("b") + ',' + named("c")));
        const Pointer list = place("/avail/Transaction");
        const std::string whole = availOf(named("q")).toStdString();
        const std::vector<std::vector<Edit>> edits{
            {Edit::remove(list.child(2u)), Edit::remove(list.child(0u))},
            {Edit::move(list, 2, 0)},
            {Edit::set(list, '[' + named("z").toStdString() + ']')},
            {Edit::remove(list)},
            {Edit::whole(whole)},
            {Edit::set(list, "7")},
            {Edit::set(place("/avail"), "{\"Transaction\":[" + named("v").toStdString() + "]}")},
            {Edit::insertItem(list, named("n").toStdString(), 0), Edit::remove(list.child(1u))},
        };
        QVERIFY(m_document->apply(edits[static_cast<std::size_t>(what)]));
        QTEST(ids(), "expected");
        m_document->undo();
        QCOMPARE(ids(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        m_document->redo();
        QTEST(ids(), "expected");
    }

    void withoutADocument()
    {
        QCOMPARE(m_model->rowCount(), 0);
        load(availOf(named("a")));
        QCOMPARE(m_model->rowCount(), 1);
        m_model->setDocument(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
        load("not json");
        QCOMPARE(m_model->rowCount(), 0);
    }
};

QTEST_MAIN(TestWindowsModel)
#include "tst_windowsmodel.moc"
