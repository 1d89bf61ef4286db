// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/PathEditors.h"

#include "editor/Sizes.h"
#include "editor/YesNoBox.h"
#include "payload/JsonText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace marquee::batchdocument {

using rules::BatchPath;

BatchPath partsOf(std::string_view path)
{
    // A part that is still empty isn't a path's; it is filled while the others are read.
    if (const auto parts = BatchPath::parse(path))
        return *parts;
    constexpr std::string_view begin = "/avails/";
    constexpr std::string_view middle = "/transactions/";
    std::string filled;
    const bool noLicensor = path.starts_with(begin) && path.substr(begin.size()).starts_with('/');
    if (noLicensor) {
        filled.append(begin).append("-");
        path.remove_prefix(begin.size());
    }
    const std::size_t at = path.find(middle);
    const std::size_t window = at + middle.size();
    const bool noWindow = at != std::string_view::npos && (window == path.size() || path[window] == '/');
    if (noWindow)
        filled.append(path.substr(0, window)).append("-").append(path.substr(window));
    else
        filled.append(path);
    BatchPath parts = BatchPath::parse(filled).value_or(BatchPath());
    if (noLicensor)
        parts.licensor.clear();
    if (noWindow)
        parts.transaction.clear();
    return parts;
}

PathPartEditor::PathPartEditor(Part part, QWidget *parent)
    : LineEditor(parent)
    , m_part(part)
{
    auto *line = new QLineEdit(this);
    editor::keepFieldHeight(line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(line);
    setLine(line, line);
}

std::string &PathPartEditor::partIn(BatchPath &path) const
{
    return m_part == Part::Licensor ? path.licensor : path.transaction;
}

QString PathPartEditor::textOf(const payload::Value &value) const
{
    BatchPath path = partsOf(value.string());
    return QString::fromStdString(partIn(path));
}

std::optional<std::string> PathPartEditor::jsonOf(const QString &text) const
{
    const std::string json = current().value_or(std::string());
    BatchPath path = partsOf(
        json.size() > 1 && json.front() == '"' ? payload::decodeJsonString(json.substr(1, json.size() - 2)) : "");
    partIn(path) = text.trimmed().toStdString();
    return payload::encodeJsonString(path.text());
}

bool PathPartEditor::eventFilter(QObject *watched, QEvent *event)
{
    // An empty part isn't a path that is to go.
    if (event->type() == QEvent::KeyPress && watched == line() && line()->text().isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Backspace || key == Qt::Key_Delete)
            return true;
    }
    return LineEditor::eventFilter(watched, event);
}

PathValidatesEditor::PathValidatesEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_box(new editor::YesNoBox(this))
{
    editor::keepFieldHeight(m_box);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    layout->addStretch();
    setFocusProxy(m_box);
    watch(m_box);
    m_box->setText(tr("Only ask whether it would be taken"));
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        BatchPath path = partsOf(m_path);
        path.validates = on;
        m_path = path.text();
        Q_EMIT edited(payload::encodeJsonString(m_path), false);
    });
}

void PathValidatesEditor::show(const payload::Value &value)
{
    m_path = value.string();
    m_box->setChecked(partsOf(m_path).validates);
}

void PathValidatesEditor::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget *PathValidatesEditor::inputWidget()
{
    return m_box;
}

} // namespace marquee::batchdocument
