// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/ChoiceEditor.h"

namespace marquee::editor {

/// One language by its tag (BCP 47): "en-US  English (United States)".
class LanguageEditor : public ChoiceEditor
{
    Q_OBJECT

public:
    explicit LanguageEditor(const Lookup &lookup, QWidget *parent = nullptr);

protected:
    QList<Choice> suggestions(const QString &text) const override;
    std::optional<Choice> known(const QString &value) const override;

private:
    Lookup m_lookup;
};

} // namespace marquee::editor
