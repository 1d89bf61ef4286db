// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace marquee;
using namespace marquee::preview;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Sample = "{\n  \"ALID\": \"HL-S01E02\",\n  \"Caf\u00e9\": \"\u4e2d\u6587\",\n  \"Price\": 9.90\n}\n";

QByteArray manyLines(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += "{\"line\": " + QByteArray::number(i) + "}\n";
    return text;
}

} // namespace

class TestPayloadView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void init()
    {
        view = std::make_unique<PayloadView>();
        view->setLanguage(Language::Json);
        view->resize(420, 400);
        view->show();
        view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
    }

    void cleanup() { view.reset(); }

    void emptyText()
    {
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End,
                 Qt::Key_PageDown, Qt::Key_PageUp})
            QTest::keyClick(view.get(), key);
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, {100, 10});
        QCOMPARE(view->caret(), 0u);
        QVERIFY(!view->grab().isNull());
    }

    void keys_data()
    {
        QTest::addColumn<quint32>("from");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<quint32>("to");
        const quint32 cafe = quint32(Sample.indexOf("\u00e9"));
        const quint32 end = quint32(Sample.size());
        QTest::newRow("right") << 0u << int(Qt::Key_Right) << 0 << 1u;
        QTest::newRow("right over a newline") << 1u << int(Qt::Key_Right) << 0 << 2u;
        QTest::newRow("right over two bytes") << cafe << int(Qt::Key_Right) << 0 << cafe + 2;
        QTest::newRow("left over two bytes") << cafe + 2 << int(Qt::Key_Left) << 0 << cafe;
        QTest::newRow("left at the beginning") << 0u << int(Qt::Key_Left) << 0 << 0u;
        QTest::newRow("down") << 0u << int(Qt::Key_Down) << 0 << 2u;
        QTest::newRow("down from the last") << end << int(Qt::Key_Down) << 0 << end;
        QTest::newRow("up") << 6u << int(Qt::Key_Up) << 0 << 1u;
        QTest::newRow("up from the first") << 1u << int(Qt::Key_Up) << 0 << 0u;
        QTest::newRow("home") << 9u << int(Qt::Key_Home) << 0 << 2u;
        QTest::newRow("end") << 9u << int(Qt::Key_End) << 0 << quint32(Sample.indexOf(",\n") + 1);
        QTest::newRow("first") << 9u << int(Qt::Key_Home) << int(Qt::ControlModifier) << 0u;
        QTest::newRow("last") << 9u << int(Qt::Key_End) << int(Qt::ControlModifier) << end;
        QTest::newRow("word") << 5u << int(Qt::Key_Right) << int(Qt::ControlModifier) << quint32(Sample.indexOf("HL"));
        QTest::newRow("word back") << 15u << int(Qt::Key_Left) << int(Qt::ControlModifier)
                                   << quint32(Sample.indexOf("HL"));
    }

    void keys()
    {
        QFETCH(quint32, from);
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(quint32, to);
        view->setText(payload::Text(Sample));
        view->select(from, from);
        QSignalSpy activated(view.get(), &PayloadView::offsetActivated);
        QTest::keyClick(view.get(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(view->caret(), to);
        QVERIFY(view->selection().isEmpty());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toUInt(), to);
        view->select(from, from);
        QTest::keyClick(view.get(), Qt::Key(key), Qt::KeyboardModifiers(modifiers) | Qt::ShiftModifier);
        QCOMPARE(view->selection(), (Stretch{std::min(from, to), std::max(from, to)}));
    }

    void keepsItsColumn()
    {
        view->setText(payload::Text("0123456789\nab\n0123456789"));
        view->select(7, 7);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->caret(), 13u); // as far as the short line goes
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->caret(), 21u);
    }

    void copiesTheBytes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("copied");
        QTest::newRow("sample") << Sample << QString::fromUtf8(Sample);
        QTest::newRow("CRLF, tabs") << QByteArray("a\r\n\tb") << u"a\r\n\tb"_s;
        QTest::newRow("mark") << QByteArray("\ufeff{}") << u"\ufeff{}"_s;
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << u"a\ufffdb"_s;
        QTest::newRow("long row") << QByteArray(5000, 'x') << QString(5000, u'x');
    }

    void copiesTheBytes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, copied);
        view->setText(payload::Text(text));
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view->selectedBytes(), text);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        view->setText(payload::Text("another")); // what was copied is what stood there
        QCOMPARE(QApplication::clipboard()->text(), copied);
    }

    void copiesNothing()
    {
        view->setText(payload::Text(Sample));
        QApplication::clipboard()->setText(u"before"_s);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    }

    void mouseSelects()
    {
        view->setText(payload::Text(Sample));
        QSignalSpy activated(view.get(), &PayloadView::offsetActivated);
        const quint32 from = quint32(Sample.indexOf("HL"));
        const quint32 to = quint32(Sample.indexOf("\u6587"));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->pointOf(from));
        QCOMPARE(view->caret(), from);
        QCOMPARE(activated.size(), 1);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, view->pointOf(to));
        QCOMPARE(view->selectedBytes(), Sample.mid(from, to - from));

        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, view->pointOf(to));
        QTest::mouseMove(view->viewport(), view->pointOf(from + 1));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, view->pointOf(from + 1));
        QCOMPARE(view->selection(), (Stretch{from + 1, to}));
        QCOMPARE(view->caret(), from + 1);
    }

    void clicksBesideTheText()
    {
        view->setText(payload::Text(Sample));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(2, view->pointOf(4).y())); // the gutter
        QCOMPARE(view->caret(), 2u);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(410, view->pointOf(4).y()));
        QCOMPARE(view->caret(), quint32(Sample.indexOf(",\n") + 1));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(200, 390));
        QCOMPARE(view->caret(), quint32(Sample.size()));
    }

    void doubleClickSelectsAToken()
    {
        view->setText(payload::Text(Sample));
        for (const char *token : {"HL-S01E02", "ALID", "9.90", "Caf\u00e9", "\u4e2d\u6587"}) {
            QTest::mouseDClick(
                view->viewport(), Qt::LeftButton, {}, view->pointOf(quint32(Sample.indexOf(token))) + QPoint(2, 0));
            QCOMPARE(view->selectedBytes(), QByteArray(token));
        }
    }

    void scrolls()
    {
        view->setText(payload::Text(manyLines(10'000)));
        const auto topLine = [this] { return view->text().place(view->topOffset()).line; };
        QCOMPARE(topLine(), 1u);
        QWheelEvent wheel(QPointF(100, 100), view->mapToGlobal(QPointF(100, 100)), {}, QPoint(0, -120), Qt::NoButton,
            {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view->viewport(), &wheel);
        QCOMPARE(topLine(), 1u + quint32(QApplication::wheelScrollLines()));
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(topLine(), 2u + quint32(QApplication::wheelScrollLines()));
        view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        QCOMPARE(topLine(), 3u + quint32(QApplication::wheelScrollLines()));
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        QVERIFY(qAbs(int(topLine()) - 5000) < 200);
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        QVERIFY(view->viewport()->rect().contains(view->pointOf(view->text().size())));
        const quint32 bottom = topLine();
        QTest::keyClick(view.get(), Qt::Key_PageUp);
        QVERIFY(topLine() < bottom - 5);
        QTest::keyClick(view.get(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(topLine(), 1u);
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QTest::keyClick(view.get(), Qt::Key_PageUp);
        QCOMPARE(topLine(), 1u);
        QCOMPARE(view->caret(), 0u);
    }

    void showsAPlaceOnlyIfNeeded()
    {
        view->setText(payload::Text(manyLines(1000)));
        QSignalSpy activated(view.get(), &PayloadView::offsetActivated);
        view->showOffset(view->text().lineStart(4), view->text().lineStart(4) + 3);
        QCOMPARE(view->topOffset(), 0u);
        const quint32 there = view->text().lineStart(600);
        view->showOffset(there, there + 5);
        const QPoint at = view->pointOf(there);
        QVERIFY(at.y() > view->viewport()->height() / 5 && at.y() < view->viewport()->height() / 2);
        const quint32 top = view->topOffset();
        view->showOffset(there + 20, there + 30);
        QCOMPARE(view->topOffset(), top);
        view->showOffset(view->text().size(), view->text().size());
        QVERIFY(view->viewport()->rect().contains(view->pointOf(view->text().size())));
        view->showOffset(0, 0xffffffff);
        QCOMPARE(view->topOffset(), 0u);
        QVERIFY(activated.isEmpty());
        QCOMPARE(view->caret(), 0u);
    }

    void setTextKeepsThePlace()
    {
        QByteArray text = manyLines(1000);
        payload::Text edited{text};
        view->setText(edited);
        view->showOffset(edited.lineStart(500), edited.lineStart(500));
        const quint32 from = edited.lineStart(500) + 1;
        view->select(from, from + 6);
        view->setMarks({{from, from + 6, rules::Severity::Error}});
        const quint32 top = view->topOffset();

        const payload::Splice splice{10, "", "0123\n56"};
        edited.replace(10, 0, splice.inserted);
        view->setText(edited, {&splice, 1});
        QCOMPARE(view->topOffset(), top + 7);
        QCOMPARE(view->selectedBytes(), QByteArray("\"line\""));
        QCOMPARE(view->marks().at(0).begin, from + 7);

        view->setText(payload::Text(text.left(100))); // without splices: as far as the text goes
        QCOMPARE(view->selection(), (Stretch{100, 100}));
        QVERIFY(view->topOffset() < 100);
        view->setText({});
        QCOMPARE(view->topOffset(), 0u);
        QVERIFY(!view->grab().isNull());
    }

    void resizingKeepsThePlace()
    {
        QByteArray text;
        for (int i = 0; i < 500; ++i)
            text += "{\"a rather long name of a member\": \"" + QByteArray(i % 150, 'v') + "\"}\n";
        view->setText(payload::Text(text));
        view->showOffset(view->text().lineStart(250), view->text().lineStart(250));
        const quint32 line = view->text().place(view->topOffset()).line;
        view->resize(260, 400);
        QCOMPARE(view->text().place(view->topOffset()).line, line);
        view->resize(900, 300);
        QCOMPARE(view->text().place(view->topOffset()).line, line);
    }

    void marksAreSeen()
    {
        view->setText(payload::Text(Sample));
        const auto image = [this] { return view->viewport()->grab().toImage(); };
        const auto has = [](const QImage &picture, theme::Token token, const QRect &where) {
            for (int y = where.top(); y <= where.bottom(); ++y) {
                for (int x = where.left(); x <= where.right(); ++x) {
                    if (picture.pixelColor(x, y) == theme::color(token))
                        return true;
                }
            }
            return false;
        };
        const quint32 at = quint32(Sample.indexOf("HL"));
        const QPoint point = view->pointOf(at);
        const QRect icon(0, point.y() - 8, 20, 16);
        QVERIFY(!has(image(), theme::Token::Error, icon));
        view->setMarks({{at + 20, at + 20, rules::Severity::Hint}, {at, at + 9, rules::Severity::Error}});
        QCOMPARE(view->marks().at(0).begin, at);
        QVERIFY(has(image(), theme::Token::Error, icon));
        QVERIFY(!has(image(), theme::Token::Error, icon.translated(0, 40)));
        view->setHighlight(at, at + 9);
        QVERIFY(has(image(), theme::Token::AccentSoft, QRect(380, point.y(), 1, 1)));
        view->setHighlight(0, 0);
        QVERIFY(!has(image(), theme::Token::AccentSoft, QRect(380, point.y(), 1, 1)));
    }

    void finds()
    {
        view->setText(payload::Text(manyLines(300)));
        QSignalSpy activated(view.get(), &PayloadView::offsetActivated);
        QTest::keyClick(view.get(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = view->findChild<QLineEdit *>(u"findText"_s);
        auto *count = view->findChild<QLabel *>(u"findCount"_s);
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"LINE\": 29"_s);
        QTRY_COMPARE(count->text(), u"1 of 11"_s); // 29 and 290 to 299
        QCOMPARE(view->selectedBytes(), QByteArray("line\": 29"));
        QVERIFY(activated.isEmpty()); // typing isn't choosing
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(count->text(), u"2 of 11"_s);
        QCOMPARE(view->text().place(view->selection().begin).line, 290u);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(edit, Qt::Key_F3, Qt::ShiftModifier);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier); // around the beginning
        QTRY_COMPARE(count->text(), u"11 of 11"_s);
        QCOMPARE(view->text().place(view->selection().begin).line, 299u);
        QTest::keyClick(edit, Qt::Key_F3); // around the end
        QTRY_COMPARE(count->text(), u"1 of 11"_s);

        QTest::mouseClick(view->findChild<QToolButton *>(u"findCase"_s), Qt::LeftButton);
        QTRY_COMPARE(count->text(), u"Not found"_s);
        QCOMPARE(edit->property("severity").toString(), u"error"_s);
        QTest::mouseClick(view->findChild<QToolButton *>(u"findCase"_s), Qt::LeftButton);
        QTRY_COMPARE(count->text(), u"1 of 11"_s);
        QTest::mouseClick(view->findChild<QToolButton *>(u"findNext"_s), Qt::LeftButton);
        QTRY_COMPARE(count->text(), u"2 of 11"_s);

        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(view->hasFocus());
        QCOMPARE(view->text().place(view->selection().begin).line, 290u); // what was found stays selected
        QTest::keyClick(view.get(), Qt::Key_F3); // opens again, with it
        QVERIFY(edit->isVisible());
        QCOMPARE(edit->text(), u"line\": 29"_s);
    }

    void menu()
    {
        view->setText(payload::Text(Sample));
        QSignalSpy place(view.get(), &PayloadView::copyPlaceWanted);
        const QPoint point = view->pointOf(12);
        QContextMenuEvent event(QContextMenuEvent::Mouse, point, view->viewport()->mapToGlobal(point));
        QApplication::sendEvent(view->viewport(), &event);
        auto *menu = view->findChild<QMenu *>(u"payloadMenu"_s);
        QVERIFY(menu);
        QVERIFY(!menu->findChild<QAction *>(u"copy"_s)->isEnabled());
        menu->findChild<QAction *>(u"copyPlace"_s)->trigger();
        QCOMPARE(place.size(), 1);
        QCOMPARE(place.at(0).at(0).toUInt(), 12u);
        menu->close();
    }

    void leavesTabToTheWindow()
    {
        view->setText(payload::Text(Sample));
        QTest::keyClick(view.get(), Qt::Key_Tab);
        QCOMPARE(view->text().toByteArray(), Sample);
        QCOMPARE(view->caret(), 0u);
    }

    void saysTheLine()
    {
        view->setText(payload::Text(Sample));
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->accessibleDescription(), u"Line 2: \"ALID\": \"HL-S01E02\","_s);
    }

    void huge_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray item = "{\"_TransactionID\":\"HL-0102-HD\",\"Price\":9.90},";
        QTest::newRow("one line of 50 MB") << '[' + item.repeated(50 * 1024 * 1024 / item.size()) + ']';
        QTest::newRow("2.7 million lines") << QByteArray("  \"End\": \"2029\",\n").repeated(2'700'000);
    }

    void huge()
    {
        QFETCH(QByteArray, text);
        payload::Text edited{text};
        view->setText(edited);
        QVERIFY(!view->grab().isNull());
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view->caret(), quint32(text.size()));
        QVERIFY(!view->grab().isNull());
        const quint32 middle = quint32(text.size() / 2);
        view->showOffset(middle, middle + 3);
        QVERIFY(view->viewport()->rect().contains(view->pointOf(middle)));
        for (int i = 0; i < 20; ++i) { // as typing does
            const payload::Splice splice{middle, "", "x"};
            edited.replace(middle, 0, "x");
            view->setText(edited, {&splice, 1});
            view->viewport()->repaint();
        }
        QVERIFY(view->viewport()->rect().contains(view->pointOf(middle)));
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view->selection().end, edited.size());
        for (const Qt::Key key : {Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Up, Qt::Key_Left})
            QTest::keyClick(view.get(), key);
        QVERIFY(!view->grab().isNull());
    }

    /// Nothing is asserted: times for whoever wants to see them.
    void benchmarkKeystroke()
    {
        const QByteArray line = "      \"End\": \"2029-05-22T10:00:00Z\",\n";
        payload::Text edited{line.repeated(64 * 1024 * 1024 / line.size())};
        view->resize(420, 1000);
        view->setText(edited);
        view->showOffset(edited.size() / 2, edited.size() / 2);
        const quint32 at = edited.lineStart(edited.place(edited.size() / 2).line) + 8;
        const payload::Splice splice{at, "", "x"};
        QBENCHMARK
        {
            edited.replace(at, 0, "x");
            view->setText(edited, {&splice, 1});
        }
    }

    void benchmarkPaint()
    {
        const QByteArray line = "      \"End\": \"2029-05-22T10:00:00Z\",\n";
        view->resize(420, 1000);
        view->setText(payload::Text(line.repeated(100'000)));
        QBENCHMARK
        {
            view->viewport()->repaint();
        }
    }

private:
    std::unique_ptr<PayloadView> view;
};

QTEST_MAIN(TestPayloadView)
#include "tst_payloadview.moc"
