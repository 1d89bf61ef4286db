// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/Language.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace marquee::preview {

class PayloadView;

/// What the right dock holds: the payload as text, and the request that would be sent, as HTTP and as a curl command.
/// The request is made by others, and only when somebody looks at it.
class PayloadPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadPanel(QWidget *parent = nullptr);

    PayloadView *payload() const { return m_payload; }
    void setLanguage(Language language); ///< of the payload: Json or Xml

    /// What both request tabs show. The note says in a few words what request it is: "PUT full extract · sandbox".
    void setRequest(const QByteArray &http, const QByteArray &curl, const QString &note);
    /// There is none; `why` says what to do about it: "The address needs a licensor. Fill it in."
    void setNoRequest(const QString &why);
    /// What the tabs show is of the past. Asks for another at once where one of them is in sight, else when it comes.
    void markRequestStale();
    bool isRequestStale() const { return m_stale; }

    QString note() const;

Q_SIGNALS:
    /// A request is looked at that is stale: answer with setRequest or setNoRequest, now or later.
    void requestWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Page
    {
        QWidget *widget = nullptr;
        QLabel *note = nullptr;
        PayloadView *view = nullptr;
    };

    Page makePage(const QString &name, const QString &accessibleName);
    QWidget *makeHead();
    PayloadView *currentView() const;
    void tabChanged();
    void askForRequest();
    void copyAll();

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    PayloadView *m_payload;
    Page m_request;
    Page m_curl;
    QToolButton *m_copy;
    bool m_stale = true;
};

} // namespace marquee::preview
