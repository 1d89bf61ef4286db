// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace marquee::inspector {

class Filter;

/// The line that takes a query. What is wrong with it is said below, with the character where it is.
class FilterLine : public QWidget
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

    void setFilter(Filter *filter); ///< has to outlive the line
    void setXml(bool isXml); ///< which example is shown
    void setQuery(const QString &query); ///< as if it were typed, and at once
    void takeFocus();

Q_SIGNALS:
    void left(); ///< Escape in an empty line, or Down: to the page

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void showState();
    void refreshLook();
    void fillExamples();

    Filter *m_filter = nullptr;
    bool m_isXml = false;
    QLineEdit *m_query;
    QAction *m_icon;
    QLabel *m_count;
    QPushButton *m_stop;
    QToolButton *m_examples;
    QLabel *m_problem;
    QTimer m_typing;
};

} // namespace marquee::inspector
