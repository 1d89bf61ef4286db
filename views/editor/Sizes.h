// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace marquee::editor {

/// Every field is as high as a row of the grid, whatever the size of the text.
void keepFieldHeight(QWidget *field);
/// The same, and as wide as that many figures, so that what is short looks short.
void keepFieldSize(QWidget *field, int characters);
/// Another width for a field whose size is kept.
void setFieldCharacters(QWidget *field, int characters);

} // namespace marquee::editor
