// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceEditor.h"

namespace marquee::editor {

/// The values of one vocabulary, "SVOD  Subscription", found by value, label and alias.
class VocabularyEditor : public ChoiceEditor
{
    Q_OBJECT

public:
    /// The vocabulary outlives the editor.
    explicit VocabularyEditor(const catalog::Vocabulary &vocabulary, QWidget *parent = nullptr);
};

} // namespace marquee::editor
