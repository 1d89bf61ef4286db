// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/Theme.h"

#include "shell/theme/Indicators.h"
#include "shell/theme/StyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QIcon>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

/// Resources of a static library are there when somebody asks for them; outside of every namespace, as Qt wants it.
static void loadResources()
{
    Q_INIT_RESOURCE(theme);
}

namespace marquee::theme {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, static_cast<std::size_t>(Token::Count)> colors{{
    {0xfff3f4f6, 0xff1e2024}, // Window
    {0xffffffff, 0xff16181b}, // Base
    {0xffd9dce1, 0xff33373d}, // Line
    {0xff1d2127, 0xffe6e8eb}, // Text
    {0xff545d69, 0xffa6adb7}, // TextSoft
    {0xff656d79, 0xff8d95a0}, // TextFaint
    {0xff2457c5, 0xff7fa8ff}, // Accent
    {0xffe4ecfb, 0xff22304d}, // AccentSoft
    {0xffffffff, 0xff10131a}, // OnAccent
    {0xffb3261e, 0xffff8a80}, // Error
    {0xfffdecea, 0xff3a2224}, // ErrorGround
    {0xff8a5000, 0xfff2b45a}, // Warning
    {0xfffff4e0, 0xff3a3020}, // WarningGround
    {0xff2a6691, 0xff7cc0ee}, // Hint
    {0xffe6f1f9, 0xff1d2f3d}, // HintGround
    {0xff1a6f3f, 0xff6fd39a}, // Good
    {0xffe6f4ec, 0xff1c3226}, // GoodGround
    {0xff1f5fa8, 0xff86b7f5}, // CodeName
    {0xff1d7040, 0xff86d6a4}, // CodeText
    {0xff8a4b00, 0xfff0b878}, // CodeNumber
}};

constexpr double PointsPerPixel = 0.75;

QFont family(std::initializer_list<const char *> names, QFontDatabase::SystemFont fallback)
{
    for (const char *name : names) {
        if (QFontDatabase::hasFamily(QString::fromLatin1(name)))
            return QFont(QString::fromLatin1(name));
    }
    return QFontDatabase::systemFont(fallback);
}

QFont sized(QFont font, double pixels, QFont::Weight weight = QFont::Normal)
{
    font.setPointSizeF(pixels * PointsPerPixel * Theme::instance().percent() / 100.0);
    font.setWeight(weight);
    return font;
}

const QFont &words()
{
    static const QFont font = family({"Inter"}, QFontDatabase::GeneralFont);
    return font;
}

const QFont &code()
{
    static const QFont font = family({"JetBrains Mono"}, QFontDatabase::FixedFont);
    return font;
}

QPalette paletteOf(const Theme &theme)
{
    const auto at = [&theme](Token token) { return theme.color(token); };
    QPalette palette(at(Token::Text), at(Token::Window), at(Token::Line), at(Token::Line), at(Token::TextFaint), at(Token::Text),
                     at(Token::OnAccent), at(Token::Base), at(Token::Window));
    palette.setColor(QPalette::Button, at(Token::Base));
    palette.setColor(QPalette::ButtonText, at(Token::Text));
    palette.setColor(QPalette::AlternateBase, at(Token::Window));
    palette.setColor(QPalette::Highlight, at(Token::AccentSoft));
    palette.setColor(QPalette::HighlightedText, at(Token::Text));
    palette.setColor(QPalette::PlaceholderText, at(Token::TextFaint));
    palette.setColor(QPalette::ToolTipBase, at(Token::Base));
    palette.setColor(QPalette::ToolTipText, at(Token::Text));
    palette.setColor(QPalette::Link, at(Token::Accent));
    palette.setColor(QPalette::LinkVisited, at(Token::Accent));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
        palette.setColor(QPalette::Disabled, role, at(Token::TextFaint));
    return palette;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

QColor Theme::color(Token token) const
{
    const Pair &pair = colors[static_cast<std::size_t>(token)];
    return QColor::fromRgb(m_dark ? pair.dark : pair.light);
}

void Theme::apply(QApplication &application, Mode mode, int percent)
{
    loadResources();
    if (!m_systemWasAsked) { // before our own palette hides the platform's
        m_systemWasAsked = true;
        m_systemIsDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    m_mode = mode;
    m_percent = std::clamp(percent, SmallestPercent, LargestPercent);
    m_dark = mode == Mode::Dark || (mode == Mode::System && m_systemIsDark);
    QIcon::setThemeName(m_dark ? u"breeze-dark"_s : u"breeze"_s);
    QIcon::setFallbackThemeName(u"breeze"_s);
    static bool hasStyle = false; // the application's; asked for by name it is hidden behind the style sheet's
    if (!std::exchange(hasStyle, true))
        QApplication::setStyle(new Indicators);
    QApplication::setPalette(paletteOf(*this));
    QApplication::setFont(bodyFont());
    application.setStyleSheet(styleSheet(*this));
    Q_EMIT changed();
}

QColor color(Token token)
{
    return Theme::instance().color(token);
}

QFont bodyFont()
{
    return sized(words(), 13);
}

const std::array<QColor, 6> &markColors()
{
    static const std::array<QColor, 6> marks{QColor(0xb3261e), QColor(0xc2620a), QColor(0x2e8b4f), QColor(0x0f8a8a), QColor(0x3f74d1), QColor(0x8e4ec6)};
    return marks;
}

QFont noteFont()
{
    return sized(words(), 12);
}

QFont headingFont()
{
    return sized(words(), 13, QFont::DemiBold);
}

QFont titleFont()
{
    return sized(words(), 18, QFont::DemiBold);
}

QFont codeFont()
{
    QFont font = sized(code(), 12);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

int scaled(int pixels)
{
    return pixels * Theme::instance().percent() / 100;
}

double contrast(const QColor &text, const QColor &ground)
{
    const auto luminance = [](const QColor &color) {
        const auto channel = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
    };
    const double a = luminance(text) + 0.05;
    const double b = luminance(ground) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

} // namespace marquee::theme
