// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/Draft.h"
#include "form/Card.h"

#include <QHash>

class QGridLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace marquee::environments {

/// A card that shows a part of a draft: rows of a label, an editor, a note, and what is wrong with it in words.
class DraftCard : public form::Card
{
    Q_OBJECT

public:
    DraftCard(const QString &heading, QWidget *parent);

    void show(const Draft &draft);
    virtual void take(Draft &draft) const = 0;
    /// Those of the card's own places; the others are another's.
    void complain(const std::vector<Complaint> &complaints);
    /// False where the place isn't on this card.
    bool focus(Place place);

Q_SIGNALS:
    /// By the user, not by show().
    void edited();

protected:
    /// A row; what is complained of at `place` stands in it.
    void addLine(const QString &label, QWidget *editor, const QString &note = {});
    void addLine(Place place, const QString &label, QWidget *editor, const QString &note = {});
    /// Anything below the editor of a row.
    void addBelow(QWidget *editor, QWidget *widget);
    void setLineVisible(QWidget *editor, bool visible);
    void setNote(QWidget *editor, const QString &note);
    QLineEdit *makeEdit(const char *objectName, const QString &accessibleName, int width = 0);
    /// Says edited(), but not while a draft is being shown.
    void tell();
    bool isShowing() const { return m_isShowing; }

private:
    virtual void fill(const Draft &draft) = 0;

    struct Line
    {
        QLabel *label = nullptr;
        QWidget *content = nullptr;
        QVBoxLayout *layout = nullptr;
        QLabel *note = nullptr;
        QWidget *problem = nullptr;
        QLabel *problemIcon = nullptr;
        QLabel *problemText = nullptr;
    };
    void dress();

    QGridLayout *m_grid;
    QHash<QWidget *, Line> m_lines;
    QHash<Place, QWidget *> m_places;
    bool m_isShowing = false;
};

/// Hidden where there is nothing to say.
void sayIn(QLabel *label, const QString &text);

} // namespace marquee::environments
