// SPDX-License-Identifier: GPL-3.0-or-later
// A document becomes a template, and the dialog of new avails offers it, renames it, deletes it and brings it back.
#include "gui/Looks.h"

#include "shell/NewDialog.h"
#include "templates/SaveTemplateDialog.h"
#include "workspace/Files.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using shell::NewDialog;
using templates::SaveTemplateDialog;

class TestOwnTemplateDialogs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    workspace::Templates m_templates = workspace::Templates::load().value();
    std::unique_ptr<payload::Document> m_document
        = read(avail(window({{"_TransactionID", "\"w1\""}}), {}, "PartialExtract"));

    static QListWidget *list(const QWidget &dialog) { return dialog.findChild<QListWidget *>(u"templateList"_s); }
    /// Those that are built in, with the two headings between them.
    int builtIn() const { return static_cast<int>(m_templates.all().size()) + 2; }
    QStringList names(const QWidget &dialog) const
    {
        QStringList all;
        for (int row = builtIn(); row < list(dialog)->count(); ++row)
            all << list(dialog)->item(row)->text();
        return all;
    }
    void save(const QString &name) { QVERIFY(m_templates.own().save(name, m_document->text().toByteArray())); }
    static QString told(const QWidget &dialog, const QString &name)
    {
        const auto *label = dialog.findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("MARQUEE_HOME", m_home->path().toUtf8());
    }

    void savesATemplate()
    {
        SaveTemplateDialog dialog(m_templates.own(), *m_document, u"Night Ferry"_s);
        show(dialog, dialog.size());
        QCOMPARE(cursorName(), u"templateName"_s);
        type(u"Our films"_s); // over what is suggested
        QTest::keyClick(cursor(), Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        m_templates.own().reload();
        const workspace::Template *one = m_templates.find("own:Our films");
        QVERIFY(one && one->fill.size() == 4); // ALID, content ID, title, window ID

        SaveTemplateDialog again(m_templates.own(), *m_document, u"our films"_s);
        show(again, again.size());
        QVERIFY(told(again, u"templateNote"_s).contains(u"already"_s));
        QCOMPARE(again.findChild<QPushButton *>(u"templateSave"_s)->text(), u"Replace"_s);
        auto *kept = again.findChild<QRadioButton *>(u"templateKept"_s);
        QTest::mouseClick(kept, Qt::LeftButton, {}, {8, kept->height() / 2});
        press(again, u"templateSave"_s);
        m_templates.own().reload();
        QCOMPARE(m_templates.own().all().size(), 1u);
        QVERIFY(m_templates.own().all().front().fill.empty());
    }
    void aNameIsNeeded()
    {
        SaveTemplateDialog dialog(m_templates.own(), *m_document, QString());
        show(dialog, dialog.size());
        QVERIFY(!dialog.findChild<QPushButton *>(u"templateSave"_s)->isEnabled());
        QTest::keyClick(cursor(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        const auto batch = read("{\"requestItems\":[]}");
        SaveTemplateDialog other(m_templates.own(), *batch, u"x"_s);
        show(other, other.size());
        press(other, u"templateSave"_s);
        QVERIFY(other.isVisible() && !told(other, u"templateNote"_s).isEmpty());
    }

    void offersThem()
    {
        save(u"Our films"_s);
        NewDialog dialog(m_templates);
        show(dialog, dialog.size());
        QCOMPARE(names(dialog), (QStringList{u"Your own templates"_s, u"Our films"_s}));
        QVERIFY(!dialog.findChild<QPushButton *>(u"renameTemplate"_s)->isEnabled());
        QTest::keyClick(list(dialog), Qt::Key_End);
        QCOMPARE(dialog.chosen()->id, std::string("own:Our films"));
        QCOMPARE(dialog.extract(), workspace::Extract::Partial); // as it says itself
        QTest::keyClick(list(dialog), Qt::Key_Up);
        QVERIFY(!dialog.chosen()->isOwn); // past the heading
        QTest::keyClick(list(dialog), Qt::Key_Down);
        QTest::keyClick(list(dialog), Qt::Key_Return);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(workspace::Templates::make(*dialog.chosen(), dialog.extract())
                     ->get()
                     ->root()
                     .member("avail")
                     .member("ALID")
                     .string(),
            std::string("NF-1"));
    }

    void renamesAndDeletes()
    {
        save(u"A"_s);
        save(u"B"_s);
        NewDialog dialog(m_templates);
        show(dialog, dialog.size());
        list(dialog)->setFocus();
        QTest::keyClick(list(dialog), Qt::Key_End);
        QTest::keyClick(list(dialog), Qt::Key_F2);
        type(u"Films / 2027"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_COMPARE(names(dialog).last(), u"Films / 2027"_s);
        QTest::qWait(0);
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.chosen()->name, u"Films / 2027"_s);
        press(dialog, u"renameTemplate"_s);
        type(u"a"_s);
        QTest::keyClick(cursor(), Qt::Key_Return);
        QTRY_VERIFY(told(dialog, u"templateTold"_s).startsWith(u"There is"_s));
        QTRY_COMPARE(names(dialog).last(), u"Films / 2027"_s);
        list(dialog)->setFocus();
        QTest::keyClick(list(dialog), Qt::Key_Delete);
        QCOMPARE(names(dialog), (QStringList{u"Your own templates"_s, u"A"_s}));
        QCOMPARE(dialog.chosen()->name, u"A"_s);
        press(dialog, u"deleteTemplate"_s);
        QCOMPARE(names(dialog), QStringList());
        QVERIFY(dialog.chosen() && !dialog.chosen()->isOwn);
        press(dialog, u"undoTemplate"_s);
        QCOMPARE(dialog.chosen()->name, u"A"_s);
        QTest::keyClick(list(dialog), Qt::Key_Home);
        QTest::keyClick(list(dialog), Qt::Key_Delete); // a built-in one stays
        QCOMPARE(list(dialog)->count(), builtIn() + 2);
    }

    void brokenOnesAreTold()
    {
        save(u"A"_s);
        QVERIFY(workspace::saveFile(m_home->filePath(u"templates/Broken.json"_s), "{"));
        NewDialog dialog(m_templates);
        show(dialog, dialog.size());
        QTest::keyClick(list(dialog), Qt::Key_End);
        QVERIFY(!dialog.chosen());
        QVERIFY(!dialog.findChild<QPushButton *>(u"makeNew"_s)->isEnabled());
        QTest::keyClick(list(dialog), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QVERIFY(list(dialog)->currentItem()->toolTip().contains(u"Broken.json"_s));
    }

    void pictures()
    {
        save(u"Our films"_s);
        save(u"Episodes of a channel, with every term that it takes and a very long name"_s);
        QVERIFY(workspace::saveFile(m_home->filePath(u"templates/Broken.json"_s), "{"));
        looks(u"newdialog"_s, [this] {
            auto dialog = std::make_unique<NewDialog>(m_templates);
            show(*dialog, dialog->sizeHint());
            QTest::keyClick(list(*dialog), Qt::Key_End);
            return dialog;
        });
        looks(u"newdialog-deleted"_s, [this] {
            auto dialog = std::make_unique<NewDialog>(m_templates);
            show(*dialog, dialog->sizeHint());
            QTest::keyClick(list(*dialog), Qt::Key_End);
            const auto bytes = m_document->text().toByteArray();
            const QString name = list(*dialog)->currentItem()->text();
            QTest::keyClick(list(*dialog), Qt::Key_Delete);
            [[maybe_unused]] const auto back = m_templates.own().restore(name, bytes);
            return dialog;
        });
        looks(u"savetemplate"_s, [this] {
            auto dialog = std::make_unique<SaveTemplateDialog>(m_templates.own(), *m_document, u"Our films"_s);
            show(*dialog, dialog->size());
            return dialog;
        });
    }
};

QTEST_MAIN(TestOwnTemplateDialogs)
#include "tst_owntemplatedialogs.moc"
