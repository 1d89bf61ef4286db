// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace marquee::test {

/// An authority of a test's own, in a folder of its own, made with the openssl command: its certificate, and
/// certificates that it signs. Files are called NAME.crt and NAME.key.
class Authority
{
public:
    explicit Authority(const QString &name = QStringLiteral("Test CA"))
    {
        m_good = openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
            QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), file("ca.key"),
            QStringLiteral("-out"), file("ca.crt"), QStringLiteral("-days"), QStringLiteral("365"),
            QStringLiteral("-subj"), QStringLiteral("/CN=") + name});
    }

    bool isGood() const { return m_good; }
    QString folder() const { return m_folder.path(); }
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Signs a certificate for NAME, valid for so many days from now; less than none: it has expired.
    bool issue(const QString &name, int days = 365, const QString &alternative = QStringLiteral("IP:127.0.0.1"))
    {
        const QString base = m_folder.filePath(name);
        QFile extension(base + QStringLiteral(".ext"));
        if (!extension.open(QIODevice::WriteOnly))
            return false;
        extension.write("subjectAltName=" + alternative.toLatin1() + "\nbasicConstraints=CA:FALSE\n");
        extension.close();
        return openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                   QStringLiteral("-nodes"), QStringLiteral("-keyout"), base + QStringLiteral(".key"),
                   QStringLiteral("-out"), base + QStringLiteral(".csr"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=") + name})
            && openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                base + QStringLiteral(".csr"), QStringLiteral("-CA"), file("ca.crt"), QStringLiteral("-CAkey"),
                file("ca.key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-out"),
                base + QStringLiteral(".crt"), QStringLiteral("-days"), QString::number(days),
                QStringLiteral("-extfile"), base + QStringLiteral(".ext")});
    }

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit
            && process.exitCode() == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_good = false;
};

} // namespace marquee::test
