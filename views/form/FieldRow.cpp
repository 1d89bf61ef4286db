// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/FieldRow.h"

#include "form/ProblemLines.h"
#include "rules/FieldEdits.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWhatsThis>

#include <algorithm>

namespace marquee::form {

using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

constexpr std::uint32_t LargestEdited = 32 * 1024; // bytes of JSON; a line edit would cut what is longer

Pointer joined(const Pointer &base, const Pointer &below)
{
    Pointer pointer = base;
    pointer.tokens.insert(pointer.tokens.end(), below.tokens.begin(), below.tokens.end());
    return pointer;
}

} // namespace

FieldRow::FieldRow(FieldPlace place, std::unique_ptr<editor::FieldEditor> editor, QWidget *parent)
    : QObject(parent)
    , m_label(new QLabel(parent))
    , m_content(new QWidget(parent))
    , m_editor(editor.release())
    , m_reading(new theme::ElidedLabel(m_content))
    , m_problems(new ProblemLines(m_content))
{
    m_label->setProperty("role", u"label"_s);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_label->setWordWrap(false);
    m_reading->setElide(Qt::ElideRight);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_line = new QHBoxLayout;
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(theme::scaled(8));
    m_editor->setParent(m_content);
    const bool grows = m_editor->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
    m_line->addWidget(m_editor, grows ? 1 : 0);
    m_line->addWidget(m_reading);
    if (!grows)
        m_line->addStretch(1);
    column->addLayout(m_line);
    column->addWidget(m_problems);

    connect(m_editor, &editor::FieldEditor::edited, this, &FieldRow::take);
    connect(m_editor, &editor::FieldEditor::cleared, this, &FieldRow::removeValue);
    connect(m_editor, &editor::FieldEditor::readingChanged, this, &FieldRow::showReading);
    connect(m_editor, &editor::FieldEditor::left, this, [this] {
        if (!m_document || m_readOnly)
            return;
        m_document->endMerging();
        m_document->touch(anchor());
    });
    connect(m_problems, &ProblemLines::fixWanted, this, &FieldRow::fixWanted);
    connect(m_problems, &ProblemLines::explainWanted, this, &FieldRow::explainWanted);
    m_label->installEventFilter(this);
    for (QWidget *widget : m_editor->findChildren<QWidget *>())
        widget->installEventFilter(this);
    m_editor->installEventFilter(this);
    setPlace(std::move(place));
}

FieldRow::~FieldRow()
{
    // An editor that loses the cursor finishes what was typed. That has to be while all of the editor is there.
    retire();
    QWidget *focus = QApplication::focusWidget();
    if (focus && m_content && m_content->isAncestorOf(focus))
        focus->clearFocus();
    delete m_label;
    delete m_content;
}

void FieldRow::retire()
{
    if (m_editor)
        m_editor->disconnect(this);
}

void FieldRow::setPlace(FieldPlace place)
{
    m_place = std::move(place);
    m_label->setText(m_place.label);
    m_label->setToolTip(m_place.help);
    m_editor->setToolTip(m_place.help);
    if (QWidget *input = m_editor->inputWidget()) {
        input->setObjectName(QString::fromStdString(m_place.below.toString()).mid(1));
        input->setAccessibleName(m_place.label);
        m_label->setBuddy(input);
    }
}

Pointer FieldRow::pointer() const
{
    return joined(m_base, m_place.below);
}

Pointer FieldRow::anchor() const
{
    return joined(m_base, m_place.anchor);
}

void FieldRow::bind(workspace::OpenDocument *document, const Pointer &base)
{
    m_shown.reset();
    m_document = document;
    m_base = base;
    refresh();
}

void FieldRow::refresh()
{
    if (!m_document || !m_document->isPayload())
        return;
    payload::Value value = m_document->payload().find(pointer());
    const std::uint32_t size = value ? value.end() - value.begin() : 0;
    if ((size > LargestEdited) != (m_tooLarge > 0)) {
        m_shown.reset();
        m_editor->setReadOnly(m_readOnly || size > LargestEdited);
    }
    m_tooLarge = size > LargestEdited ? size : 0;
    if (m_tooLarge > 0)
        value = {};
    // Most rows stay as they are when one field changes.
    std::string raw = value ? value.raw() : std::string();
    if (m_shown && *m_shown == raw)
        return;
    m_shown = std::move(raw);
    m_editor->show(value);
    showReading();
}

void FieldRow::showReading()
{
    const QString size = m_tooLarge > 0 ? QLocale().formattedDataSize(m_tooLarge) : QString();
    const QString reading = m_tooLarge > 0 ? tr("%1: too large to be edited here. The page Text shows it.").arg(size) : m_editor->reading();
    m_reading->setText(reading);
    m_reading->setShortText(m_tooLarge > 0 ? size : m_editor->shortReading());
    m_reading->setVisible(!reading.isEmpty());
}

bool FieldRow::owns(const Pointer &field) const
{
    return field.startsWith(anchor());
}

void FieldRow::showProblems(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    if ((problems.empty() && remarks.isEmpty()) || !m_document)
        m_problems->clear();
    else
        m_problems->show(problems, m_document->validator(), remarks);
    m_editor->setMark(m_problems->mark());
    if (QWidget *input = m_editor->inputWidget())
        input->setAccessibleDescription(m_problems->words());
}

void FieldRow::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_editor->setReadOnly(readOnly || m_tooLarge > 0);
}

void FieldRow::focus()
{
    if (QWidget *input = m_editor->inputWidget())
        input->setFocus(Qt::OtherFocusReason);
}

void FieldRow::mark(bool on)
{
    const QString role = on ? u"marked"_s : u"label"_s;
    if (m_label->property("role").toString() == role)
        return;
    m_label->setProperty("role", role);
    m_label->style()->polish(m_label);
}

void FieldRow::addButton(QAction *action)
{
    auto *button = new QToolButton(m_content);
    button->setObjectName(action->objectName());
    button->setDefaultAction(action);
    button->setAccessibleName(action->toolTip());
    button->setProperty("role", u"quiet"_s);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    m_line->addWidget(button);
}

void FieldRow::take(const std::string &json, bool typing)
{
    if (!m_document || m_readOnly)
        return;
    const Pointer at = pointer();
    const payload::EditOptions options{
        tr("Change %1").arg(m_place.label), typing ? QString::fromStdString(at.toString()) : QString()};
    const std::vector<payload::Edit> edits
        = m_writer ? m_writer(json) : std::vector{rules::placeValue(m_document->validator().context(), at, json)};
    const auto done = m_document->apply(edits, options);
    if (!done)
        Q_EMIT refused(done.error().message);
    else if (!typing)
        m_document->touch(anchor());
}

void FieldRow::removeValue()
{
    if (!m_document || m_readOnly)
        return;
    const auto edit = rules::removeField(m_document->validator().context(), pointer(), m_place.emptied);
    if (!edit)
        return;
    const auto done = m_document->apply(*edit, {tr("Remove %1").arg(m_place.label), {}});
    if (!done)
        Q_EMIT refused(done.error().message);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched != m_label) {
        Q_EMIT focused(pointer());
    } else if (event->type() == QEvent::ContextMenu && watched == m_label) {
        showMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F1) {
            QWidget *input = m_editor->inputWidget();
            const QString text
                = m_place.source.isEmpty() ? m_place.help : QString(m_place.help + u"\n\n"_s + m_place.source);
            QWhatsThis::showText(input->mapToGlobal(QPoint(0, input->height())), text, input);
            return true;
        }
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier && !m_place.required) {
            removeValue();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void FieldRow::showMenu(const QPoint &where)
{
    QMenu menu(m_label);
    const bool stands = m_document && m_document->isPayload() && m_document->payload().find(pointer());
    QAction *remove = menu.addAction(tr("Make it not set"), this, &FieldRow::removeValue);
    remove->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    remove->setEnabled(stands && !m_readOnly);
    menu.addAction(tr("Show in the payload"), this, [this] { Q_EMIT focused(pointer()); });
    menu.addAction(tr("Copy its place"), this,
        [this] { QApplication::clipboard()->setText(QString::fromStdString(pointer().toString())); });
    menu.exec(where);
}

} // namespace marquee::form
