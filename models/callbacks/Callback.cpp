// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/Callback.h"

#include <QCoreApplication>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Callback", text);
}

} // namespace

QString nameOf(Verdict verdict)
{
    return verdict == Verdict::Ok ? u"ok"_s : verdict == Verdict::Error ? u"error"_s : QString();
}

QString meaningOf(int code)
{
    switch (code) {
    case 0:
        return tr("Successfully processed");
    case 100:
        return tr("The partner failed inside, and rejected this update. Send it again; if it stays, ask the partner.");
    case 101:
        return tr("The structure is wrong, or a value isn't of its type. This update was rejected.");
    case 102:
        return tr("A field that has to be there is missing or empty. This update was rejected.");
    default:
        return {};
    }
}

QString wordsOf(const Remark &remark)
{
    bool isNumber = false;
    remark.text.toInt(&isNumber);
    const QString meaning = meaningOf(remark.code);
    if ((remark.text.isEmpty() || isNumber) && !meaning.isEmpty())
        return QString(QString::number(remark.code) + u": "_s + meaning);
    return remark.text;
}

} // namespace marquee::callbacks
