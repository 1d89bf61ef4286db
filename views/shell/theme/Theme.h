// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace marquee::theme {

/// What a colour is for. The only names under which views ask for one.
enum class Token : unsigned char {
    Window, ///< behind everything
    Base, ///< fields, cards, text
    Line, ///< borders, separators
    Text,
    TextSoft, ///< labels
    TextFaint, ///< notes; still 4.5 : 1
    Accent, ///< the one accent: focus, links, the main button
    AccentSoft, ///< selection, chips
    OnAccent, ///< text upon the accent
    Error,
    ErrorGround,
    Warning,
    WarningGround,
    Hint,
    HintGround,
    Good,
    GoodGround,
    CodeName, ///< a member's name in a payload
    CodeText, ///< a string
    CodeNumber, ///< a number, true, false, null
    Count
};

/// What the user chose; System follows the platform's palette.
enum class Mode : unsigned char { System, Light, Dark };

/// The colours, fonts and the style of the whole program. One object, of the window's thread; views that paint by
/// themselves repaint on `changed`.
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr int SmallestPercent = 100;
    static constexpr int LargestPercent = 200;

    static Theme &instance();

    /// Gives the application palette, fonts, icon theme and style sheet. `percent` scales all text, 100 to 200.
    void apply(QApplication &application, Mode mode, int percent);

    Mode mode() const { return m_mode; }
    int percent() const { return m_percent; }
    bool isDark() const { return m_dark; }
    QColor color(Token token) const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;

    Mode m_mode = Mode::Light;
    int m_percent = 100;
    bool m_dark = false;
    bool m_systemIsDark = false;
    bool m_systemWasAsked = false;
};

QColor color(Token token);

QFont bodyFont(); ///< 13 px at 100 %
QFont noteFont(); ///< 12 px
QFont headingFont(); ///< 13 px, semibold: a card's heading
QFont titleFont(); ///< 18 px, semibold
QFont codeFont(); ///< 12 px, fixed width

/// A length of the 8-pixel grid, grown with the text.
int scaled(int pixels);

/// How well text can be read upon a ground: WCAG's contrast ratio, 1 to 21.
double contrast(const QColor &text, const QColor &ground);

} // namespace marquee::theme
