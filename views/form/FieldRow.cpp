// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/FieldRow.h"

#include "editor/JsonParts.h"
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
#include <QMouseEvent>
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
    m_label->setCursor(m_place.help.isEmpty() ? Qt::ArrowCursor : Qt::WhatsThisCursor);
    m_editor->setToolTip(m_place.help);
    if (QWidget *input = m_editor->inputWidget()) {
        input->setObjectName(QString::fromStdString(m_place.below.toString()).mid(1));
        input->setAccessibleName(m_place.label);
        m_label->setBuddy(input);
    }
}

Pointer FieldRow::pointer() const
{
    return joined(m_bases ? m_bases->front() : Pointer(), m_place.below);
}

Pointer FieldRow::anchor() const
{
    return joined(m_bases ? m_bases->front() : Pointer(), m_place.anchor);
}

void FieldRow::bind(workspace::OpenDocument *document, const std::vector<Pointer> &bases)
{
    m_shown.reset();
    m_shared = {};
    m_presence.clear();
    m_document = document;
    m_bases = &bases;
}

void FieldRow::refresh(std::span<const payload::Value> objects)
{
    if (!m_document || !m_document->isPayload() || objects.empty())
        return;
    if (objects.size() > 1)
        showSeveral(objects);
    else
        showOne(m_document->payload().find(pointer()));
}

void FieldRow::showOne(payload::Value value)
{
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

void FieldRow::showSeveral(std::span<const payload::Value> objects)
{
    using Kind = windows::SharedValue::Kind;
    windows::SharedValue value = windows::sharedValue(objects, shared());
    const bool isPartial = value.present > 0 && value.present < objects.size();
    m_presence = isPartial ? tr("in %1 of %2").arg(value.present).arg(objects.size()) : QString();
    if (value.json.size() > LargestEdited)
        value = {Kind::Several, {}, value.present};
    if (!m_shown || value.kind != m_shared.kind || value.json != m_shared.json) {
        m_shared = std::move(value);
        m_shown.emplace();
        const editor::OwnValue shown(m_shared.json);
        if (m_shared.kind == Kind::Several)
            m_editor->showSeveral(shown.value());
        else
            m_editor->show(shown.value());
    }
    showReading();
}

windows::SharedPlace FieldRow::shared() const
{
    if (m_place.term.empty())
        return {m_place.below, {}};
    Pointer inTerm;
    inTerm.tokens.assign(m_place.below.tokens.begin() + static_cast<std::ptrdiff_t>(m_place.anchor.tokens.size()), m_place.below.tokens.end());
    return {inTerm, m_place.term};
}

void FieldRow::showReading()
{
    const QString size = m_tooLarge > 0 ? QLocale().formattedDataSize(m_tooLarge) : QString();
    QString reading = m_tooLarge > 0 ? tr("%1: too large to be edited here. The page Text shows it.").arg(size) : m_editor->reading();
    if (!m_presence.isEmpty())
        reading = m_presence;
    m_reading->setText(reading);
    m_reading->setShortText(m_tooLarge > 0 ? size : !m_presence.isEmpty() ? m_presence : m_editor->shortReading());
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

void FieldRow::addWidget(QWidget *widget)
{
    m_line->addWidget(widget);
}

void FieldRow::take(const std::string &json, bool typing)
{
    if (!m_document || m_readOnly)
        return;
    const Pointer at = pointer();
    const payload::EditOptions options{
        tr("Change %1").arg(m_place.label), typing ? QString::fromStdString(at.toString()) : QString()};
    const rules::Context context = m_document->validator().context();
    const std::vector<payload::Edit> edits = m_writer ? m_writer(json)
        : isSeveral()                                 ? windows::setShared(context, *m_bases, shared(), json, m_shared)
                                                      : std::vector{rules::placeValue(context, at, json)};
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
    const rules::Context context = m_document->validator().context();
    std::vector<payload::Edit> edits;
    if (isSeveral())
        edits = windows::removeShared(context, *m_bases, shared(), m_place.emptied);
    else if (auto edit = rules::removeField(context, pointer(), m_place.emptied))
        edits.push_back(std::move(*edit));
    if (edits.empty())
        return;
    const auto done = m_document->apply(edits, {tr("Remove %1").arg(m_place.label), {}});
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
    } else if (event->type() == QEvent::MouseButtonRelease && watched == m_label
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        showHelp();
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_F1) {
            showHelp();
            return true;
        }
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::ControlModifier && !m_place.required) {
            removeValue();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void FieldRow::showHelp()
{
    QWidget *input = m_editor->inputWidget();
    const QString text = m_place.source.isEmpty() ? m_place.help : QString(m_place.help + u"\n\n"_s + m_place.source);
    if (!text.isEmpty())
        QWhatsThis::showText(input->mapToGlobal(QPoint(0, input->height())), text, input);
}

void FieldRow::showMenu(const QPoint &where)
{
    QMenu menu(m_label);
    const bool stands = m_document && m_document->isPayload()
        && (isSeveral() ? m_shared.kind != windows::SharedValue::Kind::Absent : static_cast<bool>(m_document->payload().find(pointer())));
    QAction *remove = menu.addAction(tr("Make it not set"), this, &FieldRow::removeValue);
    remove->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    remove->setEnabled(stands && !m_readOnly);
    menu.addAction(tr("Show in the payload"), this, [this] { Q_EMIT focused(pointer()); });
    menu.addAction(tr("Copy its place"), this,
        [this] { QApplication::clipboard()->setText(QString::fromStdString(pointer().toString())); });
    menu.exec(where);
}

} // namespace marquee::form
