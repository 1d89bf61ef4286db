// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace marquee::production {

/// The text in which IDs are typed. What is pasted or dropped comes in as IDs, one a line, whatever it was; a dropped
/// file is told and not opened. Undo and redo belong to the document.
class IdsText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit IdsText(QWidget *parent);

Q_SIGNALS:
    void left();
    void fileDropped(const QString &path);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

/// A list of IDs as text, with their number and what stands twice. Knows no document.
class IdsField : public QWidget
{
    Q_OBJECT

public:
    explicit IdsField(QWidget *parent = nullptr);

    /// As the document has them. Never emits; while somebody types these, the text stays as it is typed.
    void show(const QStringList &ids);
    const QStringList &ids() const { return m_ids; }
    /// Adds those that aren't there yet, as one edit.
    void addIds(const QStringList &ids);
    IdsText *input() const { return m_text; }

Q_SIGNALS:
    /// `typing`: more may follow at once, and belongs to the same step.
    void edited(const QStringList &ids, bool typing);
    void left();
    void fileWanted();
    void fileDropped(const QString &path);

private:
    void typed();
    void finish();
    void showCount();
    void applyTheme();

    IdsText *m_text;
    QLabel *m_count;
    QPushButton *m_clear;
    QStringList m_ids;
    bool m_isTyping = false;
    bool m_isShowing = false;
};

/// The IDs in what somebody types, those that stand twice too; JSON is read as productions::idsIn reads it.
QStringList typedIds(const QString &text);

} // namespace marquee::production
