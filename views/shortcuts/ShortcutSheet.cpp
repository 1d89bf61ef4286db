// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcuts/ShortcutSheet.h"

#include "shell/actions/ActionRegistry.h"

#include <QAction>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

namespace marquee::shortcuts {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ShortcutSheet", text);
}

struct Fixed
{
    const char *keys;
    const char *does;
};

/// What works in fields and tables, whatever the actions' keys are.
constexpr Fixed fixed[] = {
    {"Tab, Shift+Tab", QT_TRANSLATE_NOOP("ShortcutSheet", "To the next field, or to the one before")},
    {"F1", QT_TRANSLATE_NOOP("ShortcutSheet", "Help on the field")},
    {"Ctrl+Del", QT_TRANSLATE_NOOP("ShortcutSheet", "Make the field not set")},
    {"F4", QT_TRANSLATE_NOOP("ShortcutSheet", "Open the field's list or calendar")},
    {"Alt+Up, Alt+Down", QT_TRANSLATE_NOOP("ShortcutSheet", "In a term: move it up or down")},
    {"Ctrl+A", QT_TRANSLATE_NOOP("ShortcutSheet", "In a table: select all rows")},
    {"Shift+Up, Shift+Down", QT_TRANSLATE_NOOP("ShortcutSheet", "In a table: select more rows")},
    {"F2", QT_TRANSLATE_NOOP("ShortcutSheet", "In the workspace: rename the file")},
    {"Esc", QT_TRANSLATE_NOOP("ShortcutSheet", "Close what is open over the window")},
};

QString row(const QString &keys, const QString &does)
{
    return u"<tr><td width=\"34%\"><b>"_s + keys.toHtmlEscaped() + u"</b></td><td>"_s + does.toHtmlEscaped() + u"</td></tr>"_s;
}

QString table(const QString &heading, const QString &rows)
{
    return rows.isEmpty() ? QString() : QString(u"<h3>"_s + heading.toHtmlEscaped() + u"</h3><table width=\"100%\" cellspacing=\"2\">"_s + rows + u"</table>"_s);
}

} // namespace

QString shortcutSheet(const shell::ActionRegistry &actions)
{
    QString html = u"<h2>"_s + tr("Marquee: the keys").toHtmlEscaped() + u"</h2>"_s;
    QString section;
    QString rows;
    for (const QAction *action : actions.all()) {
        const QString own = shell::ActionRegistry::section(*action);
        if (own != section) {
            html += table(section, rows);
            rows.clear();
            section = own;
        }
        if (!action->shortcut().isEmpty())
            rows += row(action->shortcut().toString(QKeySequence::NativeText), shell::ActionRegistry::title(*action));
    }
    html += table(section, rows);
    rows.clear();
    for (const Fixed &key : fixed)
        rows += row(QString::fromLatin1(key.keys), tr(key.does));
    return html + table(tr("Fields and tables"), rows);
}

QByteArray shortcutSheetPdf(const shell::ActionRegistry &actions)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(tr("Marquee: the keys"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter);
    QTextDocument document;
    document.setDefaultFont(QFont(u"sans-serif"_s, 10));
    document.setHtml(shortcutSheet(actions));
    document.print(&writer);
    buffer.close();
    return bytes;
}

} // namespace marquee::shortcuts
