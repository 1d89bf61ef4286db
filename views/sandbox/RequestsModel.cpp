// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/RequestsModel.h"

#include "sandbox/FaultWords.h"
#include "shell/theme/Icons.h"

#include <QLocale>

#include <algorithm>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString named(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Green, red, or amber where nobody answered.
theme::Token colourOf(int status)
{
    return status == 0 ? theme::Token::Warning : status < 300 ? theme::Token::Good : theme::Token::Error;
}

} // namespace

void RequestsModel::add(const std::vector<AskedRequest> &requests)
{
    if (requests.empty())
        return;
    const std::size_t taken = std::min(requests.size(), RequestLog::Most);
    beginInsertRows({}, 0, static_cast<int>(taken) - 1);
    for (auto one = requests.end() - static_cast<std::ptrdiff_t>(taken); one != requests.end(); ++one)
        m_requests.push_front(*one);
    m_last = requests.back().number;
    endInsertRows();
    if (m_requests.size() <= RequestLog::Most)
        return;
    beginRemoveRows({}, static_cast<int>(RequestLog::Most), static_cast<int>(m_requests.size()) - 1);
    m_requests.resize(RequestLog::Most);
    endRemoveRows();
}

void RequestsModel::clear()
{
    beginResetModel();
    m_requests.clear();
    endResetModel();
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_requests.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AskedRequest &one = m_requests[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == Answer)
        return theme::dotIcon(theme::color(colourOf(one.status)));
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || index.column() < Fault))
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(one.time.toLocalTime().time(), u"HH:mm:ss"_s);
    case Operation:
        if (one.kind != AskedRequest::Kind::Asked)
            return tr("callback");
        return one.operation ? named(partners::infoOf(*one.operation).name) : tr("another");
    case Answer:
        if (one.kind == AskedRequest::Kind::CallbackKept)
            return tr("not sent");
        return one.status > 0 ? QString::number(one.status) : tr("none");
    case Fault:
        if (one.kind == AskedRequest::Kind::CallbackKept && role == Qt::ToolTipRole)
            return tr("Callbacks go to http addresses of this computer only.");
        if (!one.fault)
            return {};
        return role == Qt::ToolTipRole ? wordsFor(*one.fault).title : named(nameOf(*one.fault));
    default:
        return QString(QString::fromUtf8(one.method) + u' ' + QString::fromUtf8(one.target)).trimmed();
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Operation:
        return tr("Operation");
    case Answer:
        return tr("Answer");
    case Fault:
        return tr("Fault");
    default:
        return tr("Request");
    }
}

} // namespace marquee::sandbox
