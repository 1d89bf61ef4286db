// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackReader.h"

#include "payload/Document.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

namespace {

constexpr std::size_t MostResponses = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("CallbackReader", text);
}

/// A value and where it stands.
struct Place
{
    Value value;
    Pointer pointer;
};

/// "st:Response" and "RESPONSE" are "response", and so is "@Response".
QString plain(std::string_view name)
{
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toLower();
    const qsizetype from = text.startsWith(u'@') ? 1 : 0;
    return text.mid(std::max(from, text.lastIndexOf(u':') + 1));
}

/// All children of one of these names, attributes among them; a list's items one by one.
std::vector<Place> childrenOf(const Place &parent, std::initializer_list<QStringView> names)
{
    std::vector<Place> found;
    if (!parent.value.isObject())
        return found;
    std::string scratch;
    std::map<std::string, std::uint32_t> seen;
    for (std::uint32_t i = 0; i < parent.value.size() && found.size() < MostResponses; ++i) {
        const Value child = parent.value.at(i);
        const std::string name(child.name(scratch));
        const std::uint32_t occurrence = seen[name]++;
        if (std::find(names.begin(), names.end(), plain(name)) == names.end())
            continue;
        const Pointer place = parent.pointer.child(name, occurrence);
        if (!child.isArray()) {
            found.push_back({child, place});
            continue;
        }
        for (std::uint32_t item = 0; item < child.size() && found.size() < MostResponses; ++item)
            found.push_back({child.at(item), place.child(item)});
    }
    return found;
}

QString textOf(const Value &value)
{
    const Value text = value.isObject() ? value.member("#text") : value;
    return QString::fromStdString(text.string()).trimmed();
}

/// The first that isn't empty.
QString childText(const Place &parent, std::initializer_list<QStringView> names)
{
    for (const Place &child : childrenOf(parent, names)) {
        if (const QString text = textOf(child.value); !text.isEmpty())
            return text;
    }
    return {};
}

/// A whole number at the head of a text: "101: no date", "101", but not "3D".
int leadingCode(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && end < 6 && text[end].isDigit())
        ++end;
    if (end == 0 || (end < text.size() && text[end].isLetterOrNumber()))
        return -1;
    return text.left(end).toInt();
}

Remark remarkOf(const Place &place)
{
    Remark remark;
    remark.text = textOf(place.value);
    if (remark.text.isEmpty())
        remark.text = childText(place, {u"message", u"text", u"description"});
    bool isNumber = false;
    const int code = childText(place, {u"code", u"errorcode"}).toInt(&isNumber);
    remark.code = isNumber ? code : leadingCode(remark.text);
    return remark;
}

/// `wrapped`: "errors", with "error" in it; but single ones without the wrapper are read too, and a wrapper that has
/// text instead.
std::vector<Remark> remarksOf(const Place &response, QStringView wrapped, QStringView single)
{
    std::vector<Remark> remarks;
    const auto add = [&remarks](const Place &place) {
        if (Remark remark = remarkOf(place); !remark.text.isEmpty() || remark.code >= 0)
            remarks.push_back(std::move(remark));
    };
    for (const Place &wrapper : childrenOf(response, {wrapped})) {
        const std::vector<Place> items = childrenOf(wrapper, {single});
        if (items.empty())
            add(wrapper);
        std::for_each(items.begin(), items.end(), add);
    }
    const std::vector<Place> bare = childrenOf(response, {single});
    std::for_each(bare.begin(), bare.end(), add);
    return remarks;
}

void judge(Response &response)
{
    const QString word = response.status.toLower();
    if (const int code = leadingCode(response.status); code >= 0) {
        response.code = code;
        response.verdict = code == 0 ? Verdict::Ok : Verdict::Error;
    } else if (word == u"ok"_s || word == u"success"_s) {
        response.verdict = Verdict::Ok;
    } else if (word == u"error"_s || (word.isEmpty() && !response.errors.empty())) {
        response.verdict = Verdict::Error;
    }
    for (const Remark &error : response.errors) {
        if (response.code < 0)
            response.code = error.code;
    }
}

Response responseOf(const Place &place)
{
    Response response;
    response.entity = childText(place, {u"entity"});
    response.id = childText(place, {u"id"});
    response.siteId = childText(place, {u"siteid"});
    response.status = childText(place, {u"status"});
    response.warnings = remarksOf(place, u"warnings", u"warning");
    response.errors = remarksOf(place, u"errors", u"error");
    response.place = place.pointer;
    judge(response);
    return response;
}

Error notACallback(const QString &root)
{
    return makeError(Error::Code::Invalid,
        root.isEmpty() ? tr("This isn't a callback: it isn't XML.")
                       : tr("This isn't a callback: it begins with “%1”.").arg(root),
        tr("A callback of Showtime Analytics begins with ShowTimeAnalyticsResponse."));
}

} // namespace

Expected<Callback> readCallback(const QByteArray &bytes)
{
    const auto document = payload::Document::read(bytes);
    if (!document)
        return tl::unexpected(document.error());
    return readCallback(**document);
}

Expected<Callback> readCallback(const payload::Document &document)
{
    if (!document.isXml() || document.root().size() != 1)
        return tl::unexpected(notACallback({}));
    std::string scratch;
    const std::string name(document.root().at(0).name(scratch));
    const Place root{document.root().at(0), Pointer().child(name)};
    std::vector<Place> responses;
    for (const Place &wrapper : childrenOf(root, {u"responses"})) {
        for (Place &response : childrenOf(wrapper, {u"response"}))
            responses.push_back(std::move(response));
    }
    for (Place &response : childrenOf(root, {u"response"}))
        responses.push_back(std::move(response));
    const QString plainName = plain(name);
    // "The same message structure as the request": the root's name may be the request's, then it has to have responses.
    if (plainName != u"showtimeanalyticsresponse"_s && (plainName != u"showtimeanalytics"_s || responses.empty()))
        return tl::unexpected(notACallback(QString::fromStdString(name)));
    Callback callback;
    callback.supplier = childText(root, {u"datasupplierid"});
    callback.sequence = childText(root, {u"messagesequence"});
    for (const Place &response : responses)
        callback.responses.push_back(responseOf(response));
    return callback;
}

} // namespace marquee::callbacks
