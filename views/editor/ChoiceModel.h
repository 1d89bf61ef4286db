// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QStringList>

namespace marquee::editor {

/// A value that an editor offers.
struct Choice
{
    QString value; ///< as it stands in the payload
    QString label; ///< a few plain words
    QString help; ///< one sentence; may be empty
    QStringList aliases; ///< other spellings that find it
};

/// Choices as a list. The display text is the value alone; ChoiceDelegate paints the label beside it.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        LabelRole = Qt::UserRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(const QList<Choice> &choices);
    const QList<Choice> &choices() const { return m_choices; }
    int rowOf(const QString &value) const; ///< exact spelling; -1 where there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Choice> m_choices;
};

/// The choices that hold the text in value, label or alias, the best first: values that begin with it, then labels,
/// then words of labels, then the rest. All, where the text is empty.
QList<Choice> matching(const QList<Choice> &choices, const QString &text);

} // namespace marquee::editor
