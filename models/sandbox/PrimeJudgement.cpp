// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/PrimeJudgement.h"

#include "payload/JsonText.h"

#include <QDateTime>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

QString text(const Value &value)
{
    return QString::fromStdString(value.string());
}

void judgeWindow(const Value &window, const QByteArray &path, std::vector<Complaint> &complaints)
{
    const QDateTime start = QDateTime::fromString(text(window.member("Start")), Qt::ISODate);
    const QDateTime end = QDateTime::fromString(text(window.member("End")), Qt::ISODate);
    if (!start.isValid())
        complaints.push_back({"INVALID_DATE", "Start is not a date-time.", path + ".Start"});
    if (!end.isValid())
        complaints.push_back({"INVALID_DATE", "End is not a date-time.", path + ".End"});
    if (start.isValid() && end.isValid() && start >= end)
        complaints.push_back({"INVALID_WINDOW", "End must be after Start.", path + ".End"});
    if (text(window.member("LicenseType")).isEmpty())
        complaints.push_back({"MISSING_FIELD", "LicenseType is required.", path + ".LicenseType"});
    const Value territories = window.member("Territory");
    if (territories.size() == 0)
        complaints.push_back({"MISSING_FIELD", "Territory is required.", path + ".Territory"});
    for (std::uint32_t i = 0; i < territories.size(); ++i) {
        const QString country = text(territories.at(i).member("country"));
        if (country.size() != 2 || country != country.toUpper())
            complaints.push_back({"INVALID_TERRITORY", "country must be two capital letters.",
                                  path + ".Territory[" + QByteArray::number(i) + "].country"});
    }
}

} // namespace

std::vector<Complaint> judge(const Value &avail, partners::Reach reach, const QString &licensor, const QString &id)
{
    std::vector<Complaint> complaints;
    if (!avail.isObject()) {
        complaints.push_back({"MISSING_FIELD", "The body must hold an avail.", "avail"});
        return complaints;
    }
    const bool isFull = reach == partners::Reach::Full;
    if (text(avail.member("ALID")).isEmpty())
        complaints.push_back({"MISSING_FIELD", "ALID is required.", "avail.ALID"});
    else if (isFull && text(avail.member("ALID")) != id)
        complaints.push_back({"ID_MISMATCH", "ALID differs from the address.", "avail.ALID"});
    if (text(avail.member("Licensor").member("DisplayName")) != licensor)
        complaints.push_back({"LICENSOR_MISMATCH", "The licensor differs from the address.", "avail.Licensor.DisplayName"});
    const QString entry = text(avail.member("Disposition").member("EntryType"));
    if (!entry.isEmpty() && entry != (isFull ? u"FullExtract"_s : u"PartialExtract"_s))
        complaints.push_back({"INVALID_ENTRY_TYPE", "EntryType does not belong to this address.", "avail.Disposition.EntryType"});
    const Value windows = avail.member("Transaction");
    if (windows.size() == 0)
        complaints.push_back({"MISSING_FIELD", "At least one Transaction is required.", "avail.Transaction"});
    if (!isFull && windows.size() > 0 && text(windows.at(0).member("_TransactionID")) != id)
        complaints.push_back({"ID_MISMATCH", "_TransactionID differs from the address.", "avail.Transaction[0]._TransactionID"});
    for (std::uint32_t i = 0; i < windows.size(); ++i)
        judgeWindow(windows.at(i), "avail.Transaction[" + QByteArray::number(i) + ']', complaints);
    return complaints;
}

QByteArray complaintList(const std::vector<Complaint> &complaints)
{
    QByteArray list;
    for (const Complaint &complaint : complaints) {
        const auto json = [](const QByteArray &words) {
            return QByteArray::fromStdString(payload::encodeJsonString(words.toStdString()));
        };
        list += (list.isEmpty() ? "{\"errorCode\":\"" : ",{\"errorCode\":\"") + QByteArray(complaint.code)
            + "\",\"message\":" + json(complaint.message) + ",\"path\":" + json(complaint.path) + '}';
    }
    return '[' + list + ']';
}

QByteArray refusal(const std::vector<Complaint> &complaints)
{
    return "{\"success\":false,\"validationErrors\":" + complaintList(complaints) + '}';
}

} // namespace marquee::sandbox
