// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, saving and closing, with real files.
#include "unit/rules/Fixture.h"

#include "workspace/Files.h"
#include "workspace/OpenDocuments.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace marquee;
using namespace marquee::test;
using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

constexpr int Patience = 20000;

} // namespace

class TestOpenDocuments : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString put(const QString &name, const QByteArray &text) const
    {
        const QString path = QFileInfo(m_folder.path()).canonicalFilePath() + u'/' + name;
        if (!workspace::saveFile(path, text))
            qFatal("the temporary folder can't be written");
        return path;
    }
    static OpenDocument *openNow(OpenDocuments &documents, const QString &path)
    {
        OpenDocument *found = nullptr;
        const auto connection
            = connect(&documents, &OpenDocuments::opened, [&found](OpenDocument *document) { found = document; });
        documents.open(path);
        [&found] { QTRY_VERIFY_WITH_TIMEOUT(found != nullptr, Patience); }();
        disconnect(connection);
        return found;
    }

private Q_SLOTS:
    void opensOnce()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        const QString path = put(u"a.json"_s, avail(window()));
        QSignalSpy opening(&documents, &OpenDocuments::opening);
        QSignalSpy opened(&documents, &OpenDocuments::opened);
        documents.open(path);
        documents.open(path);
        documents.open(m_folder.path() + u"/./a.json"_s);
        QCOMPARE(opening.size(), 1);
        QVERIFY(documents.isOpening());
        QVERIFY(documents.all().empty()); // not before it was read
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, Patience);
        QVERIFY(!documents.isOpening());
        QCOMPARE(documents.all().size(), std::size_t{1});
        QCOMPARE(documents.all().front()->name(), u"a"_s);
        QCOMPARE(documents.all().front()->thread(), thread());
        documents.open(path);
        QCOMPARE(opened.size(), 2); // told again, at once
        QCOMPARE(documents.all().size(), std::size_t{1});
    }

    void whatCantBeOpened()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        QSignalSpy failed(&documents, &OpenDocuments::openFailed);
        documents.open(m_folder.filePath(u"none.json"_s));
        documents.open(m_folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, Patience);
        QVERIFY(documents.all().empty());
        QVERIFY(!documents.isOpening());
        OpenDocument *malformed = openNow(documents, put(u"m.json"_s, "{")); // is a document all the same
        QVERIFY(!malformed->isPayload());
    }

    void cancelled()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        const QString path = put(u"c.json"_s, avail(window()));
        QSignalSpy opened(&documents, &OpenDocuments::opened);
        documents.open(path);
        documents.cancelOpening(path);
        QVERIFY(!documents.isOpening());
        documents.open(path); // asked for again: once only
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, Patience);
        QCoreApplication::processEvents();
        QCOMPARE(opened.size(), 1);
    }

    void savesWhatStood()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        const QString path = put(u"s.json"_s, avail(window()));
        OpenDocument *document = openNow(documents, path);
        const Pointer end = *Pointer::parse("/avail/Transaction/0/End");
        QVERIFY(document->apply(Edit::set(end, "\"2029-01-01T00:00:00Z\"")).value());
        const QByteArray stood = document->bytes();
        QSignalSpy saved(&documents, &OpenDocuments::saved);
        documents.save(document, path);
        QVERIFY(documents.isSaving(document));
        QVERIFY(document->apply(Edit::set(end, "\"2030-01-01T00:00:00Z\"")).value());
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, Patience);
        QVERIFY(!documents.isSaving(document));
        QCOMPARE(workspace::readFile(path).value(), stood);
        QVERIFY(document->isModified()); // editing went on
        documents.save(document, m_folder.filePath(u"elsewhere.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 2, Patience);
        QVERIFY(!document->isModified());
        QCOMPARE(document->name(), u"elsewhere"_s);
        QCOMPARE(documents.find(m_folder.filePath(u"elsewhere.json"_s)), document);
        QVERIFY(!documents.find(path));
    }

    void savingFails()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        OpenDocument *document = openNow(documents, put(u"f.json"_s, avail(window())));
        QSignalSpy failed(&documents, &OpenDocuments::saveFailed);
        documents.save(document, m_folder.filePath(u"no/such/folder.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, Patience);
        QCOMPARE(document->name(), u"f"_s);
    }

    void closedWhileItIsSaved()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        const QString path = put(u"x.json"_s, avail(window()));
        OpenDocument *document = openNow(documents, path);
        QSignalSpy saved(&documents, &OpenDocuments::saved);
        QSignalSpy closing(&documents, &OpenDocuments::closing);
        const QString copy = m_folder.filePath(u"copy.json"_s);
        documents.save(document, copy);
        documents.close(document);
        documents.close(document); // gone
        QCOMPARE(closing.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(copy), Patience);
        OpenDocument *next = openNow(documents, path);
        QVERIFY(!documents.isSaving(next));
        QCOMPARE(saved.size(), 0);
    }

    void madeAndPasted()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        const auto templates = workspace::Templates::load().value();
        QSignalSpy opened(&documents, &OpenDocuments::opened);
        const auto made = documents.make(templates.all().front(), workspace::Extract::Full);
        QVERIFY(made);
        QCOMPARE(opened.size(), 1);
        QVERIFY((*made)->path().isEmpty());
        QVERIFY((*made)->isModified());
        documents.take(avail(window()), OpenDocument::Origin::Pasted, {});
        documents.take("{}", OpenDocument::Origin::Reply, u"get NF-1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 3, Patience);
        QStringList names;
        for (const OpenDocument *document : documents.all())
            names << document->name();
        names.sort();
        QCOMPARE(names, (QStringList{u"Untitled 1"_s, u"Untitled 2"_s, u"get NF-1"_s}));
    }

    void endsWhileItReads()
    {
        OpenDocuments documents(rulebook(), fixedClock);
        documents.open(put(u"late.json"_s, avail(window())));
    }
};

QTEST_GUILESS_MAIN(TestOpenDocuments)
#include "tst_opendocuments.moc"
