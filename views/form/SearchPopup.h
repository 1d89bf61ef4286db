// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QString>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace marquee::form {

/// A list to choose from by typing: each entry with a title, a note behind it and a sentence below. Closes by itself, and goes when
/// it is closed.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString key; ///< what `picked` says
        QString title;
        QString note; ///< faint, behind the title
        QString help; ///< below; is searched too
        QIcon icon; ///< may be null
    };
    /// At most this many are shown.
    static constexpr int Most = 200;

    SearchPopup(std::vector<Entry> entries, const QString &placeholder, QWidget *parent = nullptr);

    /// What is offered for a text that no entry is called, as the last entry; none by default.
    using Fallback = std::function<Entry(const QString &text)>;
    void setFallback(Fallback fallback) { m_fallback = std::move(fallback); }

    void openBelow(QWidget *anchor); ///< its right edge under that of the anchor

Q_SIGNALS:
    void picked(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void pick(int row);
    void step(int by);
    void add(const Entry &entry);

    std::vector<Entry> m_entries;
    Fallback m_fallback;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace marquee::form
