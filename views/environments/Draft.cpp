// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/Draft.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using exchange::AtomSide;
using exchange::Environment;
using exchange::PrimeSide;
using exchange::ProxySettings;
using exchange::SecretSource;
using exchange::ShowtimeSide;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EnvironmentDraft", text);
}

QString words(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'g', QLocale::FloatingPointShortest);
}

/// As one writes it here, or with a point.
std::optional<double> number(const QString &text)
{
    bool isNumber = false;
    for (const QLocale &locale : {QLocale::c(), QLocale()}) {
        const double value = locale.toDouble(text.trimmed(), &isNumber);
        if (isNumber)
            return value;
    }
    return std::nullopt;
}

QUrl address(const QString &text)
{
    return QUrl(text.trimmed(), QUrl::StrictMode);
}

/// Showtime Analytics isn't meant at all.
bool isWithoutShowtime(const Draft &draft)
{
    ShowtimeSide side = *draft.environment.showtime;
    side.baseUrl.clear();
    side.callbackUrl.clear();
    side.password = draft.secret(SecretUse::ShowtimePassword).source;
    return draft.showtimeAddress.trimmed().isEmpty() && draft.callbackAddress.trimmed().isEmpty()
        && side == ShowtimeSide();
}

/// Atom Tickets isn't meant at all.
bool isWithoutAtom(const Draft &draft)
{
    AtomSide side = *draft.environment.atom;
    side.baseUrl.clear();
    side.apiKey = draft.secret(SecretUse::AtomKey).source;
    side.ratePerSecond = number(draft.atomRate).value_or(side.ratePerSecond);
    side.burst = static_cast<int>(number(draft.atomBurst).value_or(side.burst));
    return draft.atomAddress.trimmed().isEmpty() && side == AtomSide();
}

/// Prime Video isn't meant at all.
bool isWithoutPrime(const Draft &draft)
{
    PrimeSide side = *draft.environment.prime;
    side.baseUrl.clear();
    side.apiKey = draft.secret(SecretUse::ApiKey).source;
    side.clientKeyPassword = draft.secret(SecretUse::KeyPassword).source;
    return (draft.mayLackPrime || !isWithoutShowtime(draft) || !isWithoutAtom(draft))
        && draft.address.trimmed().isEmpty() && side == PrimeSide();
}

/// Collects the complaints about one draft.
class Checks
{
public:
    explicit Checks(const Draft &draft)
        : m_draft(draft)
    {
    }

    std::vector<Complaint> found;

    void name(const std::vector<Draft> &drafts)
    {
        const QString name = m_draft.environment.name.trimmed();
        if (name.isEmpty())
            missing(Place::Name, tr("Give the environment a name."));
        else if (name.compare(QLatin1StringView(Environment::SandboxName), Qt::CaseInsensitive) == 0)
            wrong(Place::Name, tr("“sandbox” is the built-in environment's name. Choose another."));
        else if (std::count_if(drafts.begin(), drafts.end(),
                     [&](const Draft &other) { return other.environment.name.trimmed() == name; })
            > 1)
            wrong(Place::Name, tr("Two environments have this name. Choose another for one of them."));
    }

    void colour()
    {
        static const QRegularExpression hex(u"^#[0-9a-fA-F]{6}$"_s);
        if (const QString &colour = m_draft.environment.colour; !colour.isEmpty() && !hex.match(colour).hasMatch())
            wrong(Place::Colour, tr("A colour is # and six digits from 0 to f, like #b3261e."));
    }

    void url(Place place, const QString &text, const QStringList &schemes, const QString &example)
    {
        const QUrl url = address(text);
        if (text.trimmed().isEmpty())
            missing(place, tr("Fill in the address, like %1.").arg(example));
        else if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
            wrong(place,
                tr("This isn't an address that begins with %1. Write it like %2.")
                    .arg(schemes.join(u":// / "_s) + u"://"_s, example));
        else if (!url.userInfo().isEmpty())
            wrong(place,
                tr("There is a user or a password in this address. Take it out; it would be readable in "
                   "marquee.json."));
    }

    /// As the callback is posted: safely, or to this computer.
    void callback()
    {
        const QString &text = m_draft.callbackAddress;
        if (text.trimmed().isEmpty())
            return;
        const std::size_t before = found.size();
        url(Place::CallbackAddress, text, {u"https"_s, u"http"_s}, u"https://your.example/callback"_s);
        const QUrl url = address(text);
        const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
        if (found.size() == before && url.scheme() == "http"_L1 && !isHere)
            wrong(Place::CallbackAddress,
                tr("Only an address on this computer may begin with http://. Begin this one with https://."));
    }

    void showtime()
    {
        const ShowtimeSide &side = *m_draft.environment.showtime;
        const bool hasPassword = m_draft.secret(SecretUse::ShowtimePassword).source.kind != SecretSource::Kind::None;
        const QString user = side.user.trimmed();
        const bool sends = !user.isEmpty() || hasPassword;
        if (sends || !m_draft.showtimeAddress.trimmed().isEmpty())
            url(Place::ShowtimeAddress, m_draft.showtimeAddress, {u"https"_s, u"http"_s},
                u"https://circuit.example/data/pos/"_s);
        if (user.contains(u':'))
            wrong(Place::ShowtimeUser, tr("A user can't have a colon. Look again at what Showtime sent you."));
        else if (user.isEmpty() && hasPassword)
            missing(Place::ShowtimeUser, tr("Fill in the user that Showtime sent you."));
        secret(Place::ShowtimePassword, SecretUse::ShowtimePassword);
        callback();
        static const QRegularExpression type(u"^[!#$&^_.+\\-0-9A-Za-z]+/[!#$&^_.+\\-0-9A-Za-z]+( *; *[ -~]+)?$"_s);
        if (!type.match(side.contentType.trimmed()).hasMatch())
            wrong(Place::ContentType, tr("Write it like %1.").arg(ShowtimeSide().contentType));
    }

    void atom()
    {
        if (!isWithoutAtom(m_draft))
            url(Place::AtomAddress, m_draft.atomAddress, {u"https"_s, u"http"_s},
                u"https://api-beta.atomtickets.com"_s);
        secret(Place::AtomKey, SecretUse::AtomKey);
        range(Place::AtomRate, m_draft.atomRate, 0, 10000, false);
        range(Place::AtomBurst, m_draft.atomBurst, 1, 10000, true);
    }

    void range(Place place, const QString &text, double least, double most, bool isWhole)
    {
        const auto value = number(text);
        if (value && *value >= least && *value <= most && (!isWhole || *value == static_cast<int>(*value)))
            return;
        wrong(place,
            (isWhole ? tr("Write a whole number from %1 to %2.") : tr("Write a number from %1 to %2."))
                .arg(words(least), words(most)));
    }

    void secret(Place place, SecretUse use)
    {
        const SecretSource &source = m_draft.secret(use).source;
        if (source.kind != SecretSource::Kind::None && source.name.trimmed().isEmpty())
            wrong(place, tr("Give it a name: it is found by that. The secret itself isn't saved in marquee.json."));
    }

private:
    void wrong(Place place, const QString &message) { found.push_back({place, message, false}); }
    void missing(Place place, const QString &message) { found.push_back({place, message, true}); }

    const Draft &m_draft;
};

} // namespace

Draft draftOf(const Environment &environment)
{
    Draft draft;
    draft.environment = environment;
    if (!draft.environment.prime)
        draft.environment.prime.emplace();
    draft.mayLackPrime
        = environment.showtime || environment.atom || (!environment.savedName.isEmpty() && !environment.prime);
    if (!draft.environment.showtime)
        draft.environment.showtime.emplace();
    if (!draft.environment.atom)
        draft.environment.atom.emplace();
    draft.keepsAtom = environment.atom && *environment.atom == AtomSide();
    draft.keepsShowtime = environment.showtime && *environment.showtime == ShowtimeSide();
    const PrimeSide &side = *draft.environment.prime;
    const ShowtimeSide &showtime = *draft.environment.showtime;
    draft.isSandbox = environment.name == QLatin1StringView(Environment::SandboxName);
    draft.isStrict = !environment.savedName.isEmpty();
    draft.address = side.baseUrl.toString(QUrl::FullyEncoded);
    draft.timeout = words(environment.timeoutSeconds);
    draft.rate = words(side.ratePerSecond);
    draft.connections = QString::number(side.connections);
    draft.proxyAddress = environment.proxy.url.toString(QUrl::FullyEncoded);
    draft.showtimeAddress = showtime.baseUrl.toString(QUrl::FullyEncoded);
    draft.callbackAddress = showtime.callbackUrl.toString(QUrl::FullyEncoded);
    const AtomSide &atom = *draft.environment.atom;
    draft.atomAddress = atom.baseUrl.toString(QUrl::FullyEncoded);
    draft.atomRate = words(atom.ratePerSecond);
    draft.atomBurst = QString::number(atom.burst);
    draft.secret(SecretUse::AtomKey).source = atom.apiKey;
    draft.secret(SecretUse::ShowtimePassword).source = showtime.password;
    draft.secret(SecretUse::ApiKey).source = side.apiKey;
    draft.secret(SecretUse::KeyPassword).source = side.clientKeyPassword;
    draft.secret(SecretUse::ProxyPassword).source = environment.proxy.password;
    return draft;
}

namespace {

void makeShowtime(const Draft &draft, Environment &environment)
{
    if (isWithoutShowtime(draft) && !draft.keepsShowtime) {
        environment.showtime.reset();
        return;
    }
    ShowtimeSide &side = *environment.showtime;
    side.baseUrl = address(draft.showtimeAddress);
    side.callbackUrl = address(draft.callbackAddress);
    side.user = side.user.trimmed();
    side.dataSupplierId = side.dataSupplierId.trimmed();
    side.contentType = side.contentType.trimmed();
    side.password = draft.secret(SecretUse::ShowtimePassword).source;
}

void makeAtom(const Draft &draft, Environment &environment)
{
    if (isWithoutAtom(draft) && !draft.keepsAtom) {
        environment.atom.reset();
        return;
    }
    AtomSide &side = *environment.atom;
    side.baseUrl = address(draft.atomAddress);
    side.partner = side.partner.trimmed();
    side.ratePerSecond = number(draft.atomRate).value_or(side.ratePerSecond);
    side.burst = static_cast<int>(number(draft.atomBurst).value_or(side.burst));
    side.apiKey = draft.secret(SecretUse::AtomKey).source;
}

} // namespace

Environment environmentOf(const Draft &draft)
{
    Environment environment = draft.environment;
    if (draft.isSandbox)
        return environment;
    makeShowtime(draft, environment);
    makeAtom(draft, environment);
    environment.name = environment.name.trimmed();
    environment.timeoutSeconds = number(draft.timeout).value_or(environment.timeoutSeconds);
    ProxySettings &proxy = environment.proxy;
    if (proxy.mode == ProxySettings::Mode::Manual) {
        proxy.url = address(draft.proxyAddress);
        proxy.password = draft.secret(SecretUse::ProxyPassword).source;
    } else {
        proxy = ProxySettings{proxy.mode, {}, {}, {}};
    }
    if (isWithoutPrime(draft)) {
        environment.prime.reset();
        return environment;
    }
    PrimeSide &side = *environment.prime;
    side.baseUrl = address(draft.address);
    side.licensor = side.licensor.trimmed();
    side.ratePerSecond = number(draft.rate).value_or(side.ratePerSecond);
    side.connections = static_cast<int>(number(draft.connections).value_or(side.connections));
    side.apiKey = draft.secret(SecretUse::ApiKey).source;
    side.clientKeyPassword = draft.secret(SecretUse::KeyPassword).source;
    return environment;
}

std::vector<Complaint> complaintsOf(const std::vector<Draft> &drafts, std::size_t index)
{
    const Draft &draft = drafts[index];
    if (draft.isSandbox)
        return {};
    Checks checks(draft);
    checks.name(drafts);
    checks.colour();
    checks.range(Place::Timeout, draft.timeout, 0.1, 3600, false);
    if (!isWithoutPrime(draft))
        checks.url(Place::Address, draft.address, {u"https"_s, u"http"_s}, u"https://partnerapi.primevideo.com/v1"_s);
    checks.secret(Place::ApiKey, SecretUse::ApiKey);
    checks.range(Place::Rate, draft.rate, 0, 10000, false);
    checks.range(Place::Connections, draft.connections, 1, 64, true);
    checks.secret(Place::KeyPassword, SecretUse::KeyPassword);
    checks.showtime();
    checks.atom();
    if (draft.environment.proxy.mode == ProxySettings::Mode::Manual) {
        checks.url(Place::ProxyAddress, draft.proxyAddress, {u"http"_s, u"socks5"_s}, u"http://proxy.example:3128"_s);
        checks.secret(Place::ProxyPassword, SecretUse::ProxyPassword);
    }
    return checks.found;
}

QString freeName(const std::vector<Draft> &drafts, const QString &wanted)
{
    QString name = wanted;
    const auto isTaken = [&](const Draft &draft) { return draft.environment.name.trimmed() == name; };
    for (int i = 2; std::any_of(drafts.begin(), drafts.end(), isTaken); ++i)
        name = u"%1 %2"_s.arg(wanted).arg(i);
    return name;
}

} // namespace marquee::environments
