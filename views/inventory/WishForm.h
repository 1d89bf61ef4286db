// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "inventory/Wish.h"

#include <QWidget>

#include <optional>
#include <string>

class QCheckBox;
class QHBoxLayout;
class QSpinBox;
class QStackedWidget;

namespace marquee::editor {
class QuietCombo;
}

namespace marquee::inventory {

/// Asks what is to become of windows: which field, and what it is to say.
class WishForm : public QWidget
{
    Q_OBJECT

public:
    explicit WishForm(const editor::Lookup &lookup, QWidget *parent = nullptr);
    ~WishForm() override;

    /// Nothing while the value is missing, or can't be read.
    std::optional<Wish> wish() const;
    /// What is still missing for one.
    QString missing() const;
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    enum What
    {
        Licence,
        Territory,
        Format,
        Start,
        End,
        Shift,
        Term,
        TermAway,
        Remove
    };
    /// An editor, and what was made of its value.
    struct Value
    {
        editor::FieldEditor *editor = nullptr;
        std::string json; ///< empty: none
    };

    What what() const;
    void addPage(What what, const QString &title, QWidget *page);
    QWidget *line(std::initializer_list<QWidget *> widgets);
    void hear(Value &value, std::unique_ptr<editor::FieldEditor> made, const QString &name, const QString &title);
    QWidget *makeValue(What what, const catalog::Field *field);
    QWidget *makeEnd(const catalog::Field *field);
    QWidget *makeShift();
    QWidget *makeTerm();
    editor::QuietCombo *makeTermChoice(const QString &name);
    void showTerm();
    std::optional<std::int64_t> momentOf(const Value &value) const;

    editor::Lookup m_lookup;
    editor::QuietCombo *m_what;
    QStackedWidget *m_pages;
    Value m_values[Remove + 1];
    QCheckBox *m_noEnd = nullptr;
    QSpinBox *m_months = nullptr;
    QSpinBox *m_days = nullptr;
    QCheckBox *m_shiftStart = nullptr;
    QCheckBox *m_shiftEnd = nullptr;
    QCheckBox *m_shiftTerms = nullptr;
    editor::QuietCombo *m_term = nullptr;
    editor::QuietCombo *m_termAway = nullptr;
    QHBoxLayout *m_termLine = nullptr;
};

} // namespace marquee::inventory
