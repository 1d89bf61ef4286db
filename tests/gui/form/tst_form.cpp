// SPDX-License-Identifier: GPL-3.0-or-later
// A form of three rows over a document: what typing makes of it, when problems show, and where the cursor stays.
#include "gui/FormTest.h"

#include "form/Card.h"
#include "form/Form.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

using namespace marquee;
using namespace marquee::test;
using form::FieldRow;

namespace {

/// ALID, the licensor's name and the entry type; a fourth row while there is a sort name.
class ThreeRows : public form::Form
{
public:
    ThreeRows()
        : Form(test::lookup(), nullptr)
    {
    }

    int builds = 0;
    std::vector<rules::Problem> others;

protected:
    QString shape() const override { return object().member("Licensor").member("SortName") ? u"four"_s : u"three"_s; }
    void build() override
    {
        ++builds;
        auto *card = new form::Card(u"Avail"_s, canvas());
        (new QVBoxLayout(canvas()))->addWidget(card);
        const catalog::Catalog &catalog = *test::lookup().catalog;
        const auto add = [&](const char *type, const char *field, const Pointer &below, const Pointer &anchor) {
            card->addRow(addRow(*catalog.type(type)->find(field), below, anchor));
        };
        const Pointer licensor = Pointer().child("Licensor");
        add("Avail", "ALID", Pointer().child("ALID"), Pointer().child("ALID"));
        add("Licensor", "DisplayName", licensor.child("DisplayName"), licensor);
        if (shape() == u"four"_s)
            add("Licensor", "SortName", licensor.child("SortName"), licensor.child("SortName"));
        add("Disposition", "EntryType", Pointer().child("Disposition").child("EntryType"),
            Pointer().child("Disposition"));
    }
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &) override { others = problems; }
};

const QByteArray fresh
    = "{\"avail\":{\"ALID\":\"\",\"Disposition\":{\"EntryType\":\"FullExtrakt\"},\"Asset\":[],\"Transaction\":[]}}";

} // namespace

class TestForm : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<ThreeRows> m_form;

    void bind(const QByteArray &text, OpenDocument::Origin origin = OpenDocument::Origin::File)
    {
        m_document = opened(text, origin);
        m_form = std::make_unique<ThreeRows>();
        m_form->bind(m_document.get(), place("/avail"));
        show(*m_form, {700, 400});
    }
    QString json(const char *pointer) const { return at(*m_document, pointer); }

private Q_SLOTS:
    void initTestCase() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void cleanup()
    {
        m_form.reset();
        m_document.reset();
    }

    void typingIsOneStepPerField()
    {
        bind(avail(window()));
        QSignalSpy changes(m_document.get(), &OpenDocument::changed);
        fill(*m_form, u"ALID"_s, u"NF-2"_s);
        QCOMPARE(changes.size(), 4); // live, letter by letter
        QCOMPARE(json("/avail/ALID"), u"\"NF-2\""_s);
        QCOMPARE(steps(*m_document), 1);
        leave();
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s);
        fill(*m_form, u"Licensor/DisplayName"_s, u"Lütt & Co"_s);
        QCOMPARE(steps(*m_document), 2);
        leave();
        fill(*m_form, u"ALID"_s, u"NF-3"_s); // back again: a step of its own
        QCOMPARE(steps(*m_document), 3);
        m_document->undo();
        QCOMPARE(json("/avail/ALID"), u"\"NF-2\""_s);
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_document->bytes(), avail(window()));
        QVERIFY(!m_document->isModified());
    }

    void leavingAndComingBackIsAStepOfItsOwn()
    {
        bind(avail(window()));
        fill(*m_form, u"ALID"_s, u"A"_s);
        leave();
        fill(*m_form, u"ALID"_s, u"B"_s);
        QCOMPARE(steps(*m_document), 2);
    }

    void aFieldThatIsLeftUntouchedChangesNothing()
    {
        bind(fresh);
        const QByteArray before = m_document->bytes();
        for (const char *field : {"ALID", "Licensor/DisplayName", "Disposition/EntryType"}) {
            line(*m_form, QString::fromLatin1(field))->setFocus();
            leave();
        }
        QCOMPARE(m_document->bytes(), before);
        QCOMPARE(steps(*m_document), 0);
    }

    void absentIsNotEmpty()
    {
        bind(fresh);
        QCOMPARE(line(*m_form, u"ALID"_s)->placeholderText(), u"empty"_s);
        QCOMPARE(line(*m_form, u"Licensor/DisplayName"_s)->placeholderText(), u"not set"_s);
        fill(*m_form, u"Licensor/DisplayName"_s, u"L"_s); // makes the object around it, where the catalogue puts it
        QCOMPARE(json("/avail/Licensor"), u"{\"DisplayName\":\"L\"}"_s);
        QTest::keyClick(cursor(), Qt::Key_Backspace);
        QCOMPARE(json("/avail/Licensor/DisplayName"), u"\"\""_s);
        QTest::keyClick(cursor(), Qt::Key_Backspace); // once more: not even empty, and the object goes along
        QCOMPARE(json("/avail/Licensor"), QString());
        QCOMPARE(line(*m_form, u"Licensor/DisplayName"_s)->placeholderText(), u"not set"_s);
        while (m_document->payload().canUndo())
            m_document->undo();
        QCOMPARE(m_document->bytes(), fresh);
    }

    void ctrlDeleteTakesAwayWhatIsNotRequired()
    {
        bind(avail(window()));
        line(*m_form, u"ALID"_s)->setFocus();
        QTest::keyClick(cursor(), Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(!json("/avail/ALID").isNull()); // it can't be taken away
    }

    void problemsOfAFileShowAtOnce()
    {
        bind(fresh);
        QVERIFY(!saidBeside(*m_form, u"ALID"_s).isEmpty());
        QVERIFY(!saidBeside(*m_form, u"Disposition/EntryType"_s).isEmpty());
        QVERIFY(!saidBeside(*m_form, u"Licensor/DisplayName"_s).isEmpty()); // by its anchor: the whole object is absent
        QVERIFY(!m_form->others.empty()); // nothing here is about titles
    }

    void problemsOfANewDocumentShowWhenAFieldWasTouched()
    {
        bind(fresh, OpenDocument::Origin::New);
        for (const char *field : {"ALID", "Licensor/DisplayName", "Disposition/EntryType"})
            QVERIFY2(saidBeside(*m_form, QString::fromLatin1(field)).isEmpty(), field);
        QVERIFY(m_form->others.empty());
        line(*m_form, u"ALID"_s)->setFocus();
        QVERIFY(saidBeside(*m_form, u"ALID"_s).isEmpty()); // not before it is left
        leave();
        QVERIFY(!saidBeside(*m_form, u"ALID"_s).isEmpty());
        QVERIFY(saidBeside(*m_form, u"Disposition/EntryType"_s).isEmpty());
        m_document->validateAll();
        QVERIFY(!saidBeside(*m_form, u"Disposition/EntryType"_s).isEmpty());
        QVERIFY(!m_form->others.empty());
    }

    void aFixIsALinkBesideItsField()
    {
        bind(fresh);
        const QString before = saidBeside(*m_form, u"Disposition/EntryType"_s);
        QVERIFY(before.contains(u"FullExtrakt"_s));
        const auto buttons = m_form->findChildren<QAbstractButton *>(QRegularExpression(u"^fix-AV003-"_s));
        QCOMPARE(buttons.size(), 1);
        QVERIFY(buttons.front()->isVisible());
        QTest::mouseClick(buttons.front(), Qt::LeftButton);
        QCOMPARE(json("/avail/Disposition/EntryType"), u"\"FullExtract\""_s);
        QCOMPARE(line(*m_form, u"Disposition/EntryType"_s)->text(), u"FullExtract"_s);
        QVERIFY(!saidBeside(*m_form, u"Disposition/EntryType"_s).contains(u"FullExtrakt"_s));
        QCOMPARE(steps(*m_document), 1);
        m_document->undo();
        QCOMPARE(saidBeside(*m_form, u"Disposition/EntryType"_s), before);
    }

    void followsUndoRedoAndEditsFromElsewhere()
    {
        bind(avail(window()));
        fill(*m_form, u"ALID"_s, u"X"_s);
        m_document->undo();
        QCOMPARE(line(*m_form, u"ALID"_s)->text(), u"NF-1"_s);
        m_document->redo();
        QCOMPARE(line(*m_form, u"ALID"_s)->text(), u"X"_s);
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Licensor/DisplayName"), "\"Elsewhere\"")));
        QCOMPARE(line(*m_form, u"Licensor/DisplayName"_s)->text(), u"Elsewhere"_s);
        QCOMPARE(cursorName(), u"ALID"_s);
    }

    void rowsSurviveWhileTheShapeIsTheSame()
    {
        bind(avail(window()));
        QLineEdit *before = line(*m_form, u"ALID"_s);
        fill(*m_form, u"ALID"_s, u"Y"_s);
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/Licensor/DisplayName"), "\"Z\"")));
        QCOMPARE(line(*m_form, u"ALID"_s), before);
        QCOMPARE(m_form->builds, 1);
    }

    void theCursorStaysWhereItIsThroughARebuild()
    {
        bind(avail(window()));
        fill(*m_form, u"Licensor/DisplayName"_s, u"Kept"_s);
        const int before = steps(*m_document);
        QVERIFY(m_document->apply(payload::Edit::insertMember(place("/avail/Licensor"), "SortName", "\"s\"")));
        QCOMPARE(m_form->builds, 2);
        QVERIFY(seen<QWidget>(*m_form, u"Licensor/SortName"_s));
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s);
        QCOMPARE(json("/avail/Licensor/DisplayName"), u"\"Kept\""_s);
        QCOMPARE(steps(*m_document), before + 1); // the field that went handed nothing on
        type(cursor(), u"!"_s);
        QVERIFY(json("/avail/Licensor/DisplayName").contains(u'!'));
        m_document->undo();
        m_document->undo();
        QCOMPARE(m_form->builds, 3);
        QVERIFY(!seen<QWidget>(*m_form, u"Licensor/SortName"_s));
    }

    void focusAndMark()
    {
        bind(avail(window()));
        QSignalSpy focused(m_form.get(), &form::Form::fieldFocused);
        QVERIFY(m_form->focusField(place("/avail/Disposition/EntryType")));
        QCOMPARE(cursorName(), u"Disposition/EntryType"_s);
        QCOMPARE(focused.last().first().value<Pointer>().toString(), std::string("/avail/Disposition/EntryType"));
        QVERIFY(m_form->focusField(place("/avail/Licensor"))); // a place above a row
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s);
        QVERIFY(!m_form->focusField(place("/avail/Asset/0/WorkType")));
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s);

        QSignalSpy marked(m_form.get(), &form::Form::fieldMarked);
        QVERIFY(m_form->markField(place("/avail/ALID")));
        QCOMPARE(marked.size(), 1);
        QCOMPARE(cursorName(), u"Licensor/DisplayName"_s); // the cursor isn't taken
        const auto roleOf = [this](const QString &text) {
            for (const QLabel *label : m_form->findChildren<QLabel *>()) {
                if (label->text() == text)
                    return label->property("role").toString();
            }
            return QString();
        };
        QCOMPARE(roleOf(u"Avail ID"_s), u"marked"_s);
        QVERIFY(m_form->markField(place("/avail/Disposition/EntryType")));
        QCOMPARE(roleOf(u"Avail ID"_s), u"label"_s);
    }

    void whatIsTooLargeIsLeftAlone()
    {
        const QByteArray large(40'000, 'x');
        bind("{\"avail\":{\"ALID\":\"" + large + "\",\"Licensor\":{\"DisplayName\":\"L\"}}}");
        const QByteArray before = m_document->bytes();
        QVERIFY(line(*m_form, u"ALID"_s)->isReadOnly());
        fill(*m_form, u"ALID"_s, u"typed"_s);
        leave();
        QCOMPARE(m_document->bytes(), before);
        QVERIFY(!line(*m_form, u"Licensor/DisplayName"_s)->isReadOnly());
        QVERIFY(m_document->apply(payload::Edit::set(place("/avail/ALID"), "\"small\"")));
        QVERIFY(!line(*m_form, u"ALID"_s)->isReadOnly());
        QCOMPARE(line(*m_form, u"ALID"_s)->text(), u"small"_s);
        m_document->undo();
        QVERIFY(line(*m_form, u"ALID"_s)->isReadOnly());
        QCOMPARE(line(*m_form, u"ALID"_s)->text(), QString());
    }

    void whatCannotBeDoneIsSaid()
    {
        bind("{\"avail\":{\"ALID\":\"a\",\"Licensor\":7}}");
        QSignalSpy refused(m_form.get(), &form::Form::refused);
        fill(*m_form, u"Licensor/DisplayName"_s, u"L"_s);
        QVERIFY(refused.size() > 0 || json("/avail/Licensor").startsWith(u'{'));
        QCOMPARE(json("/avail/ALID"), u"\"a\""_s);
    }

    void labelsAreBuddiesWithNames()
    {
        bind(avail(window()));
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            if (!label->buddy())
                continue;
            QCOMPARE(label->buddy()->accessibleName(), label->text());
            QVERIFY(!label->toolTip().isEmpty());
        }
    }
};

QTEST_MAIN(TestForm)
#include "tst_form.moc"
