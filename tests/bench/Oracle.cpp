// SPDX-License-Identifier: GPL-3.0-or-later
#include "Oracle.h"

#include <QElapsedTimer>

#include <nlohmann/json.hpp>

namespace marquee::bench {

namespace {

struct Empty : nlohmann::json_sax<nlohmann::json>
{
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }
};

} // namespace

double saxSeconds(const QByteArray &json)
{
    Empty handler;
    QElapsedTimer timer;
    timer.start();
    nlohmann::json::sax_parse(json.constData(), json.constData() + json.size(), &handler);
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace marquee::bench
