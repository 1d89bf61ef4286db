// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "partners/Request.h"
#include "payload/Change.h"
#include "payload/Error.h"
#include "payload/Pointer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace marquee::preview {
class PayloadPanel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class SendDesk;

/// Keeps the payload's dock in step with the current document: its text with each edit, its problems, the field that the cursor
/// is in, and the request that sending it would make. A text that isn't well-formed is shown as it is: it is what saving writes.
class PreviewLink : public QObject
{
    Q_OBJECT

public:
    PreviewLink(preview::PayloadPanel &panel, const SendDesk &desk, QObject *parent);

    void setDocument(workspace::OpenDocument *document);
    /// Marks the lines of a field and brings them into sight. One that is absent: those of what it would stand in.
    void showField(const payload::Pointer &field);
    void requestChanged(); ///< the environment is another

    /// What is shown of a page that is no document's: its payload, if it has one, and the request that it would send.
    struct Aside
    {
        struct Request
        {
            partners::Request request;
            partners::Operation operation;
            QString environment;
        };
        QByteArray text;
        std::function<Expected<Request>()> request; ///< called when somebody looks
    };
    void showAside(Aside aside); ///< until setDocument

Q_SIGNALS:
    /// The user pointed at a place in the payload.
    void placeActivated(const marquee::payload::Pointer &field);
    void placeShown(const QString &pointer, int line);

private:
    bool hasPlaces() const; ///< what is shown is a payload
    void showText();
    void follow(const payload::Change &change);
    void showMarks();
    void fillRequest();
    void showRequest(const partners::Request &request, partners::Operation operation, const QString &environment);

    preview::PayloadPanel &m_panel;
    const SendDesk &m_desk;
    QPointer<workspace::OpenDocument> m_document;
    std::optional<Aside> m_aside;
    payload::Pointer m_field;
    bool m_showsPending = false;
    QTimer m_marks; ///< zero: once a turn of the event loop is enough
};

} // namespace marquee::shell
