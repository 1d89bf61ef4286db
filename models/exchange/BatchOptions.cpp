// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchOptions.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

QString BatchOptions::toJson() const
{
    const nlohmann::json json{{"chunk", chunk}, {"template", templateFile.toStdString()},
        {"licensor", target.licensor.toStdString()}, {"businessLine", target.businessLine.toStdString()},
        {"territory", target.territory.toStdString()}, {"contract", target.contract.toStdString()},
        {"mapping", mapping.toStdString()}, {"nextSequence", nextSequence}};
    return QString::fromStdString(json.dump());
}

BatchOptions BatchOptions::fromJson(const QString &operation, const QString &text)
{
    BatchOptions options;
    options.operationName = operation;
    options.operation = BatchOperation::named(operation.toStdString()).value_or(BatchOperation());
    const auto json = nlohmann::json::parse(text.toStdString(), nullptr, false);
    if (!json.is_object())
        return options;
    options.chunk = json.value("chunk", options.chunk);
    options.templateFile = QString::fromStdString(json.value("template", std::string()));
    options.mapping = QString::fromStdString(json.value("mapping", std::string()));
    options.nextSequence = json.value("nextSequence", false);
    options.target.licensor = QString::fromStdString(json.value("licensor", std::string()));
    options.target.businessLine = QString::fromStdString(json.value("businessLine", std::string()));
    options.target.territory = QString::fromStdString(json.value("territory", std::string()));
    options.target.contract = QString::fromStdString(json.value("contract", std::string()));
    return options;
}

Numbering numberingOf(const BatchOptions &options)
{
    if (!options.nextSequence)
        return Numbering::AsWritten;
    return options.dryRun ? Numbering::Shown : Numbering::Next;
}

QString newRunName()
{
    static const char letters[] = "23456789abcdefghjkmnpqrstuvwxyz";
    QString name = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss-"_s);
    for (int i = 0; i < 5; ++i)
        name += QLatin1Char(letters[QRandomGenerator::global()->bounded(static_cast<int>(sizeof letters - 1))]);
    return name;
}

} // namespace marquee::exchange
