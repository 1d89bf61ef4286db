// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/batchdocument/BatchFixture.h"

#include "batchdocument/BatchDocumentView.h"

#include <QTableView>

namespace marquee::test {

/// A batch document and its view, shown; for tests to inherit.
class ViewTest : public QObject
{
protected:
    std::unique_ptr<OpenDocument> m_document;
    std::unique_ptr<batchdocument::BatchDocumentView> m_view;
    QTableView *m_table = nullptr;

    void load(const QByteArray &items, OpenDocument::Origin origin = OpenDocument::Origin::File)
    {
        m_document = opened(batchOf(items), origin);
        m_document->setName(u"spring-put"_s);
        m_view = std::make_unique<batchdocument::BatchDocumentView>(m_document.get(), lookup());
        m_table = m_view->findChild<QTableView *>(u"batchItemsTable"_s);
        show(*m_view, {1200, 900});
    }
    static QByteArray three() { return item("a", "w1") + ',' + item("b", "w2") + ',' + item("c", "w3"); }
    QString shown(const char *field) const { return line(*m_view, QLatin1StringView(field))->text(); }
    QString path(int row) const { return at(*m_document, "/requestItems/" + QByteArray::number(row) + "/path"); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers,
            m_table->visualRect(m_table->model()->index(row, 2)).center());
    }
    void pressed(const char *button) { press(*m_view, QLatin1StringView(button)); }
    /// In each look, with the real style sheet.
    void pictures(const char *name)
    {
        if (!qEnvironmentVariableIsSet("MARQUEE_PICTURES"))
            return;
        for (const auto &[look, mode, percent] : {std::tuple("light", theme::Mode::Light, 100),
                 {"dark", theme::Mode::Dark, 100}, {"150", theme::Mode::Light, 150}}) {
            theme::Theme::instance().apply(*qApp, mode, percent);
            batchdocument::BatchDocumentView view(m_document.get(), lookup());
            show(view, {theme::scaled(1200), theme::scaled(900)});
            QTest::qWait(50);
            picture(view, QLatin1StringView(name) + u'-' + QLatin1StringView(look));
        }
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
    }
    void prepare() { theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100); }
    void forget()
    {
        m_view.reset();
        m_document.reset();
    }
};

} // namespace marquee::test
