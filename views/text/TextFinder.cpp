// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/TextFinder.h"

#include "preview/FindBar.h"
#include "text/TextEditor.h"

namespace marquee::text {

namespace {
constexpr qsizetype LongestTaken = 200; // of a selection that is looked for at once
}

TextFinder::TextFinder(TextEditor *editor, preview::FindBar *bar, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_bar(bar)
{
    m_bar->hide();
    connect(m_bar, &preview::FindBar::searchChanged, this, &TextFinder::search);
    connect(m_bar, &preview::FindBar::nextWanted, this, [this] { step(false); });
    connect(m_bar, &preview::FindBar::previousWanted, this, [this] { step(true); });
    connect(m_bar, &preview::FindBar::closed, this, &TextFinder::close);
    connect(&m_finder, &preview::Finder::found, this, &TextFinder::show);
    connect(&m_finder, &preview::Finder::progressed, this, &TextFinder::showCount);
    connect(m_editor, &TextEditor::findWanted, this, &TextFinder::open);
    connect(m_editor, &TextEditor::findNextWanted, this, &TextFinder::step);
    connect(m_editor, &TextEditor::escaped, this, [this] {
        if (m_bar->isVisible())
            close();
    });
}

void TextFinder::textChanged()
{
    if (m_bar->isVisible())
        m_finder.setText(payload::Text(m_editor->text().bytes()));
}

void TextFinder::open()
{
    const QString selected = m_editor->textCursor().selectedText();
    m_finder.setText(payload::Text(m_editor->takeTyped().bytes()));
    m_bar->show();
    m_bar->begin(
        selected.size() < LongestTaken && !selected.contains(QChar::ParagraphSeparator) ? selected : QString());
    search();
}

void TextFinder::close()
{
    m_finder.stop();
    m_bar->hide();
    m_editor->setFocus(Qt::OtherFocusReason);
}

quint32 TextFinder::begin() const
{
    return static_cast<quint32>(m_editor->text().offsetOf(m_editor->textCursor().selectionStart()));
}

void TextFinder::search()
{
    if (m_bar->text().isEmpty()) {
        m_finder.stop();
        m_bar->showNothing();
        return;
    }
    m_finder.search(m_bar->text().toUtf8(), m_bar->matchCase(), begin());
}

void TextFinder::step(bool back)
{
    if (!m_finder.isSearching())
        return open();
    if (back)
        m_finder.previous(begin());
    else
        m_finder.next(begin() + (m_editor->textCursor().hasSelection() ? 1 : 0));
}

void TextFinder::show(quint32 begin, quint32 end)
{
    m_editor->select(begin, end);
    showCount();
}

void TextFinder::showCount()
{
    if (m_finder.isSearching())
        m_bar->showCount(m_finder.numberOf(begin()), m_finder.count(), m_finder.isCounting() || m_finder.isSeeking());
}

} // namespace marquee::text
