// SPDX-License-Identifier: GPL-3.0-or-later
// What marquee-cli does with performance messages, and whether an outside tool takes what it writes.
#include "workspace/Files.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace marquee;
using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
};

} // namespace

class TestPerformanceCli : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    Run cli(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(MARQUEE_CLI), arguments);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput()};
    }

    QByteArray textOf(const QString &name) const
    {
        return workspace::readFile(m_folder.filePath(name)).value_or(QByteArray());
    }
    static QString data(const char *name)
    {
        return QStringLiteral(MARQUEE_TEST_DATA "/performances/") + QString::fromLatin1(name);
    }

    static bool isTakenByXmllint(const QString &path)
    {
        static const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
        return xmllint.isEmpty() || QProcess::execute(xmllint, {u"--noout"_s, u"--nonet"_s, path}) == 0;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("MARQUEE_HOME", m_folder.filePath(u"home"_s).toLocal8Bit()); }

    void validates_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("kind");
        QTest::newRow("whole") << QByteArray("whole.xml") << 0 << u"performance"_s;
        QTest::newRow("part") << QByteArray("part.xml") << 0 << u"performance"_s;
        QTest::newRow("other letter case") << QByteArray("letter-case.xml") << 1 << u"performance"_s;
        QTest::newRow("mistakes") << QByteArray("mistakes.xml") << 1 << u"performance"_s;
        QTest::newRow("callback") << QByteArray("callback.xml") << 0 << u"callback"_s;
    }
    void validates()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, exit);
        QFETCH(QString, kind);
        const Run run = cli({u"validate"_s, u"--format"_s, u"json"_s, data(file.constData())});
        QCOMPARE(run.exit, exit);
        const Json json = Json::parse(run.out.toStdString());
        QCOMPARE(QString::fromStdString(json["files"][0]["kind"].get<std::string>()), kind);
    }

    void newFromTemplates_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"performance", "performance-cancel", "performance-share", "performance-hall"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void newFromTemplates()
    {
        QFETCH(QString, name);
        const QString base = u"/ShowTimeAnalytics/Performances/Performance/0/"_s;
        QStringList arguments{
            u"new"_s, name, u"-o"_s, u"new.xml"_s, u"--set"_s, u"/ShowTimeAnalytics/@dataSupplierId=SUP"_s};
        arguments << u"--set"_s << base + u"@id=P-1"_s << u"--set"_s << base + u"@siteId=S-1"_s << u"--set"_s
                  << base + u"HallId=a ]]> b"_s << u"--set"_s << base + u"EventId=<E&1>"_s << u"--set"_s
                  << base + u"Tags/Tag/0=17"_s;
        QCOMPARE(cli(arguments).exit, 0);
        QCOMPARE(cli({u"validate"_s, u"--profile"_s, u"sending"_s, u"new.xml"_s}).exit, 0);
        QVERIFY(isTakenByXmllint(m_folder.filePath(u"new.xml"_s)));
        QVERIFY(textOf(u"new.xml"_s).contains("<Tag><![CDATA[17]]></Tag>"));
        const QByteArray once = cli({u"format"_s, u"new.xml"_s}).out;
        QCOMPARE(once, textOf(u"new.xml"_s));
    }

    void fixes()
    {
        QCOMPARE(cli({u"fix"_s, data("letter-case.xml"), u"--rule"_s, u"PF003"_s, u"-o"_s, u"right.xml"_s}).exit, 0);
        QCOMPARE(cli({u"validate"_s, u"right.xml"_s}).exit, 0);
        QCOMPARE(cli({u"fix"_s, data("mistakes.xml"), u"--rule"_s, u"PF006"_s, u"-o"_s, u"scaled.xml"_s}).exit, 0);
        QVERIFY(textOf(u"scaled.xml"_s).contains("<DistributorPercentage precision=\"1\">455</DistributorPercentage>"));
    }

    void splits()
    {
        QByteArray text = "<ShowTimeAnalytics dataSupplierId=\"S\" messageSequence=\"41\">\n<Performances>\n";
        for (int i = 0; i < 6000; ++i)
            text += "<!-- " + QByteArray::number(i) + " --><Performance id=\"" + QByteArray::number(i)
                + "\" siteId=\"S\"><HallId>a hall of the name " + QByteArray(20, 'x') + "</HallId></Performance>\n";
        text += "</Performances>\n</ShowTimeAnalytics>\n";
        QVERIFY(workspace::saveFile(m_folder.filePath(u"large.xml"_s), text).has_value());
        QCOMPARE(cli({u"validate"_s, u"large.xml"_s}).exit, 1);
        QCOMPARE(cli({u"fix"_s, u"large.xml"_s, u"--rule"_s, u"PF009"_s, u"-o"_s, u"part.xml"_s}).exit, 0);
        QByteArrayList numbers;
        qsizetype seen = 0;
        for (const QString &name : {u"part.xml"_s, u"part-2.xml"_s, u"part-3.xml"_s}) {
            const QByteArray part = textOf(name);
            QVERIFY2(!part.isEmpty() && part.size() < 250'000, qPrintable(name));
            QVERIFY(isTakenByXmllint(m_folder.filePath(name)));
            QCOMPARE(cli({u"validate"_s, name}).exit, 0);
            const qsizetype at = part.indexOf("messageSequence=\"") + 17;
            numbers << part.mid(at, 2);
            seen += part.count("<Performance ");
            QCOMPARE(part.count("<!--"), part.count("<Performance "));
        }
        QCOMPARE(numbers, (QByteArrayList{"41", "42", "43"}));
        QCOMPARE(seen, 6000);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"part-4.xml"_s)));
        // All text at once, where nobody says which.
        QCOMPARE(cli({u"fix"_s, u"part.xml"_s, u"--rule"_s, u"PF013"_s, u"-o"_s, u"cdata.xml"_s}).exit, 0);
        QCOMPARE(textOf(u"cdata.xml"_s).count("<HallId><![CDATA["), textOf(u"cdata.xml"_s).count("<HallId>"));
    }
};

QTEST_GUILESS_MAIN(TestPerformanceCli)
#include "tst_performancecli.moc"
