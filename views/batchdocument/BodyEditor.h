// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/JsonEditor.h"

namespace marquee::batchdocument {

/// The body of an item as JSON: one that stands in a single line is shown laid out, so that it can be read. Whoever
/// changes nothing changes no byte.
class BodyEditor : public editor::JsonEditor
{
    Q_OBJECT

public:
    explicit BodyEditor(QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
};

} // namespace marquee::batchdocument
