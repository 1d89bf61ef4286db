// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/PairComparer.h"
#include "payload/Pointer.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <functional>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace marquee::changes {
class ChangesFilter;
class ChangesModel;
class ChangesTable;
}

namespace marquee::compare {

class MemberChips;

/// Something that can be compared.
struct Entry
{
    enum class Kind : std::uint8_t
    {
        Document, ///< open
        File,
        Answer, ///< of this session
        Journal ///< an answer of the journal
    };
    QString key; ///< `bytesWanted` says it again
    QString title; ///< "night-ferry"
    QString detail; ///< "12:04, get full extract, sandbox"; may be empty
    Kind kind = Kind::Document;

    bool isReply() const { return kind == Kind::Answer || kind == Kind::Journal; }
};

/// Two payloads side by side: what differs in meaning between any two of what is open, the files, and what partners
/// answered. Compares on another thread. Whoever owns it fills the lists and answers `bytesWanted` with setSide or
/// failSide.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(const rules::Rulebook &book, QWidget *parent = nullptr);

    void setEntries(
        const std::vector<Entry> &entries); ///< of both lists; what was chosen stays where it is still there
    void choose(Side side, const QString &key); ///< asks for its bytes
    QString chosen(Side side) const; ///< its key; empty: none
    /// The bytes of a side. `title` stands above its column; `isReply`: it came from a partner. For something that
    /// isn't in the lists too: an answer that has just come.
    void setSide(Side side, const QString &title, const QByteArray &bytes, bool isReply);
    void setSide(Side side, const QString &title, const QByteArray &bytes); ///< isReply as the chosen entry says
    void failSide(Side side, const Error &error);

    /// Where the same call can be made; none: the row isn't shown.
    void setEnvironments(const QStringList &names);
    void setCanRepeat(bool environment, bool lastTime); ///< whether these two can be done now

    void setIgnored(const QStringList &members, bool anyOrder);
    QStringList ignored() const;
    bool anyOrder() const;
    /// Takes known secrets out of a report (exchange::Masking::text).
    void setMask(std::function<QString(const QString &text)> mask) { m_mask = std::move(mask); }
    const changes::ChangesModel &model() const { return *m_model; }
    bool isBusy() const { return m_comparer->isRunning(); }

Q_SIGNALS:
    void bytesWanted(marquee::compare::Side side, const QString &key);
    /// A difference is to be shown in that side's document; `key` is that of the entry, empty where it is none.
    void placeWanted(marquee::compare::Side side, const QString &key, const marquee::payload::Pointer &place);
    void saveWanted(const QByteArray &bytes, const QString &name); ///< a report; the name ends in .html or .md
    void sameCallWanted(const QString &environment);
    void lastTimeWanted();
    void ignoredChanged(); ///< to be remembered: ignored, anyOrder

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Chosen
    {
        QString key;
        QString title;
        bool isReply = false;
        bool isWaiting = false; ///< for its bytes
        QString failure;
    };

    QWidget *makeSides();
    QWidget *makeLeniency();
    QWidget *makeShortcuts();
    QWidget *makeHead();
    QWidget *makeEmpty();
    QComboBox *makeList(Side side, const QString &label, QBoxLayout &layout);
    void took(Side side, int row);
    void swapSides();
    void setLeniency();
    void compareNow();
    void present();
    void go(const QModelIndex &index);
    void exportAs(bool isHtml);
    void updateWords();
    QString emptyWords() const;
    QString countWords() const;
    void applyFonts();
    Chosen &at(Side side) { return m_chosen[static_cast<std::size_t>(side)]; }
    const Chosen &at(Side side) const { return m_chosen[static_cast<std::size_t>(side)]; }
    QComboBox *list(Side side) const { return m_lists[static_cast<std::size_t>(side)]; }

    PairComparer *m_comparer;
    changes::ChangesModel *m_model;
    changes::ChangesFilter *m_filter;
    std::vector<Entry> m_entries;
    std::array<Chosen, 2> m_chosen;
    std::array<QComboBox *, 2> m_lists{};
    QCheckBox *m_anyOrder = nullptr;
    MemberChips *m_ignored = nullptr;
    QWidget *m_shortcuts = nullptr;
    QComboBox *m_environment = nullptr;
    QPushButton *m_sameCall = nullptr;
    QPushButton *m_lastTime = nullptr;
    QLabel *m_counts = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QLineEdit *m_search = nullptr;
    QPushButton *m_export = nullptr;
    changes::ChangesTable *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    std::function<QString(const QString &text)> m_mask;
    QDateTime m_when;
    bool m_isCancelled = false;
};

} // namespace marquee::compare
