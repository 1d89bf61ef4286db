// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/TextListEditor.h"

#include "editor/JsonParts.h"
#include "editor/TextEditor.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

void dressRemove(QToolButton *button)
{
    button->setFixedSize(theme::scaled(32), theme::scaled(32));
    button->setIconSize(QSize(theme::scaled(16), theme::scaled(16)));
}

} // namespace

TextListEditor::TextListEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_lines(new QVBoxLayout)
{
    addRow();
    m_add = new QToolButton(this); // behind the first line, in the order of Tab
    m_lines->setContentsMargins({});
    m_lines->setSpacing(4);
    m_add->setObjectName(u"addEntry"_s);
    m_add->setAccessibleName(tr("Add another"));
    m_add->setToolTip(tr("Add another"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(m_lines);
    layout->addWidget(m_add, 0, Qt::AlignBottom);
    setFocusProxy(m_rows.front().editor);
    watch(m_add);
    connect(m_add, &QToolButton::clicked, this, &TextListEditor::add);
    const auto dress = [this] {
        m_add->setIcon(theme::icon(u"list-add"_s));
        m_add->setIconSize(QSize(theme::scaled(16), theme::scaled(16)));
        m_add->setFixedSize(theme::scaled(32), theme::scaled(32));
        for (const Row &row : m_rows)
            dressRemove(row.remove);
    };
    dress();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, dress);
    refresh();
}

QWidget *TextListEditor::inputWidget()
{
    return m_rows.front().editor->inputWidget();
}

void TextListEditor::addRow()
{
    const std::size_t index = m_rows.size();
    Row row{new QWidget(this), nullptr, nullptr};
    row.editor = new TextEditor(row.widget);
    row.remove = new QToolButton(row.widget);
    row.remove->setIcon(theme::crossIcon());
    dressRemove(row.remove);
    row.remove->setToolTip(tr("Remove"));
    row.remove->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(row.editor);
    layout->addWidget(row.remove);
    m_lines->addWidget(row.widget);
    watch(row.remove);
    if (!m_rows.empty()) {
        setTabOrder(m_rows.back().remove, row.editor->inputWidget());
        setTabOrder(row.editor->inputWidget(), row.remove);
    }

    connect(row.editor, &FieldEditor::edited, this,
        [this, index](const std::string &json, bool typing) { setEntry(index, json, typing); });
    connect(row.editor, &FieldEditor::cleared, this, [this, index] { removeEntry(index); });
    connect(row.editor, &FieldEditor::left, this, [this] {
        if (!hasCursor())
            Q_EMIT left();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, index] { removeEntry(index); });
    row.editor->setReadOnly(m_readOnly);
    row.editor->setMark(m_mark);
    m_rows.push_back(row);
}

void TextListEditor::setRows(std::size_t count)
{
    while (m_rows.size() < count)
        addRow();
    while (m_rows.size() > count) {
        QWidget *last = m_rows.back().widget;
        m_rows.pop_back();
        m_lines->removeWidget(last);
        last->hide();
        last->deleteLater(); // its own button may be what asked for this
    }
}

void TextListEditor::nameRows()
{
    const QString name = inputWidget()->objectName();
    const QString spoken = inputWidget()->accessibleName();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QString number = QString::number(i + 1);
        if (i > 0) {
            m_rows[i].editor->inputWidget()->setObjectName(name + u'/' + number);
            m_rows[i].editor->inputWidget()->setAccessibleName(spoken + u' ' + number);
        }
        m_rows[i].remove->setObjectName(u"removeEntry/"_s + number);
        m_rows[i].remove->setAccessibleName(tr("Remove %1").arg(number));
    }
}

void TextListEditor::show(const payload::Value &value)
{
    m_current = value ? std::optional(value.raw()) : std::nullopt;
    refresh();
}

void TextListEditor::showSeveral(const payload::Value &)
{
    show({});
    m_rows.front().editor->showSeveral({});
}

void TextListEditor::refresh()
{
    const OwnValue own(m_current);
    const payload::Value value = own.value();
    setRows(value.isArray() ? std::max<std::size_t>(1, value.size()) : 1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].editor->show(value.isArray() ? value.at(static_cast<std::uint32_t>(i)) : value);
        m_rows[i].remove->setVisible(m_rows.size() > 1 && !m_readOnly);
    }
    m_add->setVisible(!m_readOnly);
    m_add->setEnabled(value.isArray() && value.size() > 0);
    nameRows();
}

void TextListEditor::handOn(const std::string &json, bool typing)
{
    if (m_current == json)
        return;
    m_current = json;
    Q_EMIT edited(json, typing);
    refresh();
}

void TextListEditor::setEntry(std::size_t index, const std::string &json, bool typing)
{
    const OwnValue own(m_current);
    const payload::Value list = own.value();
    if (list.isArray() && index < list.size())
        handOn(withItem(*m_current, static_cast<std::uint32_t>(index), json), typing);
    else
        handOn('[' + json + ']', typing);
}

void TextListEditor::removeEntry(std::size_t index)
{
    if (m_readOnly)
        return;
    const OwnValue own(m_current);
    if (own.value().size() > 1) {
        handOn(withoutItem(*m_current, static_cast<std::uint32_t>(index)), false);
        m_rows[std::min(index, m_rows.size() - 1)].editor->setFocus();
        return;
    }
    m_current.reset();
    Q_EMIT cleared();
    refresh();
}

void TextListEditor::add()
{
    handOn(withItemAdded(m_current.value_or("[]"), "\"\""), false);
    m_rows.back().editor->setFocus();
}

void TextListEditor::setMark(Mark mark)
{
    m_mark = mark;
    for (const Row &row : m_rows)
        row.editor->setMark(mark);
}

void TextListEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (const Row &row : m_rows)
        row.editor->setReadOnly(readOnly);
    refresh();
}

} // namespace marquee::editor
