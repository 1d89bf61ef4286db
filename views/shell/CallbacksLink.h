// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

#include <memory>

namespace marquee::callbacks {
class CallbackDesk;
class CallbacksPanel;
class JournalMessages;
}

namespace marquee::shell {

class ActivityDock;
class Navigator;

/// The partner's callbacks: their page, whether they are received, and the way from one to what it speaks of.
class CallbacksLink : public QObject
{
    Q_OBJECT

public:
    CallbacksLink(const Frame &frame, const Models &models, ActivityDock &activity, QObject *parent);
    ~CallbacksLink() override;

    callbacks::CallbackDesk &desk() { return *m_desk; }
    void setNavigator(Navigator &navigator) { m_navigator = &navigator; } ///< who leads to a place

private:
    void connectPanel();
    void connectActions();
    void told(const QString &id, bool isRepeat);
    void go(const QString &document, qint64 journalRow, const payload::Pointer &place);
    void chooseFile();

    const Frame m_frame;
    const Models m_models;
    ActivityDock &m_activity;
    Navigator *m_navigator = nullptr;
    std::unique_ptr<callbacks::JournalMessages> m_messages;
    callbacks::CallbackDesk *m_desk;
    callbacks::CallbacksPanel *m_panel;
};

} // namespace marquee::shell
