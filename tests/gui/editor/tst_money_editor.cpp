// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor/EditorTest.h"

#include "editor/ChoiceCombo.h"
#include "editor/CurrencyEditor.h"
#include "editor/MoneyEditor.h"
#include "editor/NumberEditor.h"

using namespace marquee::editor;

class TestMoneyEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void amounts_data();
    void amounts();
    void currency();
    void amountTakenAway();
    void toTheCurrencyIsNoLeaving();
    void readOnly();
};

namespace {

MoneyEditor *editorOf(const Bench &bench)
{
    return qobject_cast<MoneyEditor *>(bench.editor);
}

QLineEdit *amountOf(const Bench &bench)
{
    return qobject_cast<QLineEdit *>(bench.editor->inputWidget());
}

} // namespace

void TestMoneyEditor::shows_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::newRow("absent") << u""_s << u""_s << u""_s;
    QTest::newRow("both") << u"{\"value\":9.90,\"_currency\":\"USD\"}"_s << u"9.90"_s << u"USD"_s;
    QTest::newRow("no currency") << u"{\"value\":9.90}"_s << u"9.90"_s << u""_s;
    QTest::newRow("amount as text") << u"{\"value\":\"9.90\",\"_currency\":\"usd\"}"_s << u"9.90"_s << u"usd"_s;
    QTest::newRow("a number alone") << u"9.90"_s << u"9.90"_s << u""_s;
    QTest::newRow("a list") << u"[1,2]"_s << u"[1, 2]"_s << u""_s;
}

void TestMoneyEditor::shows()
{
    QFETCH(QString, json);
    Bench bench(std::make_unique<MoneyEditor>(lookup()), json);
    QTEST(amountOf(bench)->text(), "amount");
    QTEST(editorOf(bench)->currency()->combo()->currentText(), "currency");
    bench.enter();
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestMoneyEditor::amounts_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("after");
    const QString usd = u"{\"value\": 8.99, \"_currency\": \"USD\"}"_s;
    QTest::newRow("digits kept") << usd << u"9.90"_s << u"{\"value\": 9.90, \"_currency\": \"USD\"}"_s;
    QTest::newRow("comma") << usd << u"8,49"_s << u"{\"value\": 8.49, \"_currency\": \"USD\"}"_s;
    QTest::newRow("two readings") << usd << u"1,234"_s << u"{\"value\": \"1,234\", \"_currency\": \"USD\"}"_s;
    QTest::newRow("words") << usd << u"free"_s << u"{\"value\": \"free\", \"_currency\": \"USD\"}"_s;
    QTest::newRow("new") << u""_s << u"5"_s << u"{\"value\": 5}"_s;
    QTest::newRow("others kept") << u"{\"x\": [1e400, -0], \"value\": 1, \"x\": \"\\u00e9\"}"_s << u"2"_s
                                 << u"{\"x\": [1e400, -0], \"value\": 2, \"x\": \"\\u00e9\"}"_s;
    QTest::newRow("value comes in") << u"{\"_currency\": \"EUR\"}"_s << u"2"_s
                                    << u"{\"_currency\": \"EUR\", \"value\": 2}"_s;
    QTest::newRow("a number alone") << u"8.99"_s << u"9"_s << u"{\"value\": 9}"_s;
}

void TestMoneyEditor::amounts()
{
    QFETCH(QString, json);
    QFETCH(QString, keys);
    Bench bench(std::make_unique<MoneyEditor>(lookup()), json);
    bench.enter();
    amountOf(bench)->selectAll();
    QTest::keyClicks(amountOf(bench), keys);
    QCOMPARE(amountOf(bench)->text(), keys);
    bench.leave();
    QTEST(bench.now(), "after");
    QCOMPARE(bench.last(), u"left"_s);
}

void TestMoneyEditor::currency()
{
    Bench bench(std::make_unique<MoneyEditor>(lookup()), u"{\"value\": 9.90}"_s);
    ChoiceCombo *combo = editorOf(bench)->currency()->combo();
    combo->setFocus();
    QTest::keyClicks(combo, u"EUR"_s);
    QTest::keyClick(combo, Qt::Key_Return);
    QCOMPARE(bench.now(), u"{\"value\": 9.90, \"_currency\": \"EUR\"}"_s);
    combo->lineEdit()->selectAll();
    QTest::keyClick(combo, Qt::Key_Delete);
    bench.leave();
    QCOMPARE(bench.now(), u"{\"value\": 9.90}"_s);
}

void TestMoneyEditor::amountTakenAway()
{
    Bench bench(std::make_unique<MoneyEditor>(lookup()), u"{\"value\": 9, \"_currency\": \"EUR\"}"_s);
    bench.enter();
    amountOf(bench)->selectAll();
    QTest::keyClick(amountOf(bench), Qt::Key_Delete);
    bench.leave();
    QCOMPARE(bench.now(), u"{\"_currency\": \"EUR\"}"_s);
    bench.show("{\"value\": 9}");
    bench.enter();
    amountOf(bench)->selectAll();
    QTest::keyClick(amountOf(bench), Qt::Key_Delete);
    bench.leave();
    QCOMPARE(bench.log.mid(bench.log.size() - 2), (QStringList{u"cleared"_s, u"left"_s})); // nothing is left of it
}

void TestMoneyEditor::toTheCurrencyIsNoLeaving()
{
    Bench bench(std::make_unique<MoneyEditor>(lookup()), u"{\"value\": 9.90}"_s);
    bench.enter();
    QTest::keyClick(amountOf(bench), Qt::Key_Tab);
    QVERIFY(editorOf(bench)->currency()->combo()->hasFocus());
    QCOMPARE(bench.log, QStringList());
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

void TestMoneyEditor::readOnly()
{
    Bench bench(std::make_unique<MoneyEditor>(lookup()), u"{\"value\": 9.90}"_s);
    bench.editor->setReadOnly(true);
    bench.enter();
    QTest::keyClicks(amountOf(bench), u"1"_s);
    editorOf(bench)->currency()->combo()->setFocus();
    QTest::keyClicks(editorOf(bench)->currency()->combo(), u"EUR"_s);
    bench.leave();
    QCOMPARE(bench.log, QStringList{u"left"_s});
}

QTEST_MAIN(TestMoneyEditor)
#include "tst_money_editor.moc"
