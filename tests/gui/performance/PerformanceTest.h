// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/FormTest.h"
#include "unit/rules/PerformanceFixture.h"

#include "performance/PerformanceView.h"
#include "performances/Message.h"

#include <QTableView>
#include <QTabWidget>

namespace marquee::test {

/// test::performance, by a name that isn't a folder's.
inline QByteArray aPerformance(const QList<std::pair<const char *, QByteArray>> &changes = {})
{
    return test::performance(changes);
}

/// A performance with that id, with changes put over it.
inline QByteArray namedPerformance(const QByteArray &id, QList<std::pair<const char *, QByteArray>> changes = {})
{
    changes.append({"@", "id=\"" + id + "\" siteId=\"S-1\""});
    return test::performance(changes);
}

/// One at a time in a hall of a date; empty: without it.
inline QByteArray shownAt(const QByteArray &id, const QByteArray &date, const QByteArray &time, const QByteArray &hall,
    const QByteArray &event = "E-1")
{
    const auto element = [](const QByteArray &name, const QByteArray &text) {
        return text.isEmpty() ? QByteArray() : '<' + name + '>' + text + "</" + name + '>';
    };
    return namedPerformance(id,
        {{"EventId", element("EventId", event)}, {"Date", element("Date", date)}, {"Time", element("Time", time)},
            {"HallId", element("HallId", hall)}});
}

/// A message and its view, shown; for tests to inherit.
class PerformanceTest : public QObject
{
protected:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<performance::PerformanceView> m_view;
    performances::Suggestions m_suggestions;
    QStringList m_asked; ///< questions
    bool m_answer = true;

    performance::PerformanceSources sources()
    {
        performance::PerformanceSources sources;
        sources.suggestions = [this]() -> const performances::Suggestions & { return m_suggestions; };
        sources.confirm = [this](QWidget *, const QString &question, const QString &, const QString &) {
            m_asked << question;
            return m_answer;
        };
        return sources;
    }
    void load(const QByteArray &performances, QSize size = {1200, 1000}) { loadText(message(performances), size); }
    void loadText(const QByteArray &text, QSize size = {1200, 1000})
    {
        m_document = opened(text);
        m_document->setName(u"friday"_s);
        m_suggestions = {};
        m_suggestions.collect(m_document->payload());
        m_view = std::make_unique<performance::PerformanceView>(
            m_document.get(), lookup(), performance::PerformanceActions(), sources());
        show(*m_view, size);
    }
    QTableView *table() const { return m_view->findChild<QTableView *>(u"performancesTable"_s); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers,
            table()->visualRect(table()->model()->index(row, 1)).center());
    }
    /// What stands at a place of a performance, as its text.
    QString says(int row, const char *name) const
    {
        return QString::fromStdString(performances::textOf(
            performances::performanceAt(m_document->payload(), static_cast<std::uint32_t>(row)).member(name)));
    }
    bool stands(int row, const char *name) const
    {
        return static_cast<bool>(
            performances::performanceAt(m_document->payload(), static_cast<std::uint32_t>(row)).member(name));
    }
    int count() const { return static_cast<int>(performances::countOf(m_document->payload())); }
    QByteArray text() const { return m_document->bytes(); }
    QStringList ids() const
    {
        QStringList all;
        for (int row = 0; row < count(); ++row)
            all << says(row, "@id");
        return all;
    }
    void press(const char *button) { test::press(*m_view, QLatin1StringView(button)); }
    QString shown(const char *field) const { return line(*m_view, QLatin1StringView(field))->text(); }
    /// In each look, with the real style sheet.
    void pictures(
        const QString &name, performance::PerformanceView::Page page = performance::PerformanceView::Page::Performances, int height = 900)
    {
        if (!qEnvironmentVariableIsSet("MARQUEE_PICTURES"))
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            performance::PerformanceView view(m_document.get(), lookup(), {}, sources());
            view.setState(u"Queued"_s, performance::PerformanceView::Standing::Hint);
            show(view, {theme::scaled(1100), theme::scaled(height)});
            view.showPage(page);
            QTest::qWait(50);
            picture(view, name + u'-' + QLatin1StringView(look));
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void prepare()
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        m_asked.clear();
        m_answer = true;
    }
    void forget()
    {
        m_view.reset();
        m_document.reset();
    }
};

} // namespace marquee::test
