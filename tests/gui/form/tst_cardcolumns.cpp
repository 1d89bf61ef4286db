// SPDX-License-Identifier: GPL-3.0-or-later
// Cards in two columns, or in one.
#include "gui/FormTest.h"

#include "form/Card.h"
#include "form/CardColumns.h"

using namespace marquee;
using namespace marquee::test;
using form::CardColumns;

namespace {

class Sized : public QLineEdit
{
public:
    explicit Sized(int height)
        : m_height(height)
    {
        setFixedHeight(height);
    }
    QSize sizeHint() const override { return {100, m_height}; }

private:
    int m_height;
};

} // namespace

class TestCardColumns : public QObject
{
    Q_OBJECT

private:
    static QWidget *card(int height)
    {
        return new Sized(height);
    }
    static int column(const QWidget *card, const QWidget &around) { return card->mapTo(&around, QPoint()).x() < around.width() / 3 ? 0 : 1; }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }

    void eachGoesWhereThereIsMoreRoom()
    {
        CardColumns columns;
        QWidget *tall = card(300), *low = card(100), *middle = card(150), *last = card(100);
        for (QWidget *one : {tall, low, middle, last})
            columns.add(one);
        show(columns, {1000, 600});
        QCOMPARE(columns.columns(), 2);
        QCOMPARE(column(tall, columns), 0);
        QCOMPARE(column(low, columns), 1);
        QCOMPARE(column(middle, columns), 1);
        QCOMPARE(column(last, columns), 1);
    }

    void narrowIsOneColumnAndWideIsTwoAgain()
    {
        CardColumns columns;
        QWidget *a = card(100), *b = card(100);
        columns.add(a, 0);
        columns.add(b, 1);
        show(columns, {760, 600});
        QCOMPARE(columns.columns(), 2);
        columns.resize(759, 600);
        QTRY_COMPARE(columns.columns(), 1);
        QTRY_COMPARE(a->width(), 759);
        QCOMPARE(b->mapTo(&columns, QPoint()).x(), 0);
        QVERIFY(b->y() > a->y());
        columns.resize(1000, 600);
        QTRY_COMPARE(columns.columns(), 2);
        QTRY_COMPARE(column(b, columns), 1);
    }

    void largerTextNeedsMoreRoom()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 150);
        CardColumns columns;
        columns.add(card(100));
        show(columns, {1000, 600});
        QCOMPARE(columns.columns(), 1);
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }

    void tabFollowsTheOrderOfTheCards()
    {
        CardColumns columns;
        for (int i = 0; i < 4; ++i) {
            QWidget *one = card(i == 0 ? 300 : 60);
            one->setObjectName(QString::number(i));
            columns.add(one);
        }
        show(columns, {1000, 600});
        columns.findChild<QWidget *>(u"0"_s)->setFocus();
        for (const char *next : {"1", "2", "3"}) {
            leave();
            QCOMPARE(cursorName(), QString::fromLatin1(next));
        }
    }
};

QTEST_MAIN(TestCardColumns)
#include "tst_cardcolumns.moc"
