// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Certificates.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace marquee::exchange {

using Severity = Finding::Severity;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Certificates", text);
}

template <class T, void (*release)(T *)>
struct Releasing
{
    void operator()(T *pointer) const { release(pointer); }
};
using Bio = std::unique_ptr<BIO, Releasing<BIO, BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Releasing<EVP_PKEY, EVP_PKEY_free>>;
using X509Pointer = std::unique_ptr<X509, Releasing<X509, X509_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Releasing<PKCS12, PKCS12_free>>;

Bio bioOf(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

X509Pointer nativeOf(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Pointer(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
}

QString nameOf(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        if (const QStringList names = certificate.subjectInfo(part); !names.isEmpty())
            return names.first();
    }
    return QString::fromLatin1(certificate.serialNumber());
}

QString dayOf(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), QStringLiteral("d MMM yyyy HH:mm")) + QStringLiteral(" UTC");
}

/// A password for OpenSSL, and whether it was asked for.
struct PasswordQuestion
{
    QByteArray password;
    bool asked = false;

    static int answer(char *buffer, int size, int, void *self)
    {
        auto *question = static_cast<PasswordQuestion *>(self);
        question->asked = true;
        const int length = static_cast<int>(std::min<qsizetype>(size, question->password.size()));
        std::copy_n(question->password.constData(), length, buffer);
        return length > 0 ? length : -1;
    }
};

class Reading
{
public:
    Reading(const CertificateFiles &files, const QDateTime &now)
        : m_files(files)
        , m_now(now)
    {
    }

    Certificates run()
    {
        readAuthorities();
        readClient();
        if (!m_result.usable()) {
            m_result.chain.clear();
            m_result.key = {};
        }
        ERR_clear_error();
        return std::move(m_result);
    }

private:
    void tell(Severity severity, const QString &subject, const QString &message, const QString &nextStep = {})
    {
        m_result.findings.push_back({severity, subject, message, nextStep});
    }
    void refuse(const QString &subject, const QString &message, const QString &nextStep)
    {
        tell(Severity::Error, subject, message, nextStep);
    }

    bool read(const QString &path, QByteArray &bytes)
    {
        QFile file(path);
        if (!file.exists()) {
            refuse(path, tr("The file isn't there."),
                tr("Correct its path on the environment's page; it begins at the workspace."));
            return false;
        }
        if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile) {
            refuse(path, tr("The file can't be read: %1.").arg(file.errorString()), tr("Look at its permissions."));
            return false;
        }
        bytes = file.readAll();
        return true;
    }

    /// Says what a file is that should be a certificate and isn't.
    void refuseAsCertificate(const QString &path, const QByteArray &bytes)
    {
        if (bytes.contains("CERTIFICATE REQUEST-----"))
            refuse(path, tr("This is a signing request, not a certificate."),
                tr("Send it to the partner; what comes back is the certificate."));
        else if (bytes.contains("PRIVATE KEY-----"))
            refuse(path, tr("This is a key, not a certificate."),
                tr("Certificate and key are swapped: name them the other way round."));
        else if (bytes.contains("-----BEGIN "))
            refuse(path, tr("There is no certificate in this file."),
                tr("Choose the file with -----BEGIN CERTIFICATE----- in it."));
        else
            refuse(path, tr("This is neither PEM nor PKCS#12."),
                tr("Choose the certificate that the partner sent, a .crt, .pem or .p12 file."));
    }

    QList<QSslCertificate> certificatesIn(const QByteArray &bytes)
    {
        QList<QSslCertificate> found = QSslCertificate::fromData(bytes, QSsl::Pem);
        if (found.isEmpty() && !bytes.contains("-----BEGIN "))
            found = QSslCertificate::fromData(bytes, QSsl::Der);
        return found;
    }

    /// False where it can't be used on this day.
    void checkDates(const QString &path, const QSslCertificate &certificate, bool isAuthority)
    {
        const QString renew = isAuthority
            ? tr("Ask the partner for the present one.")
            : tr("Make a new key and signing request, and send the request to the partner.");
        const QString name = nameOf(certificate);
        const QDateTime end = certificate.expiryDate();
        if (end < m_now)
            refuse(path, tr("The certificate “%1” expired on %2.").arg(name, dayOf(end)), renew);
        else if (certificate.effectiveDate() > m_now)
            refuse(path,
                tr("The certificate “%1” is valid from %2 only.").arg(name, dayOf(certificate.effectiveDate())),
                tr("Wait until then, or look whether this computer's clock is right."));
        else if (m_now.daysTo(end) <= Certificates::DaysAhead)
            tell(Severity::Warning, path,
                tr("The certificate “%1” expires in %2 days, on %3.").arg(name).arg(m_now.daysTo(end)).arg(dayOf(end)),
                renew);
        else
            tell(Severity::Good, path, tr("The certificate “%1” is valid until %2.").arg(name, dayOf(end)));
    }

    void readAuthorities()
    {
        if (m_files.authority.isEmpty())
            return;
        QByteArray bytes;
        if (!read(m_files.authority, bytes))
            return;
        m_result.authorities = certificatesIn(bytes);
        if (m_result.authorities.isEmpty()) {
            refuseAsCertificate(m_files.authority, bytes);
            return;
        }
        for (const QSslCertificate &certificate : std::as_const(m_result.authorities)) {
            checkDates(m_files.authority, certificate, true);
            const X509Pointer native = nativeOf(certificate);
            if (native && X509_check_ca(native.get()) == 0)
                tell(Severity::Warning, m_files.authority,
                    tr("“%1” isn't an authority's certificate.").arg(nameOf(certificate)),
                    tr("Choose the partner's CA certificate, often called cacert."));
        }
    }

    void readClient()
    {
        if (m_files.certificate.isEmpty() && m_files.key.isEmpty())
            return;
        if (m_files.certificate.isEmpty()) {
            refuse(m_files.key, tr("There is a key, but no certificate to go with it."),
                tr("Choose the client certificate that the partner sent."));
            return;
        }
        QByteArray bytes;
        if (!read(m_files.certificate, bytes))
            return;
        if (!bytes.contains("-----BEGIN ") && readPkcs12(bytes))
            return;
        m_result.chain = certificatesIn(bytes);
        if (m_result.chain.isEmpty()) {
            refuseAsCertificate(m_files.certificate, bytes);
            return;
        }
        QByteArray keyBytes = bytes;
        const QString keyPath = m_files.key.isEmpty() ? m_files.certificate : m_files.key;
        if (!m_files.key.isEmpty() && !read(m_files.key, keyBytes))
            return;
        const Key key = readKey(keyPath, keyBytes);
        if (key)
            pair(keyPath, key.get());
    }

    /// True where it is PKCS#12, whatever came of it.
    bool readPkcs12(const QByteArray &bytes)
    {
        const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
        const Pkcs12 store(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
        if (!store)
            return false;
        const QString &path = m_files.certificate;
        const char *password = m_files.password.constData();
        if (PKCS12_verify_mac(store.get(), password, static_cast<int>(m_files.password.size())) != 1) {
            if (m_files.password.isEmpty())
                refuse(path, tr("The file is protected by a password, and none is given."),
                    tr("Give the password's place on the environment's page."));
            else
                refuse(path, tr("The password doesn't open this file."),
                    tr("Look for the one that came with it, and give that."));
            return true;
        }
        EVP_PKEY *key = nullptr;
        X509 *certificate = nullptr;
        STACK_OF(X509) *others = nullptr;
        if (PKCS12_parse(store.get(), password, &key, &certificate, &others) != 1) {
            refuse(path, tr("This PKCS#12 file can't be read."),
                tr("Ask for it again, or convert it to PEM with openssl pkcs12."));
            return true;
        }
        const Key ownKey(key);
        const X509Pointer ownCertificate(certificate);
        if (certificate)
            m_result.chain << converted(certificate);
        for (int i = 0; i < sk_X509_num(others); ++i)
            m_result.chain << converted(sk_X509_value(others, i));
        sk_X509_pop_free(others, X509_free);
        if (!certificate || !key)
            refuse(path, key ? tr("There is no certificate in this file.") : tr("There is no key in this file."),
                tr("Export certificate and key together."));
        else
            pair(path, key);
        return true;
    }

    static QSslCertificate converted(X509 *certificate)
    {
        unsigned char *der = nullptr;
        const int size = i2d_X509(certificate, &der);
        const QSslCertificate result(QByteArray(reinterpret_cast<const char *>(der), std::max(size, 0)), QSsl::Der);
        OPENSSL_free(der);
        return result;
    }

    Key readKey(const QString &path, const QByteArray &bytes)
    {
        PasswordQuestion question{m_files.password};
        Key key(PEM_read_bio_PrivateKey(bioOf(bytes).get(), nullptr, &PasswordQuestion::answer, &question));
        if (key)
            return key;
        if (question.asked && m_files.password.isEmpty())
            refuse(path, tr("The key is encrypted, and no password is given."),
                tr("Give the password's place on the environment's page."));
        else if (question.asked)
            refuse(path, tr("The password doesn't open this key."),
                tr("Look for the one that the key was made with, and give that."));
        else if (bytes.contains("PRIVATE KEY-----"))
            refuse(path, tr("The key is damaged, or of a kind that can't be read."),
                tr("Make a new one: openssl genrsa -out client.key 2048."));
        else if (bytes.contains("PUBLIC KEY-----"))
            refuse(path, tr("This is a public key; the private one is needed."),
                tr("Choose the file with PRIVATE KEY in it."));
        else if (bytes.contains("CERTIFICATE-----") && m_files.key.isEmpty())
            refuse(path, tr("There is a certificate, but no key to go with it."),
                tr("Choose the key that its signing request was made with."));
        else if (bytes.contains("CERTIFICATE-----"))
            refuse(path, tr("This is a certificate, not a key."),
                tr("Certificate and key are swapped: name them the other way round."));
        else
            refuse(path, tr("This isn't a key in PEM form."),
                tr("Choose the file with -----BEGIN PRIVATE KEY----- in it."));
        return key;
    }

    /// Puts the certificate that the key belongs to first, and checks it.
    void pair(const QString &keyPath, EVP_PKEY *key)
    {
        for (qsizetype i = 0; i < m_result.chain.size(); ++i) {
            const X509Pointer native = nativeOf(m_result.chain[i]);
            if (!native || X509_check_private_key(native.get(), key) != 1)
                continue;
            m_result.chain.move(i, 0);
            for (const QSslCertificate &certificate : std::as_const(m_result.chain))
                checkDates(m_files.certificate, certificate, false);
            if (X509_check_purpose(native.get(), X509_PURPOSE_SSL_CLIENT, 0) == 0)
                tell(Severity::Warning, m_files.certificate, tr("The certificate isn't made for clients."),
                    tr("If the partner refuses it, ask for one for client authentication."));
            takeKey(keyPath, key);
            return;
        }
        refuse(keyPath, tr("The key doesn't belong to the certificate “%1”.").arg(nameOf(m_result.chain.first())),
            tr("Choose the key that its signing request was made with."));
    }

    void takeKey(const QString &path, EVP_PKEY *key)
    {
        const int kind = EVP_PKEY_get_base_id(key);
        const Bio memory(BIO_new(BIO_s_mem()));
        PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
        char *data = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &data);
        QByteArray pem(data, size);
        if (kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC)
            m_result.key = QSslKey(pem, kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec, QSsl::Pem);
        pem.fill('\0');
        if (m_result.key.isNull())
            refuse(path, tr("Keys of this kind can't be used."),
                tr("Make an RSA key: openssl genrsa -out client.key 2048."));
    }

    CertificateFiles m_files;
    QDateTime m_now;
    Certificates m_result;
};

} // namespace

Certificates readCertificates(const CertificateFiles &files, const QDateTime &now)
{
    return Reading(files, now).run();
}

} // namespace marquee::exchange
