// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::text {

/// Covers the pages of a form while the document's text isn't well-formed, or isn't any more what the form is for, and
/// says so and where. The pages can't be edited meanwhile; the one with the text stays as it is.
class WaitingCover : public QWidget
{
    Q_OBJECT

public:
    using Fits = bool (workspace::OpenDocument::*)() const;
    /// `pages` is that of the form, and becomes the parent; `textPage` the one that isn't covered. `fits`: the form is
    /// for this.
    WaitingCover(workspace::OpenDocument *document, QTabWidget *pages, int textPage, Fits fits);

    bool isWaiting() const; ///< the form is not to be edited

Q_SIGNALS:
    void textWanted(); ///< the text is to be shown where it isn't well-formed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void place();
    void dress();
    void build();

    QPointer<workspace::OpenDocument> m_document;
    QTabWidget *m_pages;
    int m_textPage;
    Fits m_fits;
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_words;
    QPushButton *m_go;
    QPushButton *m_back;
};

} // namespace marquee::text
