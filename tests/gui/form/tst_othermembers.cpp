// SPDX-License-Identifier: GPL-3.0-or-later
// Which members of an object no form has an editor for.
#include "gui/FormTest.h"

#include "form/OtherMembers.h"

using namespace marquee;
using namespace marquee::test;

class TestOtherMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("expected"); // "pointer label"
        QTest::newRow("nothing") << QByteArray("{}") << QStringList();
        QTest::newRow("only what a form has") << QByteArray(R"({"ALID":"a","Licensor":{"DisplayName":"b"}})") << QStringList();
        QTest::newRow("unknown") << QByteArray(R"({"Wild":1})") << QStringList{u"/Wild Wild"_s};
        QTest::newRow("known, without an editor") << QByteArray(R"({"ShortDescription":"x"})") << QStringList{u"/ShortDescription Short description"_s};
        QTest::newRow("deep") << QByteArray(R"({"Licensor":{"DisplayName":"b","Wild":{"a":1}}})") << QStringList{u"/Licensor/Wild Licensor › Wild"_s};
        QTest::newRow("in the title's details") << QByteArray(R"({"Asset":[{"Metadata":{"TitleInternalAlias":["a"],"RunLength":"PT1H"}}]})")
                                                << QStringList{u"/Asset/0/Metadata/RunLength Title › Movie › Running time"_s};
        QTest::newRow("a doubled name has one row") << QByteArray(R"({"ALID":"a","ALID":"b"})") << QStringList{u"/ALID#1 Avail ID"_s};
        QTest::newRow("an unknown name twice") << QByteArray(R"({"W":1,"W":2})") << QStringList{u"/W W"_s, u"/W#1 W"_s};
        QTest::newRow("left out") << QByteArray(R"({"Transaction":[{"Wild":1}]})") << QStringList();
        QTest::newRow("names with slashes") << QByteArray(R"({"a/b~c":1})") << QStringList{u"/a~1b~0c a/b~c"_s};
        QTest::newRow("not an object") << QByteArray("[1]") << QStringList();
    }
    void found()
    {
        QFETCH(QByteArray, json);
        const auto document = read(json);
        QStringList told;
        for (const form::OtherMember &other : form::otherMembers(document->root(), *lookup().catalog->type("Avail"), {"Transaction"})) {
            QVERIFY(document->find(other.below));
            QString pointer = QString::fromStdString(other.below.toString());
            if (const auto twice = other.below.tokens.back().occurrence; twice > 0 && !pointer.contains(u'#'))
                pointer += u"#%1"_s.arg(twice);
            told << pointer + u' ' + other.label;
        }
        QTEST(told, "expected");
    }
};

QTEST_MAIN(TestOtherMembers)
#include "tst_othermembers.moc"
