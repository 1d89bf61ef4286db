// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchReport.h"

#include <QXmlStreamWriter>

#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Outcome;
using Json = nlohmann::ordered_json;

namespace {

QString outcomeOf(const BatchItem &item)
{
    return item.state == BatchItem::State::Done ? QString(partners::outcomeName(item.outcome)) : QString();
}

QByteArray dump(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json jsonOf(const BatchRun &run, int index)
{
    const BatchItem &item = run.item(index);
    const bool isDone = item.state == BatchItem::State::Done;
    Json json{{"run", run.record().name.toStdString()}, {"item", item.id.toStdString()},
        {"file", run.file(index).toStdString()}, {"transaction", item.transaction.toStdString()},
        {"outcome", isDone ? Json(outcomeOf(item).toStdString()) : Json()}, {"status", item.status},
        {"attempts", item.attempts}, {"message", item.message.toStdString()}};
    if (!item.expectation.isEmpty()) {
        json["expected"] = item.expectation.toStdString();
        json["met"] = item.verdict == BatchItem::Verdict::Met;
    }
    return json;
}

Json summaryOf(const BatchRun &run)
{
    const BatchCounts &counts = run.counts();
    Json json{{"run", run.record().name.toStdString()}, {"items", counts.items}, {"accepted", counts.accepted},
        {"rejected", counts.rejected}, {"failed", counts.failed}, {"unknown", counts.unknown},
        {"seconds", static_cast<double>(static_cast<qint64>(run.seconds() * 1000)) / 1000}};
    if (counts.met + counts.missed > 0) {
        json["met"] = counts.met;
        json["missed"] = counts.missed;
    }
    return json;
}

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

bool writeCsv(const BatchRun &run, QIODevice &device)
{
    bool good
        = device.write("run,item,file,transaction,outcome,status,attempts,elapsed_ms,message,expected,met\r\n") > 0;
    for (int i = 0; good && i < run.counts().items; ++i) {
        const BatchItem &item = run.item(i);
        const QString met = item.verdict == BatchItem::Verdict::None ? QString()
            : item.verdict == BatchItem::Verdict::Met                ? u"yes"_s
                                                                     : u"no"_s;
        const QByteArray line = cell(run.record().name) + ',' + cell(item.id) + ',' + cell(run.file(i)) + ','
            + cell(item.transaction) + ',' + cell(outcomeOf(item)) + ',' + QByteArray::number(item.status) + ','
            + QByteArray::number(item.attempts) + ',' + QByteArray::number(item.elapsedMs) + ',' + cell(item.message)
            + ',' + cell(item.expectation) + ',' + cell(met) + "\r\n";
        good = device.write(line) == line.size();
    }
    return good;
}

bool writeJson(const BatchRun &run, QIODevice &device)
{
    bool good = device.write("{\"summary\":" + dump(summaryOf(run)) + ",\"items\":[") > 0;
    for (int i = 0; good && i < run.counts().items; ++i)
        good = device.write((i == 0 ? "\n" : ",\n") + dump(jsonOf(run, i))) > 0;
    return good && device.write("\n]}\n") > 0;
}

/// Characters that XML can't hold are shown as such.
QString forXml(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

void writeCase(const BatchRun &run, int index, QXmlStreamWriter &xml)
{
    const BatchItem &item = run.item(index);
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, forXml(run.file(index)));
    xml.writeAttribute(
        u"name"_s, forXml(item.transaction.isEmpty() ? item.id : QString(item.id + u' ' + item.transaction)));
    xml.writeAttribute(u"time"_s, QString::number(item.elapsedMs / 1000.0, 'f', 3));
    const auto child = [&](const QString &element, const QString &type, const QString &message) {
        xml.writeStartElement(element);
        xml.writeAttribute(u"type"_s, type);
        xml.writeAttribute(u"message"_s, forXml(message));
        xml.writeEndElement();
    };
    if (item.state != BatchItem::State::Done)
        xml.writeEmptyElement(u"skipped"_s);
    else if (item.verdict == BatchItem::Verdict::Missed)
        child(u"failure"_s, u"expectation"_s,
            u"expected “"_s + item.expectation + u"”, but it was "_s + outcomeOf(item) + u": "_s + item.message);
    else if (item.verdict == BatchItem::Verdict::None && item.outcome == Outcome::Kind::Rejected)
        child(u"failure"_s, outcomeOf(item), item.message);
    else if (item.verdict == BatchItem::Verdict::None && item.outcome != Outcome::Kind::Accepted)
        child(u"error"_s, outcomeOf(item), item.message);
    xml.writeEndElement();
}

bool writeJunit(const BatchRun &run, QIODevice &device)
{
    int failures = 0;
    int errors = 0;
    int skipped = 0;
    for (int i = 0; i < run.counts().items; ++i) {
        const BatchItem &item = run.item(i);
        const bool isFree = item.verdict == BatchItem::Verdict::None;
        skipped += item.state != BatchItem::State::Done ? 1 : 0;
        if (item.state != BatchItem::State::Done)
            continue;
        failures += item.verdict == BatchItem::Verdict::Missed || (isFree && item.outcome == Outcome::Kind::Rejected)
            ? 1
            : 0;
        errors += isFree && (item.outcome == Outcome::Kind::Failed || item.outcome == Outcome::Kind::Unknown) ? 1 : 0;
    }
    QXmlStreamWriter xml(&device);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"marquee batch "_s + run.record().operation + u' ' + run.record().name);
    xml.writeAttribute(u"tests"_s, QString::number(run.counts().items));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, QString::number(errors));
    xml.writeAttribute(u"skipped"_s, QString::number(skipped));
    xml.writeAttribute(u"time"_s, QString::number(run.seconds(), 'f', 3));
    for (int i = 0; i < run.counts().items; ++i)
        writeCase(run, i, xml);
    xml.writeEndElement();
    xml.writeEndDocument();
    return !xml.hasError();
}

} // namespace

std::optional<ReportFormat> reportFormatOf(const QString &fileName)
{
    if (fileName.endsWith(".json"_L1, Qt::CaseInsensitive))
        return ReportFormat::Json;
    if (fileName.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return ReportFormat::Csv;
    if (fileName.endsWith(".xml"_L1, Qt::CaseInsensitive))
        return ReportFormat::Junit;
    return std::nullopt;
}

bool writeReport(const BatchRun &run, ReportFormat format, QIODevice &device)
{
    switch (format) {
    case ReportFormat::Json:
        return writeJson(run, device);
    case ReportFormat::Csv:
        return writeCsv(run, device);
    case ReportFormat::Junit:
        break;
    }
    return writeJunit(run, device);
}

QByteArray itemLine(const BatchRun &run, int index)
{
    return dump(jsonOf(run, index)) + '\n';
}

QByteArray summaryLine(const BatchRun &run)
{
    return dump(summaryOf(run)) + '\n';
}

} // namespace marquee::exchange
