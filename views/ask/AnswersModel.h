// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ask/Answer.h"

#include <QAbstractItemModel>

#include <vector>

namespace marquee::ask {

/// The answers of one document, with what it is to be found again by.
struct ShownAnswers
{
    QString key; ///< a file's path, or what names an open document or a reply; `placeWanted` says it again
    QString name; ///< for people; empty where only one document is asked
    std::vector<Answer> answers;
};

/// Avails that answered, and below each the windows that grant it with their conditions, and what stands against it.
class AnswersModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        KindRole = Qt::UserRole, ///< int of Row::Kind
        NoteRole, ///< QString: behind the text, fainter
        AllowedRole, ///< bool: of an avail
        MoreRole ///< bool: of the same window as the row above
    };
    /// One line below an avail.
    struct Row
    {
        enum class Kind : std::uint8_t
        {
            Grant,
            Condition, ///< of the grant above
            Obstacle
        };
        Kind kind = Kind::Grant;
        QString text;
        QString note;
        payload::Pointer place; ///< what is shown when it is activated
        bool isMore = false; ///< of the same window as the row above
    };

    using QAbstractItemModel::QAbstractItemModel;

    void clear();
    void add(const std::vector<ShownAnswers> &documents);
    /// Only avails that say yes.
    void setOnlyAllowed(bool only);
    int allowed() const { return m_allowed; } ///< avails that say yes
    int count() const { return static_cast<int>(m_avails.size()); } ///< of all avails

    /// Of the only avail, where one document was asked alone; null else. Its row says its title then.
    const QString *onlyWords() const;

    static bool isRow(const QModelIndex &index) { return index.internalId() != 0; }
    QString key(const QModelIndex &index) const; ///< of the document of a row or an avail
    payload::Pointer place(const QModelIndex &index) const; ///< of a row's field, or the avail

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Avail
    {
        QString key;
        QString name;
        payload::Pointer place;
        QString title;
        QString words;
        bool isAllowed = false;
        bool isAlone = false; ///< came as the only one, without a name
        std::vector<Row> rows;
    };
    static Avail availOf(const ShownAnswers &document, const Answer &answer);
    const Avail &availAt(const QModelIndex &index) const;
    QVariant availData(const Avail &avail, int role) const;
    QVariant rowData(const Row &row, int role) const;

    std::vector<Avail> m_avails;
    std::vector<std::size_t> m_shown; ///< places in m_avails
    int m_allowed = 0;
    bool m_onlyAllowed = false;
};

} // namespace marquee::ask
