// SPDX-License-Identifier: GPL-3.0-or-later
// The terms of one window.
#include "gui/FormTest.h"

#include "form/SearchPopup.h"
#include "terms/TermsForm.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;
using terms::TermsForm;

class TestTermsForm : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<TermsForm> m_form;

    void bind(const QByteArray &terms)
    {
        m_document = opened(avail(window({{"Terms", terms}})));
        m_form = std::make_unique<TermsForm>(lookup());
        m_form->bind(m_document.get(), place("/avail/Transaction/0"));
        show(*m_form, {700, 800});
    }
    QString json(const char *below = "") const { return at(*m_document, ("/avail/Transaction/0/Terms" + QByteArray(below))); }
    QStringList names() const
    {
        QStringList all;
        const payload::Value list = m_document->payload().find(place("/avail/Transaction/0/Terms"));
        for (std::uint32_t i = 0; i < list.size(); ++i)
            all << QString::fromStdString(list.at(i).member("_termName").string());
        return all;
    }
    /// Opens the search as a user does, types, and takes the first.
    void search(const QString &words)
    {
        press(*m_form, u"addTerm"_s);
        auto *input = qobject_cast<QLineEdit *>(m_form->findChild<QWidget *>(u"popupSearch"_s));
        QVERIFY(input);
        type(input, words);
        QTest::keyClick(input, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::setActiveWindow(m_form.get());
    }
    /// Which term the cursor is in.
    int termAtCursor() const
    {
        for (QWidget *at = cursor(); at; at = at->parentWidget()) {
            if (at->property("term").isValid())
                return at->property("term").toInt();
        }
        return -1;
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_form.reset();
        m_document.reset();
    }

    void addedBySearching_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("member");
        QTest::newRow("by name") << u"AnnounceDate"_s << u"AnnounceDate"_s << u"Event"_s;
        QTest::newRow("by name, in small letters") << u"wsp"_s << u"WSP"_s << u"Money"_s;
        QTest::newRow("by label") << u"Suppression lift"_s << u"SuppressionLiftDate"_s << u"Event"_s;
        QTest::newRow("by meaning") << u"From when on the title may be announced"_s << u"AnnounceDate"_s << u"Event"_s;
        QTest::newRow("a name that nobody knows") << u"HouseRule"_s << u"HouseRule"_s << u"Text"_s;
        QTest::newRow("with letters of all kinds") << u"Grün \"9\""_s << u"Grün \"9\""_s << u"Text"_s;
    }
    void addedBySearching()
    {
        QFETCH(QString, words);
        QFETCH(QString, name);
        QFETCH(QString, member);
        const QByteArray before = rentalTerms({});
        bind(before);
        search(words);
        QCOMPARE(names().size(), 4);
        QCOMPARE(names().last(), name);
        QVERIFY2(json("/3").contains(u'"' + member + u'"'), qPrintable(json("/3")));
        QCOMPARE(termAtCursor(), 3);
        QCOMPARE(steps(*m_document), 1);
        m_document->undo();
        QCOMPARE(json(), QString::fromUtf8(before));
    }

    void theFirstMakesTheList()
    {
        bind({});
        QCOMPARE(json(), QString());
        search(u"SRP"_s);
        QCOMPARE(names(), QStringList{u"SRP"_s});
        m_document->undo();
        QCOMPARE(json(), QString());
        search(u"HouseRule"_s);
        QCOMPARE(names(), QStringList{u"HouseRule"_s});
        m_document->undo();
        QCOMPARE(m_document->bytes(), avail(window({{"Terms", {}}})));
    }

    void eachHasTheEditorOfItsKind()
    {
        bind(R"([{"_termName":"SRP","Money":{"value":4.99,"_currency":"USD"}},{"_termName":"RentalDuration","Duration":"PT720H"},)"
             R"({"_termName":"Exclusive","Boolean":false},{"_termName":"Download","Text":"No"},{"_termName":"AnnounceDate","Event":"2026-12-01T00:00:00Z"},)"
             R"({"_termName":"HouseRule","Duration":"PT1H"}])");
        for (const char *editor : {"MoneyEditor", "DurationEditor", "BooleanEditor", "VocabularyEditor", "DateTimeEditor"}) {
            const QByteArray name = "marquee::editor::" + QByteArray(editor);
            const auto all = m_form->findChildren<editor::FieldEditor *>();
            QVERIFY2(std::any_of(all.begin(), all.end(), [&](const QObject *one) { return one->metaObject()->className() == name; }), editor);
        }
        QCOMPARE(line(*m_form, u"Terms/0/Money"_s)->text(), u"4.99"_s);
        fill(*m_form, u"Terms/0/Money"_s, u"5.50"_s);
        leave();
        QCOMPARE(json("/0/Money"), u"{\"value\":5.50,\"_currency\":\"USD\"}"_s); // digits as they were typed
        QCOMPARE(steps(*m_document), 1);
        m_document->undo();
        QCOMPARE(line(*m_form, u"Terms/0/Money"_s)->text(), u"4.99"_s);
    }

    void altUpAndDownMove()
    {
        bind(rentalTerms({}));
        m_form->focusField(place("/avail/Transaction/0/Terms/0"));
        QCOMPARE(termAtCursor(), 0);
        QTest::keyClick(cursor(), Qt::Key_Up, Qt::AltModifier); // the first stays the first
        QCOMPARE(steps(*m_document), 0);
        QTest::keyClick(cursor(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(names(), (QStringList{u"RentalDuration"_s, u"SRP"_s, u"WatchDuration"_s}));
        QCOMPARE(termAtCursor(), 1); // along with it
        QTest::keyClick(cursor(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(cursor(), Qt::Key_Down, Qt::AltModifier); // the last stays the last
        QCOMPARE(names().last(), u"SRP"_s);
        QCOMPARE(steps(*m_document), 2);
        QTest::keyClick(cursor(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names().at(1), u"SRP"_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(json(), QString::fromUtf8(rentalTerms({})));
    }

    void theMenuMovesAndRemoves()
    {
        bind(rentalTerms({}));
        const auto choose = [this](const QString &button, const QString &entry) {
            QTimer::singleShot(0, m_form.get(), [entry] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                QVERIFY(menu);
                for (QAction *action : menu->actions()) {
                    if (action->text() == entry && action->isEnabled())
                        menu->setActiveAction(action);
                }
                QTest::keyClick(menu, menu->activeAction() ? Qt::Key_Return : Qt::Key_Escape);
            });
            press(*m_form, button);
            QApplication::setActiveWindow(m_form.get());
        };
        choose(u"termMenu-0"_s, u"Move up"_s); // can't
        QCOMPARE(steps(*m_document), 0);
        choose(u"termMenu-0"_s, u"Move down"_s);
        QCOMPARE(names().at(1), u"SRP"_s);
        choose(u"termMenu-1"_s, u"Remove"_s);
        QCOMPARE(names(), (QStringList{u"RentalDuration"_s, u"WatchDuration"_s}));
        QCOMPARE(termAtCursor(), 1);
        choose(u"termMenu-1"_s, u"Remove"_s);
        choose(u"termMenu-0"_s, u"Remove"_s);
        QVERIFY(names().isEmpty());
        QCOMPARE(cursorName(), u"addTerm"_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(json(), QString::fromUtf8(rentalTerms({})));
    }

    void oneOfAnotherKindIsJsonWithItsFix()
    {
        bind(R"([{"_termName":"Exclusive","Text":"true"}])");
        auto *json = seen<QPlainTextEdit>(*m_form, u"Terms/0"_s);
        QVERIFY(json);
        QVERIFY(json->toPlainText().contains(u"\"Text\""_s));
        const auto links = m_form->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-TM001-"_s));
        QVERIFY(!links.isEmpty());
        QVERIFY(links.front()->isVisible());
        QTest::mouseClick(links.front(), Qt::LeftButton);
        QCOMPARE(at(*m_document, "/avail/Transaction/0/Terms/0"), u"{\"_termName\":\"Exclusive\",\"Boolean\":true}"_s);
        QVERIFY(!seen<QPlainTextEdit>(*m_form, u"Terms/0"_s));
        QVERIFY(seen<QWidget>(*m_form, u"Terms/0/Boolean"_s));
        m_document->undo();
        QVERIFY(seen<QPlainTextEdit>(*m_form, u"Terms/0"_s));
    }

    void oddOnesAreShownAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("terms");
        QTest::newRow("not an object") << QByteArray("[7]");
        QTest::newRow("empty") << QByteArray("[{}]");
        QTest::newRow("two values") << QByteArray(R"([{"_termName":"SRP","Money":{},"Text":"x"}])");
        QTest::newRow("no value") << QByteArray(R"([{"_termName":"ExclusiveAttributes"}])");
        QTest::newRow("no list") << QByteArray("7");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("nested") << QByteArray(R"([[{"_termName":"SRP"}]])");
    }
    void oddOnesAreShownAsTheyAre()
    {
        QFETCH(QByteArray, terms);
        bind(terms);
        QCOMPARE(json(), QString::fromUtf8(terms));
        m_form->addTerm(u"SRP"_s); // works, or says why not
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(json(), QString::fromUtf8(terms));
    }

    void aTermWithoutAValueIsFilledInPlace()
    {
        bind(R"([{"_termName":"RentalDuration"}])");
        fill(*m_form, u"Terms/0/Duration"_s, u"48 h"_s);
        leave();
        QCOMPARE(json("/0"), u"{\"_termName\":\"RentalDuration\",\"Duration\":\"PT48H\"}"_s);
    }

    void problemsStandBesideTheirTerm()
    {
        bind(rentalTerms(R"({"_termName":"SRP","Money":{"value":-1,"_currency":"USD"}})"));
        QVERIFY(!saidBeside(*m_form, u"Terms/3/Money"_s).isEmpty());
        QVERIFY(saidBeside(*m_form, u"Terms/1/Duration"_s).isEmpty());
    }

    void theCursorStaysWhileOthersChange()
    {
        bind(rentalTerms({}));
        fill(*m_form, u"Terms/1/Duration"_s, u"PT24H"_s);
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Transaction/0/Terms/0/Money/value"), "9.99")));
        QCOMPARE(termAtCursor(), 1);
        QCOMPARE(line(*m_form, u"Terms/0/Money"_s)->text(), u"9.99"_s);
        m_form->addTerm(u"WSP"_s);
        QCOMPARE(json("/1/Duration"), u"\"PT24H\""_s);
    }
};

QTEST_MAIN(TestTermsForm)
#include "tst_termsform.moc"
