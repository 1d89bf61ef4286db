// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Report.h"
#include "rules/Validator.h"
#include "series/EpisodeMaker.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QPushButton;
class QRadioButton;
class QTableView;

namespace marquee::series {

class EpisodesModel;
class PatternForm;

/// Asks how the episodes of a season are called, shows them before they are made, and what they are to become. Writes
/// nothing.
class SeriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// What the dialog is told of the place around it.
    struct Stage
    {
        Taken taken;
        QString folder; ///< where files would be written; empty: that is asked afterwards
        std::optional<EpisodePattern> last; ///< what was used last; taken up where it fits
        rules::Severities severities;
        rules::Clock clock = rules::systemClock;
    };
    enum class Become
    {
        Files,
        Batch,
        Documents
    };
    /// More than these aren't opened at once.
    static constexpr int MostOpened = 20;

    /// The context's document has to stay, and stay as it is, while the dialog is open. One that no episodes can be
    /// made of (see readSource) is said to be so.
    SeriesDialog(const rules::Rulebook &book, const rules::Context &context, Stage stage, QWidget *parent = nullptr);
    ~SeriesDialog() override;

    // Once it is accepted:
    const std::vector<Episode> &episodes() const { return m_made; } ///< with their text
    Become become() const;
    const QByteArray &batch() const { return m_batch; } ///< the batch document, where that is wanted
    EpisodePattern pattern() const; ///< for Stage::last of the next time

    /// Where not all of them are made yet, it goes on when they are.
    void accept() override;

private:
    void finish();
    QWidget *makeForm();
    QBoxLayout *makeTable();
    QBoxLayout *makeChoices();
    QBoxLayout *makeButtons();
    QLabel *label(const QString &name, const QString &role, const QString &text = {});
    QRadioButton *choice(const QString &name, const QString &title, Become what);
    void begin();
    void suggest();
    void replan();
    void checkNext();
    void refresh();
    void showProblems();
    QString obstacle() const;
    void applyTheme();

    rules::Rulebook m_book;
    rules::Context m_context;
    Stage m_stage;
    Expected<EpisodeSource> m_source;
    std::optional<EpisodeMaker> m_maker; ///< nothing where the pattern can't be filled in, and then
    Error m_error; ///< says why
    EpisodesModel *m_model;
    QTimer m_checking; ///< looks at one episode a turn
    std::size_t m_next = 0; ///< the one that is looked at next
    std::vector<Episode> m_made; ///< of those that were looked at, with their text
    QByteArray m_batch;
    bool m_isAccepting = false;

    PatternForm *m_form = nullptr;
    QTableView *m_table = nullptr;
    QButtonGroup *m_become;
    QLabel *m_title = nullptr;
    QLabel *m_problems = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_remarks = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace marquee::series
