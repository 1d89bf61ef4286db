// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/BooleanEditor.h"

#include "editor/JsonParts.h"
#include "editor/Sizes.h"
#include "editor/YesNoBox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace marquee::editor {

BooleanEditor::BooleanEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_box(new YesNoBox(this))
{
    keepFieldHeight(m_box);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    layout->addStretch();
    setFocusProxy(m_box);
    watch(m_box);
    showState(Qt::PartiallyChecked, tr("not set"));
    connect(m_box, &QCheckBox::clicked, this, [this] {
        const bool yes = m_box->checkState() == Qt::Checked;
        showState(yes ? Qt::Checked : Qt::Unchecked, yes ? tr("Yes") : tr("No"));
        m_current = yes ? "true" : "false";
        Q_EMIT edited(*m_current, false);
    });
}

QWidget *BooleanEditor::inputWidget()
{
    return m_box;
}

void BooleanEditor::showState(Qt::CheckState state, const QString &text)
{
    // From half checked, a click makes it a Yes.
    m_box->setTristate(state == Qt::PartiallyChecked);
    m_box->setCheckState(state);
    m_box->setText(text);
}

void BooleanEditor::show(const payload::Value &value)
{
    m_current = value ? std::optional(value.raw()) : std::nullopt;
    if (!value)
        showState(Qt::PartiallyChecked, tr("not set"));
    else if (!value.isBoolean())
        showState(Qt::PartiallyChecked, toQString(*m_current));
    else
        showState(*m_current == "true" ? Qt::Checked : Qt::Unchecked, *m_current == "true" ? tr("Yes") : tr("No"));
}

void BooleanEditor::showSeveral(const payload::Value &)
{
    m_current.reset();
    showState(Qt::PartiallyChecked, severalValues());
}

void BooleanEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

bool BooleanEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_current && m_box->isEnabled()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            m_current.reset();
            showState(Qt::PartiallyChecked, tr("not set"));
            Q_EMIT cleared();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace marquee::editor
