// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ChoiceCombo.h"

#include "editor/ChoiceDelegate.h"
#include "editor/ChoiceLine.h"
#include "editor/Sizes.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemView>
#include <QSignalBlocker>

#include <algorithm>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int Least = 96;
constexpr int Usual = 160;
constexpr int VisibleItems = 12;

} // namespace

ChoiceCombo::ChoiceCombo(QWidget *parent)
    : QuietCombo(parent)
    , m_model(new ChoiceModel(this))
    , m_line(new ChoiceLine(this))
{
    setModel(m_model);
    setEditable(true);
    setLineEdit(m_line);
    setCompleter(nullptr);
    setInsertPolicy(NoInsert);
    setDuplicatesEnabled(true); // or Enter would look for an item that differs in case only, and take it
    setMaxVisibleItems(VisibleItems);
    setItemDelegate(new ChoiceDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    keepFieldHeight(this);
}

void ChoiceCombo::setChoices(const QList<Choice> &choices)
{
    m_model->setChoices(choices);
    setCurrentIndex(-1);
}

void ChoiceCombo::setLabel(const QString &label)
{
    m_line->setLabel(label);
}

void ChoiceCombo::setWidest(int pixels)
{
    m_widest = pixels;
    updateGeometry();
}

QString ChoiceCombo::shownText() const
{
    return m_line->label().isEmpty() ? m_line->text() : QString(m_line->text() + "  "_L1 + m_line->label());
}

void ChoiceCombo::showPopup()
{
    if (isReadOnly())
        return;
    {
        // The list opens at the present value; the line must not be touched by that.
        const QString text = m_line->text();
        const QSignalBlocker blocker(this);
        setCurrentIndex(m_model->rowOf(text));
        m_line->setText(text);
    }
    view()->setTextElideMode(Qt::ElideRight);
    QuietCombo::showPopup();
}

QSize ChoiceCombo::sizeHint() const
{
    // It grows with its row. To ask how wide the widest of 250 countries is would cost more than everything else that a
    // keystroke does.
    return {theme::scaled(std::min(m_widest, Usual)), QuietCombo::sizeHint().height()};
}

QSize ChoiceCombo::minimumSizeHint() const
{
    return {theme::scaled(Least), QuietCombo::minimumSizeHint().height()};
}

} // namespace marquee::editor
