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
constexpr int Beside = 48; ///< frame and arrow
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
    updateGeometry();
}

void ChoiceCombo::setLabel(const QString &label)
{
    m_line->setLabel(label);
    updateGeometry();
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

int ChoiceCombo::widthOf(const QString &value, const QString &label) const
{
    const int text = fontMetrics().horizontalAdvance(value);
    return label.isEmpty() ? text : text + theme::scaled(ChoiceDelegate::Gap) + fontMetrics().horizontalAdvance(label);
}

QSize ChoiceCombo::sizeHint() const
{
    int width = widthOf(m_line->text(), m_line->label());
    for (const Choice &choice : m_model->choices())
        width = std::max(width, widthOf(choice.value, choice.label));
    return {std::clamp(width + theme::scaled(Beside), theme::scaled(Least), theme::scaled(m_widest)),
        QuietCombo::sizeHint().height()};
}

QSize ChoiceCombo::minimumSizeHint() const
{
    return {theme::scaled(Least), QuietCombo::minimumSizeHint().height()};
}

} // namespace marquee::editor
