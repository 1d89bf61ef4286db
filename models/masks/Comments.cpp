// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/Comments.h"

#include <algorithm>

namespace marquee::masks {

namespace {

struct Stretch
{
    qsizetype begin = 0; ///< of what the comment says
    qsizetype end = 0;
};

/// The next comment from a place on; an empty stretch at the end where there is none.
Stretch nextInXml(const QByteArray &text, qsizetype from)
{
    const qsizetype begin = text.indexOf("<!--", from);
    if (begin < 0)
        return {text.size(), text.size()};
    const qsizetype end = text.indexOf("-->", begin + 4);
    return {begin + 4, end < 0 ? text.size() : end};
}

Stretch nextInJson(const QByteArray &text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == '"') { // a name
            for (++at; at < text.size() && text[at] != '"'; ++at)
                at += text[at] == '\\' ? 1 : 0;
        } else if (text[at] == '/' && at + 1 < text.size()) {
            const bool isLine = text[at + 1] == '/';
            const qsizetype end = text.indexOf(isLine ? "\n" : "*/", at + 2);
            return {at + 2, end < 0 ? text.size() : end};
        }
    }
    return {text.size(), text.size()};
}

} // namespace

QByteArray inComments(const QByteArray &between, bool isXml, const std::function<QString(const QString &text)> &change)
{
    const bool mayHold = isXml ? between.contains("<!--") : between.contains('/');
    if (!mayHold)
        return between;
    QByteArray result;
    qsizetype done = 0;
    while (done < between.size()) {
        const Stretch comment = isXml ? nextInXml(between, done) : nextInJson(between, done);
        result += between.mid(done, comment.begin - done);
        if (comment.end > comment.begin)
            result += change(QString::fromUtf8(between.mid(comment.begin, comment.end - comment.begin))).toUtf8();
        done = std::max(comment.end, comment.begin);
        if (comment.begin == between.size())
            break;
    }
    return result;
}

} // namespace marquee::masks
