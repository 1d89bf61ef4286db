// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "payload/Value.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace marquee::sandbox {

struct Complaint
{
    const char *code;
    QByteArray message;
    QByteArray path; ///< dotted, as partners mostly write it: avail.Transaction[0].End
};

/// What the simulated partner itself finds wrong in an avail that was sent to an address: a few plain checks, on purpose not
/// those of rules/. `id` is the address's ALID or transaction ID.
std::vector<Complaint> judge(const payload::Value &avail, partners::Reach reach, const QString &licensor, const QString &id);

/// {"success":false,"validationErrors":[…]}
QByteArray refusal(const std::vector<Complaint> &complaints);
/// Only the list.
QByteArray complaintList(const std::vector<Complaint> &complaints);

} // namespace marquee::sandbox
