// SPDX-License-Identifier: GPL-3.0-or-later
// Productions that tests make up: one with all that is documented, one with things wrong, one with little.
#pragma once

#include <QByteArray>

namespace marquee::test {

inline const QByteArray nightFerry
    = R"({"id":"B00000000001","name":"Night Ferry","synopsis":"The last boat of the winter takes more aboard than it should.",
 "advisoryRating":"PG-13","genres":["Drama","Mystery"],"runtimeMinutes":125,"releaseDate":"2026-03-14","atomUserScore":8.1,
 "productionUrl":"https://films.example/night-ferry","distributor":"Lantern Pictures","imdbId":"tt0000001","atomProductionId":"A1",
 "productionMedia":{"imageData":{"coverImageUrl":"https://images.example/ferry.jpg?a=1&b=2",
   "promoImageUrls":["https://images.example/ferry-1.png","file:///etc/passwd"]},
   "trailerData":{"trailerUrls":["https://video.example/ferry?x=1&y=2","javascript:alert"]}},
 "contributors":{"cast":[{"name":"Ada Moor","characterName":"The captain"},{"name":"Jon Reed"}],"crew":[{"name":"Ines Vale","role":"Director"}]}})";
inline const QByteArray harbour
    = R"({"id":"B00000000002","name":"Harbour Lights","runtimeMinutes":0,"atomUserScore":11,"releaseDate":"spring",
 "productionMedia":{"imageData":{"promoImageUrls":[]},"trailerData":{"trailerUrls":[]}},
 "contributors":{"cast":[],"crew":[]},"atomVendorId":"V-2","isHot":true})";
inline const QByteArray paper
    = R"({"id":"B00000000003","name":"Paper Lanterns","runtimeMinutes":61,"atomUserScore":9.5,"distributor":"Lantern Pictures",
 "productionMedia":{"imageData":{"coverImageUrl":"","promoImageUrls":[]},"trailerData":{"trailerUrls":[]}},"contributors":{"cast":[],"crew":[]}})";

} // namespace marquee::test
