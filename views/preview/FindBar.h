// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace marquee::preview {

/// The bar to find in a text: what to find, whether case counts, on and back, how many. Finds nothing itself.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString text() const;
    bool matchCase() const;
    /// Takes the keyboard, with `text` selected where it isn't empty.
    void begin(const QString &text);

    /// "3 of 17", "17+ found"; number 0 where it isn't known which, `running` where there may be more.
    void showCount(std::size_t number, std::size_t count, bool running);
    void showNothing(); ///< no count: nothing is looked for

Q_SIGNALS:
    void searchChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &accessibleName);
    void setMissing(bool missing);
    void refreshLook();

    QLineEdit *m_text;
    QLabel *m_count;
    QToolButton *m_case;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
};

} // namespace marquee::preview
