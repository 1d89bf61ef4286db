// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "partners/Atom.h"
#include "partners/Prime.h"
#include "partners/Showtime.h"

#include <QObject>

namespace marquee::exchange {

/// The environments to choose from: the sandbox first, then those of the workspace; and the one that is chosen.
class EnvironmentList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes those of FOLDER/marquee.json. What is chosen stays where it is there still, else it is the sandbox. Errors as
    /// readEnvironments; then only the sandbox is there.
    Expected<void> load(const QString &folder);
    /// Where the sandbox listens; empty while it doesn't.
    void setSandbox(const QUrl &primeUrl, const QUrl &showtimeUrl = {}, const QUrl &atomUrl = {});

    const std::vector<Environment> &all() const { return m_all; }
    const Environment &current() const { return m_all[m_current]; }
    bool isSandbox() const { return m_current == 0; }
    /// False where there is none of that name.
    bool choose(const QString &name);

    /// The chosen partner's address, to show a request by: the key stands there by its name. Errors: the sandbox isn't listening,
    /// the environment has no such partner.
    Expected<partners::PrimeEndpoint> prime() const;
    /// The same of Showtime; what stands for the password is its name.
    Expected<partners::ShowtimeEndpoint> showtime() const;
    /// The same of Atom Tickets.
    Expected<partners::AtomEndpoint> atom() const;
    static QUrl primeUrl(const Environment &environment); ///< empty where it has none

Q_SIGNALS:
    void changed();

private:
    static Environment sandbox();
    Error missing(const QString &partner, const QString &member) const;

    std::vector<Environment> m_all{sandbox()};
    std::size_t m_current = 0;
};

} // namespace marquee::exchange
