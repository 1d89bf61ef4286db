// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Report.h"

#include <QCoreApplication>
#include <QLocale>

namespace marquee::changes {

using namespace Qt::StringLiterals;

namespace {

QString tell(const char *text)
{
    return QCoreApplication::translate("changes", text);
}

QString kindWords(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Added:
        return tell("Added");
    case Difference::Kind::Removed:
        return tell("Removed");
    case Difference::Kind::Changed:
        break;
    }
    return tell("Changed");
}

QLatin1StringView kindClass(Difference::Kind kind)
{
    return kind == Difference::Kind::Added  ? "added"_L1
        : kind == Difference::Kind::Removed ? "removed"_L1
                                            : "changed"_L1;
}

QString sumWords(const Comparison &comparison)
{
    if (comparison.total() == 0)
        return tell("Both say the same.");
    QString words = QCoreApplication::translate("changes", "%n difference(s):", nullptr, static_cast<int>(comparison.total()));
    words += u' '
        + tell("%1 added, %2 removed, %3 changed.")
              .arg(comparison.added)
              .arg(comparison.removed)
              .arg(comparison.changed);
    if (!comparison.isWhole())
        words += u' ' + QCoreApplication::translate("changes", "The first %n are listed.", nullptr, static_cast<int>(comparison.differences.size()));
    return words;
}

/// Label and text of what stands above the table.
std::vector<std::pair<QString, QString>> factsOf(const ReportInfo &info)
{
    std::vector<std::pair<QString, QString>> facts{{tell("Before"), info.before}, {tell("After"), info.after}};
    if (info.when.isValid())
        facts.emplace_back(tell("Compared"), info.when.toString(Qt::ISODate));
    if (!info.ignored.isEmpty())
        facts.emplace_back(tell("Left out"), info.ignored.join(u", "_s));
    if (info.anyOrder)
        facts.emplace_back(tell("Order of lists"), tell("left out"));
    return facts;
}

QString pointerOf(const Difference &difference)
{
    return QString::fromStdString((difference.before ? *difference.before : *difference.after).toString());
}

/// What a value reads as in a report; nothing where it isn't there.
QString side(const Difference &difference, bool before)
{
    const bool stands = before ? difference.before.has_value() : difference.after.has_value();
    return stands ? (before ? difference.beforeWords : difference.afterWords) : QString();
}

constexpr auto Style
    = R"(:root{color-scheme:light dark;--ground:#f3f4f6;--card:#fff;--line:#d9dce1;--text:#1d2127;--soft:#5b6470;
--added:#1d7a46;--removed:#b3261e;--changed:#9a5b00}
@media (prefers-color-scheme:dark){:root{--ground:#1e2024;--card:#16181b;--line:#33373d;--text:#e6e8eb;--soft:#a6adb7;
--added:#6fd39a;--removed:#ff8a80;--changed:#f2b45a}}
body{margin:0;padding:32px;background:var(--ground);color:var(--text);font:14px/1.5 system-ui,sans-serif}
main{max-width:1200px;margin:0 auto}h1{font-size:22px;margin:0 0 16px}dl{display:grid;grid-template-columns:max-content 1fr;
gap:4px 16px;margin:0 0 16px}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line)}
th,td{text-align:left;vertical-align:top;padding:8px 12px;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600}code{font:12px ui-monospace,monospace;color:var(--soft);display:block}
.none{color:var(--soft)}.added{color:var(--added)}.removed{color:var(--removed)}.changed{color:var(--changed)}
.kind{white-space:nowrap;font-weight:600})"_L1;

/// Nothing that steers a reader's text, and nothing that HTML takes for its own.
QString html(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text.toHtmlEscaped()) {
        const bool steers = c.category() == QChar::Other_Control || (c >= QChar(0x202a) && c <= QChar(0x202e))
            || (c >= QChar(0x2066) && c <= QChar(0x2069));
        shown += steers ? QChar(QChar::ReplacementCharacter) : c;
    }
    return shown.replace(u'\'', u"&#39;"_s);
}

void addCell(QString &page, const QString &words, bool stands)
{
    page += stands ? QString(u"<td>"_s + html(words) + u"</td>"_s)
                   : QString(u"<td class=\"none\">"_s + html(tell("not there")) + u"</td>"_s);
}

/// A cell of a table: no line break, and nothing that Markdown or the HTML in it takes for its own.
QString markdown(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text.simplified()) {
        if (c.category() == QChar::Other_Control) {
            shown += QChar::ReplacementCharacter;
            continue;
        }
        if (c == u'<') {
            shown += u"&lt;"_s;
            continue;
        }
        if (c == u'&') {
            shown += u"&amp;"_s;
            continue;
        }
        if (u"\\`*_{}[]()#+!|~>"_s.contains(c))
            shown += u'\\';
        shown += c;
    }
    return shown;
}

} // namespace

QByteArray toHtml(const Comparison &comparison, const ReportInfo &info)
{
    const QString title = tell("Comparison");
    QString page = u"<!DOCTYPE html>\n<html lang=\""_s + QLocale().bcp47Name()
        + u"\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s
        + html(title) + u": "_s + html(info.before) + u" – "_s + html(info.after) + u"</title>\n<style>"_s + Style
        + u"</style>\n</head>\n<body>\n<main>\n<h1>"_s + html(title) + u"</h1>\n<dl>\n"_s;
    for (const auto &[label, text] : factsOf(info))
        page += u"<dt>"_s + html(label) + u"</dt><dd>"_s + html(text) + u"</dd>\n"_s;
    page += u"</dl>\n<p>"_s + html(sumWords(comparison)) + u"</p>\n"_s;
    if (!comparison.differences.empty()) {
        page += u"<table>\n<thead><tr>"_s;
        for (const QString &heading : {tell("Kind"), tell("Place"), tell("Before"), tell("After")})
            page += u"<th scope=\"col\">"_s + html(heading) + u"</th>"_s;
        page += u"</tr></thead>\n<tbody>\n"_s;
        for (const Difference &one : comparison.differences) {
            page += u"<tr><td class=\"kind "_s + kindClass(one.kind) + u"\">"_s + html(kindWords(one.kind))
                + u"</td><td>"_s + html(one.place) + u"<code>"_s + html(pointerOf(one)) + u"</code></td>"_s;
            addCell(page, side(one, true), one.before.has_value());
            addCell(page, side(one, false), one.after.has_value());
            page += u"</tr>\n"_s;
        }
        page += u"</tbody>\n</table>\n"_s;
    }
    page += u"</main>\n</body>\n</html>\n"_s;
    return page.toUtf8();
}

QByteArray toMarkdown(const Comparison &comparison, const ReportInfo &info)
{
    QString text = u"# "_s + markdown(tell("Comparison")) + u"\n\n"_s;
    for (const auto &[label, said] : factsOf(info))
        text += u"- "_s + markdown(label) + u": "_s + markdown(said) + u'\n';
    text += u'\n' + markdown(sumWords(comparison)) + u'\n';
    if (!comparison.differences.empty()) {
        text += u"\n| "_s + markdown(tell("Kind")) + u" | "_s + markdown(tell("Place")) + u" | "_s
            + markdown(tell("Before")) + u" | "_s + markdown(tell("After")) + u" |\n|---|---|---|---|\n"_s;
        for (const Difference &one : comparison.differences) {
            text += u"| "_s + markdown(kindWords(one.kind)) + u" | "_s + markdown(one.place) + u" | "_s
                + markdown(side(one, true)) + u" | "_s + markdown(side(one, false)) + u" |\n"_s;
        }
    }
    return text.toUtf8();
}

} // namespace marquee::changes
