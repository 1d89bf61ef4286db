// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "editor/LineEditor.h"
#include "rules/BatchFacts.h"

#include <optional>

namespace marquee::editor {
class YesNoBox;
}

namespace marquee::batchdocument {

/// The parts of a path for people to edit: those of a path whose parts are empty, too. Of a text of another form,
/// nothing.
rules::BatchPath partsOf(std::string_view path);

/// One part of the path, as a line of its own. Its value is the whole path.
class PathPartEditor : public editor::LineEditor
{
    Q_OBJECT

public:
    enum class Part
    {
        Licensor,
        Window
    };

    explicit PathPartEditor(Part part, QWidget *parent = nullptr);

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
    bool emptyIsValue() const override { return true; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::string &partIn(rules::BatchPath &path) const;

    Part m_part;
};

/// Whether the path ends in /validate. Its value is the whole path.
class PathValidatesEditor : public editor::FieldEditor
{
    Q_OBJECT

public:
    explicit PathValidatesEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override;

private:
    editor::YesNoBox *m_box;
    std::string m_path; ///< decoded
};

} // namespace marquee::batchdocument
