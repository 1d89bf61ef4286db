// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/Finder.h"

#include <QObject>

namespace marquee::preview {
class FindBar;
}

namespace marquee::text {

class TextEditor;

/// Finds in an editor's text, with the bar and the search of the preview.
class TextFinder : public QObject
{
    Q_OBJECT

public:
    TextFinder(TextEditor *editor, preview::FindBar *bar, QObject *parent);

    void open();
    void close();
    void textChanged(); ///< the editor's text() is another
    void step(bool back);

private:
    void search();
    void show(quint32 begin, quint32 end);
    void showCount();
    quint32 begin() const;

    TextEditor *m_editor;
    preview::FindBar *m_bar;
    preview::Finder m_finder;
};

} // namespace marquee::text
