// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/StyleSheet.h"

#include "shell/theme/Theme.h"

#include <QMap>

namespace marquee::theme {

using namespace Qt::StringLiterals;

namespace {

/// `@name` stands for a colour, `#N` behind a blank for a length that grows with the text.
constexpr auto sheet = R"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px 6px; }

QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 2px 8px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; }
QMenu { background: @base; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @textFaint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QToolBar { background: @window; border: none; border-bottom: 1px solid @line; padding: 7px 12px; spacing: 4px; }
QToolBar::separator { width: 1px; background: @line; margin: 6px 8px; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; background: transparent; color: @text; }
QToolButton:hover { background: @accentSoft; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; border-color: @line; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @textFaint; }
QToolButton[role="quiet"] { padding: 5px 3px; }
QToolButton[popupMode="1"] { padding-right: 20px; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="main"] { background: @accent; color: @onAccent; font-weight: 600; }
QToolButton[role="main"]:hover { background: @accentHover; }
QToolButton[role="main"]:focus { border-color: @text; }
QToolButton[role="main"]:disabled { background: @line; color: @textFaint; }

QWidget[role="dockTitle"] { background: @window; border-bottom: 1px solid @line; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @accent; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; background: @window; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 8px 14px; color: @textSoft; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { color: @accent; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox { background: @base; border: 1px solid @line; border-radius: 5px; padding: 4px 8px;
  selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:hover, QComboBox:hover { border-color: @textFaint; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 2px solid @accent; padding: 3px 7px; }
QPlainTextEdit[role="page"], QPlainTextEdit[role="page"]:focus { border: none; border-radius: 0; padding: 0; }
QLineEdit[severity="error"], QComboBox[severity="error"], QPlainTextEdit[severity="error"] { border-color: @error; }
QLineEdit[severity="warning"], QComboBox[severity="warning"], QPlainTextEdit[severity="warning"] { border-color: @warning; }
QToolButton[severity="error"] { border-color: @error; }
QToolButton[severity="warning"] { border-color: @warning; }
QCheckBox[severity="error"] { color: @error; }
QCheckBox[severity="warning"] { color: @warning; }
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only { background: @window; color: @textSoft; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/theme/chevron-@mode.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @base; border: 1px solid @line; selection-background-color: @accentSoft; selection-color: @text; padding: 4px; outline: 0; }

QPushButton { background: @base; border: 1px solid @line; border-radius: 6px; padding: 5px 14px; color: @text; }
QPushButton:hover { background: @accentSoft; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton:disabled { color: @textFaint; background: @window; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="main"] { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[role="main"]:hover { background: @accentHover; }
QPushButton[role="main"]:focus { border-color: @text; }
QPushButton[role="main"]:disabled { background: @line; border-color: @line; color: @textFaint; }
QPushButton[role="link"] { background: transparent; border: none; color: @accent; padding: 0 2px; text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid @accent; border-radius: 3px; }
QPushButton[role="chip"] { background: @accentSoft; border: 1px solid @accentSoft; border-radius: 6px; padding: 3px 8px; }
QPushButton[role="chip"]:hover { border-color: @accent; }
QPushButton[role="chip"]:focus { border: 1px solid @accent; }
QPushButton[role="chip"][severity="error"] { border-color: @error; background: @errorGround; }
QPushButton[role="chip"][severity="warning"] { border-color: @warning; background: @warningGround; }
QPushButton[role="filter"] { background: transparent; border: 1px solid @line; border-radius: 6px; padding: 3px 8px; color: @textSoft; }
QPushButton[role="filter"]:checked { background: @accentSoft; border-color: @accentSoft; color: @text; }
QPushButton[role="filter"]:hover, QPushButton[role="filter"]:focus { border-color: @accent; }

QCheckBox { spacing: 8px; }
QCheckBox:focus { color: @accent; }

QFrame[popup="true"] { background: @base; border: 1px solid @line; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @base; }
QCalendarWidget QAbstractItemView, QCalendarWidget QAbstractItemView:focus { border: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: @accent; color: @onAccent; }

QFrame[card="true"] { background: @base; border: 1px solid @line; border-radius: 8px; }
QFrame[card="true"] QCheckBox, QFrame[card="true"] QLabel { background: transparent; }
QFrame[role="line"] { background: @line; border: none; }
QFrame[banner="error"] { background: @errorGround; border: 1px solid @error; border-radius: 8px; }
QFrame[banner="warning"] { background: @warningGround; border: 1px solid @warning; border-radius: 8px; }
QFrame[banner="hint"] { background: @hintGround; border: 1px solid @hint; border-radius: 8px; }
QFrame[banner="good"] { background: @goodGround; border: 1px solid @good; border-radius: 8px; }
#textStanding { background: @base; border: none; border-top: 1px solid @line; border-radius: 0; }
#textStanding[banner="error"] { background: @errorGround; border: none; border-top: 1px solid @error; border-radius: 0; }
#messageBar { margin: 8px 16px 0 16px; }

QLabel[role="label"] { color: @textSoft; }
QLabel[role="marked"] { color: @accent; font-weight: 600; }
QLabel[role="note"] { color: @textFaint; }
QLabel[role="chip"] { background: @accentSoft; border-radius: 6px; padding: 3px 8px; }
QLabel[role="error"] { color: @error; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="hint"] { color: @hint; }
QLabel[role="good"] { color: @good; }
QLabel[badge="error"] { background: @errorGround; color: @error; border-radius: 10px; padding: 3px 10px; font-weight: 600; }
QLabel[badge="warning"] { background: @warningGround; color: @warning; border-radius: 10px; padding: 3px 10px; font-weight: 600; }
QLabel[badge="hint"] { background: @hintGround; color: @hint; border-radius: 10px; padding: 3px 10px; font-weight: 600; }
QLabel[badge="good"] { background: @goodGround; color: @good; border-radius: 10px; padding: 3px 10px; font-weight: 600; }

QAbstractItemView { background: @base; border: none; outline: 0; selection-background-color: @accentSoft; selection-color: @text; }
QAbstractItemView::item { padding: 4px 8px; border: none; }
QAbstractItemView::item:selected { background: @accentSoft; color: @text; }
QAbstractItemView::item:hover:!selected { background: @window; }
QTreeView[ground="window"], QListView[ground="window"] { background: @window; }
QTreeView[ground="window"]::item:hover:!selected { background: @line; }
QTableView { gridline-color: @line; }
QTableView[card="true"], QTreeView[card="true"] { border: 1px solid @line; border-radius: 8px; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent; }
QTableView[focusMark="row"]:focus, QTreeView[focusMark="row"]:focus { border: none; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @textSoft; border: none; border-bottom: 1px solid @line; padding: 6px 8px; text-align: left; }

QHeaderView::section:vertical { color: @textFaint; border-bottom: none; }
QTableCornerButton::section { background: @window; border: none; border-bottom: 1px solid @line; }

QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: @window; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @textFaint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar { background: @window; border-top: 1px solid @line; color: @textSoft; }
QStatusBar::item { border: none; }
QProgressBar { background: @line; border: none; border-radius: 3px; height: 6px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)";

struct Name
{
    const char *name;
    Token token;
};

// Longer names first where one begins with another.
constexpr Name names[] = {
    {"@errorGround", Token::ErrorGround}, {"@error", Token::Error},         {"@warningGround", Token::WarningGround},
    {"@warning", Token::Warning},         {"@hintGround", Token::HintGround}, {"@hint", Token::Hint},
    {"@goodGround", Token::GoodGround},   {"@good", Token::Good},           {"@accentSoft", Token::AccentSoft},
    {"@onAccent", Token::OnAccent},       {"@textSoft", Token::TextSoft},   {"@textFaint", Token::TextFaint},
    {"@text", Token::Text},               {"@window", Token::Window},       {"@base", Token::Base},
    {"@line", Token::Line},
};

} // namespace

QString styleSheet(const Theme &theme)
{
    QString text = QString::fromLatin1(sheet);
    text.replace("@mode"_L1, theme.isDark() ? "dark"_L1 : "light"_L1);
    const QColor accent = theme.color(Token::Accent);
    text.replace("@accentHover"_L1, (theme.isDark() ? accent.lighter(110) : accent.darker(112)).name());
    for (const Name &name : names)
        text.replace(QLatin1StringView(name.name), theme.color(name.token).name());
    return text.replace("@accent"_L1, accent.name());
}

} // namespace marquee::theme
