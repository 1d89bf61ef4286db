// SPDX-License-Identifier: GPL-3.0-or-later
// Many windows at once, from the menu to the payload: each a step that one press of Undo takes back.
#include "WindowTest.h"

#include "avail/AvailView.h"
#include "bulk/ShiftDialog.h"

#include <QClipboard>
#include <QDialog>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

/// Two years of one licence, one after the other.
QByteArray years()
{
    return test::window({{"_TransactionID", "\"w1\""}, {"Start", "\"2026-01-01T00:00:00Z\""}, {"End", "\"2027-01-01T00:00:00Z\""}}) + ','
        + test::window({{"_TransactionID", "\"w2\""}, {"Start", "\"2027-01-01T00:00:00Z\""}, {"End", "\"2028-01-01T00:00:00Z\""}});
}

/// Answers the dialog that the next action opens.
void answer(const std::function<void(QDialog &)> &how)
{
    QTimer::singleShot(0, qApp, [how] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        how(*dialog);
    });
}

} // namespace

class TestWindowBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joined()
    {
        Window window;
        OpenDocument *document = window.good(years());
        const QByteArray before = document->bytes();
        window.keys("document.showWindows");
        window->documents().currentAvail()->windows()->selectWindows({0});
        window.trigger("window.join");
        QCOMPARE(document->bytes(), before); // one alone has no neighbour among those that were chosen
        window->documents().currentAvail()->windows()->selectWindows({0, 1});
        window.trigger("window.join");
        QCOMPARE(document->payload().root().member("avail").member("Transaction").size(), 1U);
        QCOMPARE(window.at("/avail/Transaction/0/End"), u"\"2028-01-01T00:00:00Z\""_s);
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), before);
    }

    void shifted()
    {
        Window window;
        OpenDocument *document = window.good(years());
        const QByteArray before = document->bytes();
        window.keys("document.showWindows");
        window->documents().currentAvail()->windows()->selectWindows({0, 1});
        answer([](QDialog &dialog) {
            const QList<QSpinBox *> numbers = dialog.findChildren<QSpinBox *>();
            QCOMPARE(numbers.size(), 2);
            for (QSpinBox *number : numbers)
                number->setValue(1);
            dialog.accept();
        });
        window.trigger("window.shift");
        QCOMPARE(window.at("/avail/Transaction/0/Start"), u"\"2026-02-02T00:00:00Z\""_s);
        QCOMPARE(window.at("/avail/Transaction/1/End"), u"\"2028-02-02T00:00:00Z\""_s);
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), before);
        answer([](QDialog &dialog) { dialog.reject(); });
        window.trigger("window.shift");
        QCOMPARE(document->bytes(), before);
    }

    /// Out to a spreadsheet and back: changed cells change their windows, and nothing else does.
    void rowsThereAndBack()
    {
        Window window;
        OpenDocument *document = window.good(years());
        const QByteArray before = document->bytes();
        window.keys("document.showWindows");
        window->documents().currentAvail()->windows()->selectWindows({0, 1});
        window.trigger("window.copyRows");
        QString rows = QGuiApplication::clipboard()->text();
        QCOMPARE(rows.count(u"w1"_s), 1);
        QVERIFY(window.said().contains(u"2 rows"_s) || window.said().contains(u"2 row"_s));
        answer([](QDialog &dialog) { dialog.accept(); });
        window.trigger("window.pasteRows");
        QCOMPARE(document->bytes(), before); // as they were
        QGuiApplication::clipboard()->setText(rows.replace(u"2028-01-01T00:00:00Z"_s, u"2029-06-30T00:00:00Z"_s));
        answer([](QDialog &dialog) { dialog.accept(); });
        window.trigger("window.pasteRows");
        QCOMPARE(document->bytes(), QByteArray(before).replace("2028-01-01T00:00:00Z", "2029-06-30T00:00:00Z"));
        window.keys("edit.undo");
        QCOMPARE(document->bytes(), before);
        QGuiApplication::clipboard()->clear();
        window.trigger("window.pasteRows");
        QVERIFY(window.message().contains(u"clipboard"_s));
    }
};

QTEST_MAIN(TestWindowBulk)
#include "tst_windowbulk.moc"
