// SPDX-License-Identifier: GPL-3.0-or-later
// The window by keyboard alone, by ear, and in German: Tab comes to everything and comes round, all of it has a name, and no word
// is cut.
#include "WindowTest.h"

#include "shell/theme/ElidedLabel.h"
#include "translations/Translations.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QTimer>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray two()
{
    return test::window() + ',' + test::window({{"_TransactionID", "\"w2\""}, {"LicenseType", "\"EST\""}});
}

QString described(const QWidget &widget)
{
    return widget.objectName() + u" ("_s + QString::fromLatin1(widget.metaObject()->className()) + u')';
}

/// What is wrong with the way that Tab takes; empty: nothing.
QString walked(QWidget &in)
{
    QSet<QWidget *> met;
    QStringList order;
    for (int i = 0; i < 250; ++i) {
        QTest::keyClick(cursor() ? cursor() : &in, Qt::Key_Tab);
        QWidget *at = cursor();
        if (!at || !in.isAncestorOf(at))
            return u"the cursor left after\n"_s + order.join(u'\n');
        if (met.contains(at))
            return met.size() > 1 ? QString() : u"it comes to one thing only"_s;
        met.insert(at);
        order << described(*at);
        const auto *button = qobject_cast<QAbstractButton *>(at);
        const QString spoken = at->accessibleName().isEmpty() && button ? button->text() : at->accessibleName();
        if (at->objectName().isEmpty() || spoken.isEmpty() || !at->isVisible())
            return u"without a name, or not seen:\n"_s + order.join(u'\n');
    }
    return u"it doesn't come round:\n"_s + order.join(u'\n');
}

/// Labels and buttons that are narrower, or lower, than their words.
QStringList cut(const QWidget &in)
{
    QStringList found;
    for (const QWidget *widget : in.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->inherits("QLineEditIconButton")) // its text is for screen readers
            continue;
        if (qobject_cast<const theme::ElidedLabel *>(widget) || (label && label->text().isEmpty()) || (button && button->text().isEmpty()) || (!label && !button))
            continue;
        const bool wraps = label && label->wordWrap();
        const bool isCut = wraps ? widget->heightForWidth(widget->width()) > widget->height() + 1 : widget->sizeHint().width() > widget->width() + 1;
        if (isCut)
            found << described(*widget) + u": "_s + (label ? label->text() : button->text());
    }
    return found;
}

/// Lets the dialog that comes next be looked at, and closes it. It may be shown at once or run a loop of its own.
void withDialog(Window &window, const char *action, const std::function<void(QDialog &)> &look)
{
    bool looked = false;
    const auto visit = [&] {
        QDialog *dialog = nullptr; // some leave the window usable
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && qobject_cast<QDialog *>(top))
                dialog = qobject_cast<QDialog *>(top);
        }
        if (!dialog || looked)
            return;
        looked = true;
        QApplication::setActiveWindow(dialog);
        QCoreApplication::processEvents();
        look(*dialog);
        dialog->reject();
    };
    QTimer::singleShot(0, qApp, visit);
    window.trigger(action);
    QTRY_VERIFY2(looked || (visit(), looked), action);
}

void pagesAndDialogs()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("isDialog");
    for (const char *page : {"document.showTitle", "document.showWindows", "document.showTimeline", "view.allWindows", "edit.findAll", "exchange.probe"})
        QTest::newRow(page) << QByteArray(page) << false;
    for (const char *dialog : {"window.shift", "window.spread", "window.setEnd", "window.split", "term.sets", "term.paste", "document.episodes", "file.saveTemplate",
             "help.shortcuts", "help.rules", "exchange.environments", "exchange.batch", "exchange.sandbox", "exchange.rows"})
        QTest::newRow(dialog) << QByteArray(dialog) << true;
}

/// A season, so that every action is on.
void furnish(Window &window)
{
    window->files().openFolder(QFileInfo(window.home.write(u"work/one.json"_s, availOf(two()))).absolutePath());
    window.make("channel-season");
    fill(window, u"ALID"_s, u"HL-S01"_s);
    leave();
    window.trigger("document.showWindows");
}

} // namespace

class TestWindowHands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Before the catalogue is read: its labels are in the program's language.
        translations::installTranslations(*qApp, QLocale(QLocale::German));
        QLocale::setDefault(QLocale(QLocale::German));
    }

    void tabComesRound_data() { pagesAndDialogs(); }
    void tabComesRound()
    {
        QFETCH(QByteArray, action);
        QFETCH(bool, isDialog);
        Window window;
        furnish(window);
        if (isDialog) {
            QString wrong;
            withDialog(window, action.constData(), [&](QDialog &dialog) { wrong = walked(dialog); });
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            return;
        }
        window.trigger(action.constData());
        window.activate();
        const QString wrong = walked(window);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void everyWordIsSeenInGerman_data() { pagesAndDialogs(); }
    void everyWordIsSeenInGerman()
    {
        QFETCH(QByteArray, action);
        QFETCH(bool, isDialog);
        Window window;
        furnish(window);
        QStringList found;
        const auto look = [&](QWidget &in) {
            // A layout may still be on its way.
            (void)QTest::qWaitFor([&] { return (found = cut(in)).isEmpty(); }, 1000);
            picture(in, u"german-"_s + QString::fromLatin1(action));
        };
        if (isDialog) {
            withDialog(window, action.constData(), look);
        } else {
            window.trigger(action.constData());
            look(window);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void helpStandsBesideTheField()
    {
        Window window;
        window.good(two());
        window.trigger("document.showWindows");
        const QWidget *field = line(window, u"Start"_s);
        QVERIFY(field);
        QLabel *beside = nullptr;
        for (QLabel *label : window->findChildren<QLabel *>()) {
            if (label->buddy() == field || (label->buddy() && label->buddy()->isAncestorOf(field)))
                beside = label;
        }
        QVERIFY(beside);
        QVERIFY(!beside->toolTip().isEmpty());
        const auto helpIsOpen = [] {
            const QWidgetList all = QApplication::topLevelWidgets();
            return std::any_of(all.begin(), all.end(), [](const QWidget *top) { return top->inherits("QWhatsThat") && top->isVisible(); });
        };
        QVERIFY(!helpIsOpen());
        QTest::mouseClick(beside, Qt::LeftButton);
        QVERIFY(helpIsOpen());
        QTest::keyClick(QApplication::activePopupWidget() ? QApplication::activePopupWidget() : window.window.get(), Qt::Key_Escape);
    }
};

QTEST_MAIN(TestWindowHands)
#include "tst_windowhands.moc"
