// SPDX-License-Identifier: GPL-3.0-or-later
#include "productions/ProductionsModel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace marquee::productions {

using namespace Qt::StringLiterals;

namespace {

QString runtimeText(const Production &production)
{
    return production.runtimeMinutes
        ? QCoreApplication::translate("ProductionsModel", "%1 min").arg(*production.runtimeMinutes)
        : QString();
}

int imagesOf(const Production &production)
{
    return static_cast<int>(production.promoImageUrls.size()) + (production.coverImageUrl.isEmpty() ? 0 : 1);
}

QString countText(qsizetype count)
{
    return count == 0 ? QString() : QLocale().toString(count);
}

QString cellText(const Production &production, int column)
{
    switch (column) {
    case ProductionsModel::IdColumn:
        return production.id;
    case ProductionsModel::NameColumn:
        return production.name;
    case ProductionsModel::ReleaseColumn:
        return production.releaseDate;
    case ProductionsModel::RatingColumn:
        return production.rating;
    case ProductionsModel::RuntimeColumn:
        return runtimeText(production);
    case ProductionsModel::DistributorColumn:
        return production.distributor;
    case ProductionsModel::ScoreColumn:
        return production.score;
    case ProductionsModel::ImagesColumn:
        return countText(imagesOf(production));
    case ProductionsModel::TrailersColumn:
        return countText(production.trailerUrls.size());
    case ProductionsModel::NotesColumn:
        return notesOf(production);
    default:
        return {};
    }
}

/// "Name: what it says": what is longer than its cell.
QString toolTip(const Production &production, int column)
{
    if (column == ProductionsModel::NameColumn)
        return production.synopsis.isEmpty() ? production.name
                                             : QString(production.name + u"\n\n"_s + production.synopsis);
    return column == ProductionsModel::NotesColumn ? notesOf(production) : QString();
}

bool isNumeric(int column)
{
    return column == ProductionsModel::RuntimeColumn || column == ProductionsModel::ScoreColumn
        || column == ProductionsModel::ImagesColumn || column == ProductionsModel::TrailersColumn;
}

} // namespace

QString notesOf(const Production &production)
{
    QStringList notes;
    if (production.occurrences > 1)
        notes << QCoreApplication::translate("ProductionsModel", "came %n times", nullptr, production.occurrences);
    if (!production.missing.isEmpty())
        notes << QCoreApplication::translate("ProductionsModel", "missing: %1").arg(production.missing.join(u", "_s));
    if (!production.undocumented.isEmpty())
        notes << QCoreApplication::translate("ProductionsModel", "undocumented: %1")
                     .arg(production.undocumented.join(u", "_s));
    return notes.join(u"  ·  "_s);
}

void ProductionsModel::setProductions(ProductionsFound found)
{
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

const Production *ProductionsModel::production(int row) const
{
    return row >= 0 && row < rowCount() ? &m_found.productions[static_cast<std::size_t>(row)] : nullptr;
}

int ProductionsModel::rowOf(const QString &id) const
{
    const auto &all = m_found.productions;
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Production &one) { return one.id == id; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

int ProductionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.productions.size());
}

int ProductionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProductionsModel::sortValue(const Production &production, int column) const
{
    switch (column) {
    case RuntimeColumn:
        return production.runtimeMinutes ? QVariant(*production.runtimeMinutes) : QVariant();
    case ScoreColumn: {
        bool isNumber = false;
        const double score = production.score.toDouble(&isNumber);
        return isNumber ? QVariant(score) : QVariant();
    }
    case ImagesColumn:
        return imagesOf(production);
    case TrailersColumn:
        return static_cast<int>(production.trailerUrls.size());
    default:
        return cellText(production, column);
    }
}

QVariant ProductionsModel::data(const QModelIndex &index, int role) const
{
    const Production *one = index.isValid() ? production(index.row()) : nullptr;
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*one, index.column());
    case Qt::ToolTipRole:
        return toolTip(*one, index.column());
    case Qt::TextAlignmentRole:
        return isNumeric(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case SortRole:
        return sortValue(*one, index.column());
    case PlaceRole:
        return QString::fromStdString(one->place.toString());
    case HasNotesRole:
        return one->occurrences > 1 || !one->missing.isEmpty() || !one->undocumented.isEmpty();
    default:
        return {};
    }
}

QVariant ProductionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("ID");
    case NameColumn:
        return tr("Name");
    case ReleaseColumn:
        return tr("Release");
    case RatingColumn:
        return tr("Rating");
    case RuntimeColumn:
        return tr("Runtime");
    case DistributorColumn:
        return tr("Distributor");
    case ScoreColumn:
        return tr("Score");
    case ImagesColumn:
        return tr("Images");
    case TrailersColumn:
        return tr("Trailers");
    case NotesColumn:
        return tr("Notes");
    default:
        return {};
    }
}

} // namespace marquee::productions
