// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/WorkspaceFile.h"

#include "workspace/Files.h"

#include <QCoreApplication>
#include <QDir>

#include <nlohmann/json.hpp>

namespace marquee::workspace {

namespace {

/// No workspace's settings are near that large; what is, was put there to exhaust whoever reads it.
constexpr qsizetype LargestFile = 1024 * 1024;

} // namespace

Expected<WorkspaceFile> WorkspaceFile::read(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("marquee.json"));
    auto bytes = readFile(path);
    if (!bytes)
        return bytes.error().code == Error::Code::NotFound ? Expected<WorkspaceFile>(WorkspaceFile())
                                                           : tl::unexpected(bytes.error());
    Error error;
    error.nextStep = QCoreApplication::translate("WorkspaceFile", "Correct the file, or move it away.");
    if (bytes->size() > LargestFile) {
        error.code = Error::Code::TooLarge;
        error.message = QCoreApplication::translate("WorkspaceFile", "“%1” is larger than 1 MB.").arg(path);
        return tl::unexpected(error);
    }
    WorkspaceFile file;
    try {
        const auto json = nlohmann::json::parse(bytes->toStdString());
        if (json.contains("rules"))
            file.rules = json.at("rules").get<std::map<std::string, std::string>>();
        return file;
    } catch (const nlohmann::json::parse_error &exception) {
        error.code = Error::Code::Malformed;
        error.message = QCoreApplication::translate("WorkspaceFile", "“%1” isn't well-formed: %2.")
                            .arg(path, QString::fromUtf8(exception.what()));
    } catch (const nlohmann::json::exception &) {
        error.code = Error::Code::Invalid;
        error.message = QCoreApplication::translate("WorkspaceFile", "“rules” in “%1” has to be an object of rule ids and words, "
                                                                     "such as {\"AV112\": \"off\"}.")
                            .arg(path);
    }
    return tl::unexpected(error);
}

} // namespace marquee::workspace
