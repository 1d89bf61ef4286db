// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/SecretKeeper.h"

#include <QPointer>

namespace marquee::environments {

using exchange::SecretSource;

namespace {

void wipe(SecretDraft &secret)
{
    secret.typed.fill('\0');
    secret.typed.clear();
}

SecretDraft *firstTyped(std::vector<Draft> &drafts)
{
    for (Draft &draft : drafts) {
        for (SecretDraft &secret : draft.secrets) {
            if (!secret.typed.isEmpty())
                return &secret;
        }
    }
    return nullptr;
}

} // namespace

SecretKeeper::SecretKeeper(exchange::Secrets &secrets, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
{
}

SecretKeeper::~SecretKeeper()
{
    returnLent();
}

void SecretKeeper::give(SecretDraft &secret)
{
    m_secrets.giveForSession(secret.source, secret.typed);
    Q_EMIT given(secret.source, secret.typed);
    wipe(secret);
}

void SecretKeeper::lend(Draft &draft)
{
    for (SecretDraft &secret : draft.secrets) {
        if (secret.typed.isEmpty())
            continue;
        if (secret.forSession) {
            give(secret);
        } else {
            m_secrets.giveForSession(secret.source, secret.typed);
            m_lent.push_back(secret.source);
        }
    }
}

void SecretKeeper::returnLent()
{
    for (const SecretSource &source : m_lent)
        m_secrets.giveForSession(source, {});
    m_lent.clear();
}

void SecretKeeper::keep(std::vector<Draft> &drafts, Done done)
{
    returnLent();
    keepNext(drafts, done);
}

void SecretKeeper::keepNext(std::vector<Draft> &drafts, const Done &done)
{
    SecretDraft *next = firstTyped(drafts);
    while (next && next->forSession) {
        give(*next);
        next = firstTyped(drafts);
    }
    if (!next) {
        done({});
        return;
    }
    m_secrets.store(next->source, next->typed, [self = QPointer(this), &drafts, done](const Expected<void> &stored) {
        if (!self)
            return;
        SecretDraft *secret = firstTyped(drafts);
        if (!stored || !secret) {
            done(stored);
            return;
        }
        // What was given for the session would go before it.
        self->m_secrets.giveForSession(secret->source, {});
        Q_EMIT self->given(secret->source, {});
        wipe(*secret);
        self->keepNext(drafts, done);
    });
}

} // namespace marquee::environments
