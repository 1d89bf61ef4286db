// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/EpisodePattern.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace marquee::series {

/// How many episodes, what they are called, and their titles, one a line. As long as nobody says how many, there are as
/// many as titles.
class PatternForm : public QWidget
{
    Q_OBJECT

public:
    explicit PatternForm(const EpisodeSource &source, QWidget *parent = nullptr);

    EpisodePattern pattern() const;
    void setPattern(const EpisodePattern &pattern);
    QStringList titles() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *line(const QString &name, const QString &title, const QString &placeholder = {});
    QSpinBox *number(const QString &name, const QString &title, int least, int most);
    void add(const QString &title, QWidget *field);
    void addCounts();
    void addTitles();
    void takeTitles();
    void applyTheme();

    QGridLayout *m_grid;
    QSpinBox *m_count = nullptr;
    QSpinBox *m_first = nullptr;
    QSpinBox *m_season = nullptr; ///< null where the source says it
    QLineEdit *m_alid = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_contentId = nullptr;
    QLineEdit *m_entitlement = nullptr; ///< null where the source has none
    QLineEdit *m_windowId = nullptr;
    QLineEdit *m_fileName = nullptr;
    QLineEdit *m_seasonId = nullptr; ///< as m_season
    QLineEdit *m_seasonTitle = nullptr;
    QPlainTextEdit *m_titles = nullptr;
    std::vector<QLabel *> m_headings;
    bool m_countIsGiven = false; ///< by the user
    bool m_isBusy = false;
};

} // namespace marquee::series
