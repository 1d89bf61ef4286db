// SPDX-License-Identifier: GPL-3.0-or-later
#include "LargeAvail.h"

#include "payload/JsonLayout.h"
#include "workspace/Files.h"
#include "workspace/Templates.h"

#include <QDate>

#include <nlohmann/json.hpp>

namespace marquee::bench {

namespace {

nlohmann::ordered_json original()
{
    const auto published = workspace::readFile(QStringLiteral(MARQUEE_SHARED "/examples/prime/put-full-tvod-movie.json"));
    if (published)
        return nlohmann::ordered_json::parse(published->toStdString());
    return nlohmann::ordered_json::parse(workspace::Templates::load()->find("tvod-film")->text);
}

} // namespace

QByteArray largeAvail(int windows, Windows kind)
{
    static constexpr const char *countries[] = {"US", "GB", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "CH",
                                                "SE", "NO", "DK", "FI", "PL", "PT", "IE", "CA", "AU", "NZ"};
    static constexpr const char *formats[] = {"SD", "HD", "UHD"};
    nlohmann::ordered_json json = original();
    nlohmann::ordered_json &list = json["avail"]["Transaction"];
    const nlohmann::ordered_json first = list[0];
    list = nlohmann::ordered_json::array();
    for (int i = 0; i < windows; ++i) {
        nlohmann::ordered_json window = first;
        window["_TransactionID"] = "window-" + std::to_string(i);
        if (kind == Windows::Successive) {
            window["Territory"][0]["country"] = countries[i % 20];
            window["FormatProfile"]["value"] = formats[i / 20 % 3];
            const QDate start = QDate(2027, 1, 1).addDays(10 * (i / 60));
            window["Start"] = start.toString(Qt::ISODate).toStdString() + "T09:00:00Z";
            window["End"] = start.addDays(10).toString(Qt::ISODate).toStdString() + "T09:00:00Z";
        }
        list.push_back(std::move(window));
    }
    return QByteArray::fromStdString(json.dump(2));
}

} // namespace marquee::bench
