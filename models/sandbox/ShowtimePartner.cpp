// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ShowtimePartner.h"

#include <QXmlStreamWriter>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray Address = "/data/pos/";

HttpAnswer say(int status, const QByteArray &words)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = words + '\n';
    answer.contentType = "text/plain; charset=UTF-8";
    return answer;
}

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? target : target.left(question);
}

void writeTexts(QXmlStreamWriter &xml, const QString &list, const QString &item, const QStringList &texts)
{
    xml.writeStartElement(list);
    for (const QString &text : texts) {
        xml.writeStartElement(item);
        xml.writeCDATA(text);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

bool ShowtimePartner::knows(const QByteArray &target)
{
    return target.startsWith("/data/pos");
}

bool ShowtimePartner::isPost(const http::Request &request)
{
    return request.method == "POST" && pathOf(request.target) == Address;
}

HttpAnswer ShowtimePartner::answer(const http::Request &request, bool rejectEverySecond)
{
    if (pathOf(request.target) != Address)
        return say(404, "There is no such address. Messages go to /data/pos/, with the slash at the end.");
    if (request.method != "POST") {
        HttpAnswer answer = say(405, "Messages are posted.");
        answer.allow = "POST";
        return answer;
    }
    if (!letsIn(request.header("Authorization"))) {
        HttpAnswer answer = say(401, "User or password is missing or wrong.");
        answer.asksBasic = true;
        return answer;
    }
    if (request.body.size() > LargestMessage)
        return say(400, "The message is larger than 256 KB. Split it.");
    if (m_queue.size() >= MostWaiting)
        return say(503, "Too many messages wait already.");
    QByteArray complaint;
    auto message = readShowtimeMessage(request.body, complaint);
    if (!message)
        return say(400, complaint);
    m_queue.push_back({std::move(*message), rejectEverySecond});
    ++m_messages;
    return say(200, "Received, queued.");
}

bool ShowtimePartner::letsIn(const QByteArray &authorization) const
{
    if (authorization.left(6).toLower() != "basic ")
        return false;
    const auto decoded
        = QByteArray::fromBase64Encoding(authorization.mid(6).trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? (*decoded).indexOf(':') : -1;
    if (colon < 1)
        return false;
    const QString user = QString::fromUtf8((*decoded).left(colon));
    const QString password = QString::fromUtf8((*decoded).mid(colon + 1));
    return m_user.isEmpty() ? !password.isEmpty() : user == m_user && password == m_password;
}

ShowtimePartner::Callback ShowtimePartner::processNext()
{
    const Waiting waiting = std::move(m_queue.front());
    m_queue.pop_front();
    const ShowtimeMessage &message = waiting.message;
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"ShowTimeAnalyticsResponse"_s);
    xml.writeAttribute(u"dataSupplierId"_s, message.supplier);
    xml.writeAttribute(u"messageSequence"_s, message.sequence);
    xml.writeStartElement(u"Responses"_s);
    for (std::size_t i = 0; i < message.performances.size(); ++i) {
        const XmlElement &performance = message.performances[i];
        const Result result = waiting.rejectEverySecond && i % 2 == 1
            ? Result{{u"100 Internal Error: rejected on purpose"_s}, {}}
            : process(performance);
        xml.writeStartElement(u"Response"_s);
        xml.writeAttribute(u"id"_s, performance.attribute(u"id"_s));
        xml.writeAttribute(u"siteId"_s, performance.attribute(u"siteId"_s));
        xml.writeAttribute(u"entity"_s, u"Performance"_s);
        xml.writeTextElement(u"Status"_s, result.errors.isEmpty() ? u"ok"_s : u"error"_s);
        writeTexts(xml, u"Warnings"_s, u"Warning"_s, result.warnings);
        writeTexts(xml, u"Errors"_s, u"Error"_s, result.errors);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return {message.callbackUrl, body};
}

/// All of it or, where something is wrong with it, nothing.
ShowtimePartner::Result ShowtimePartner::process(const XmlElement &performance)
{
    Result result;
    result.errors = faultsOf(performance);
    const std::pair key{performance.attribute(u"id"_s), performance.attribute(u"siteId"_s)};
    if (result.errors.isEmpty() && m_kept.size() >= MostKept && !m_kept.contains(key))
        result.errors << u"100 Internal Error: no more than %1 performances are kept here"_s.arg(MostKept);
    if (!result.errors.isEmpty())
        return result;
    PerformanceFields &merged = m_kept[key];
    for (const XmlElement &element : performance.children)
        merged.insert_or_assign(element.name, element);
    result.warnings = warningsOf(merged, performance);
    return result;
}

void ShowtimePartner::setLogin(const QString &user, const QString &password)
{
    m_user = user;
    m_password = password;
}

void ShowtimePartner::forgetEverything()
{
    m_queue.clear();
    m_kept.clear();
    m_messages = 0;
}

} // namespace marquee::sandbox
