// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <QMap>

#include <optional>
#include <vector>

class QToolButton;

namespace marquee::editor {

class FlowLayout;
class LanguageChip;
class LanguagePopup;

/// A list of {"value": "en-US", "_asset": "audio"} as chips that wrap. Left and Right go from chip to chip, with Alt
/// they move it; Delete, Backspace and the cross remove it; Enter and a click open the list to change it; plus adds
/// one. Only the entry that was touched is written anew, and of it only the member.
class LanguageListEditor : public FieldEditor
{
    Q_OBJECT

public:
    /// `item` is the type of the list's entries, of the catalogue.
    LanguageListEditor(const catalog::ObjectType &item, const Lookup &lookup, QWidget *parent = nullptr);

    void show(const payload::Value &value) override;
    void showSeveral(const payload::Value &shared) override;
    void setMark(Mark mark) override;
    void setReadOnly(bool readOnly) override;
    QWidget *inputWidget() override; ///< the plus

    /// Problems of single entries, by their index.
    void setItemMarks(const QMap<int, Mark> &marks);

    int count() const { return static_cast<int>(m_chips.size()); }
    LanguageChip *chip(int index) const { return m_chips[static_cast<std::size_t>(index)]; }
    LanguagePopup *popup() const { return m_popup; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChip();
    void refresh();
    void showChip(int index, const payload::Value &entry);
    void placeTabStop(int index);
    void keepHeight();
    void mark();
    void openFor(int index);
    void take(const QString &tag, const QString &asset);
    std::string changed(const payload::Value &entry, const QString &tag, const QString &asset) const;
    void remove(int index);
    void step(int index, int by, bool reorder);
    void handOn(const std::string &json);
    void focusChip(int index);
    int indexOf(const QObject *chip) const;

    Lookup m_lookup;
    const catalog::Vocabulary *m_assets;
    FlowLayout *m_flow;
    QWidget *m_tabAnchor; ///< in front of the first chip, in the order of Tab; never seen
    QToolButton *m_add;
    LanguagePopup *m_popup;
    std::vector<LanguageChip *> m_chips;
    QMap<int, Mark> m_itemMarks;
    Mark m_mark = Mark::None;
    std::optional<std::string> m_current;
    int m_changing = -1; ///< the entry that the pop-up is open for; -1 for a new one
    int m_tabStop = 0;
    bool m_readOnly = false;
};

} // namespace marquee::editor
