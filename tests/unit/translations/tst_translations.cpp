// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/Translations.h"

#include "partners/Outcome.h"
#include "rules/RuleSet.h"
#include "rules/Validator.h"
#include "workspace/Templates.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace marquee;
using namespace Qt::StringLiterals;
using translations::installTranslations;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms;
    bool isPlural = false;
};

QList<Message> messagesOf(const QString &file)
{
    QFile ts(QStringLiteral(MARQUEE_TRANSLATIONS "/") + file);
    if (!ts.open(QIODevice::ReadOnly))
        return {};
    QList<Message> all;
    QXmlStreamReader xml(&ts);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            all.append({context, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1});
        else if (xml.name() == "source"_L1)
            all.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1 || (xml.name() == "translation"_L1 && !all.last().isPlural))
            all.last().forms << xml.readElementText();
    }
    return xml.hasError() ? QList<Message>() : all;
}

QString said(const Message &message, int n = -1)
{
    return QCoreApplication::translate(
        message.context.toUtf8().constData(), message.source.toUtf8().constData(), nullptr, n);
}

QString said(const char *context, const char *source, int n = -1)
{
    return QCoreApplication::translate(context, source, nullptr, n);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    static void speak(const QString &locale)
    {
        qDeleteAll(qApp->findChildren<QTranslator *>());
        if (!locale.isEmpty() && !installTranslations(*qApp, QLocale(locale)))
            QSKIP("built without translations: lrelease is missing");
    }

private Q_SLOTS:
    void init() { qunsetenv("LANGUAGE"); }
    void cleanup() { speak({}); }

    /// The script reads the sources again: everything that is said is in both files, finished, with its placeholders.
    void everythingIsTranslated()
    {
        QProcess script;
        script.setProcessChannelMode(QProcess::MergedChannels);
        script.start(QStringLiteral(MARQUEE_PYTHON), {QStringLiteral(MARQUEE_TRANSLATIONS "/update.py"), u"--check"_s});
        QVERIFY(script.waitForFinished(250000));
        if (script.exitCode() == 77)
            QSKIP("lupdate is missing (package qt6-l10n-tools)");
        QVERIFY2(script.exitCode() == 0, script.readAll().constData());
    }

    void languages_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("language");
        QTest::newRow("Germany") << u"de_DE"_s << u"de"_s;
        QTest::newRow("Austria") << u"de_AT"_s << u"de"_s;
        QTest::newRow("no country") << u"de"_s << u"de"_s;
        QTest::newRow("States") << u"en_US"_s << u"en"_s;
        QTest::newRow("not spoken") << u"fr_FR"_s << u"en"_s;
        QTest::newRow("begins alike") << u"dz_BT"_s << u"en"_s;
        QTest::newRow("none") << u"C"_s << u"en"_s;
    }
    void languages()
    {
        QFETCH(QString, locale);
        QTEST(translations::languageFor(QLocale(locale)), "language");
    }

    /// What is compiled in is what the file says, in each of its contexts.
    void germanAsInTheFile()
    {
        speak(u"de_DE"_s);
        const QList<Message> messages = messagesOf(u"marquee_de.ts"_s);
        QSet<QString> contexts;
        for (const Message &message : messages) {
            contexts.insert(message.context);
            if (!message.isPlural)
                QCOMPARE(said(message), message.forms.first());
        }
        for (const QString &context : {u"actions"_s, u"catalog"_s, u"cli"_s, u"exchange"_s, u"rules"_s, u"templates"_s,
                 u"Outcome"_s, u"Menus"_s, u"Dialogs"_s, u"marquee::shell::MainWindow"_s})
            QVERIFY2(contexts.contains(context), qPrintable(context));
    }

    void plurals_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("n");
        for (const char *locale : {"en_GB", "de_DE"}) {
            for (const auto &[n, form] : {std::pair(0, 1), std::pair(1, 0), std::pair(2, 1), std::pair(21, 1)})
                QTest::newRow(qPrintable(QString(QLatin1StringView(locale) + u", "_s + QString::number(n)))) << QString::fromLatin1(locale) << form << n;
        }
    }
    void plurals()
    {
        QFETCH(QString, locale);
        QFETCH(int, form);
        QFETCH(int, n);
        speak(locale);
        int seen = 0;
        for (const Message &message : messagesOf(u"marquee_"_s + locale.left(2) + u".ts"_s)) {
            if (!message.isPlural)
                continue;
            ++seen;
            QCOMPARE(message.forms.size(), 2);
            QCOMPARE(said(message, n), QString(message.forms.at(form)).replace("%Ln"_L1, QLocale().toString(n)).replace("%n"_L1, QString::number(n)));
        }
        QVERIFY(seen > 5);
    }

    /// English lies beneath every language; without it "(s)" would be read.
    void notSpoken()
    {
        speak(u"fr_FR"_s);
        QCOMPARE(said("marquee::avail::AvailView", "%n error(s)", 1), u"1 error"_s);
        QCOMPARE(said("marquee::avail::AvailView", "%n error(s)", 3), u"3 errors"_s);
        QCOMPARE(said("problems", "Error"), u"Error"_s);
        speak({});
        QCOMPARE(said("marquee::avail::AvailView", "%n error(s)", 3), u"3 error(s)"_s);
    }

    /// The catalogue and the templates take their words when they are loaded.
    void whatIsLoadedAtStart()
    {
        speak(u"de_DE"_s);
        const auto book = rules::Rulebook::load();
        QVERIFY(book.has_value());
        const catalog::ObjectType *window = book->catalog->type("Transaction");
        QVERIFY(window);
        QCOMPARE(window->find("Territory")->label, said("catalog", "Territory"));
        QVERIFY(window->find("Territory")->label != u"Territory");
        const auto templates = workspace::Templates::load();
        QVERIFY(templates.has_value());
        QCOMPARE(templates->all().front().name, said("templates", "Prime subscription, movie"));
        QVERIFY(templates->all().front().name != u"Prime subscription, movie");
    }

    /// What programs read stays.
    void machinesReadNoGerman()
    {
        speak(u"de_DE"_s);
        QCOMPARE(rules::severityName(rules::Severity::Error), "error"_L1);
        QCOMPARE(rules::kindName(rules::DocumentKind::Avail), "avail"_L1);
        QCOMPARE(partners::outcomeName(partners::Outcome::Kind::Accepted), "accepted"_L1);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
