// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Pointer.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::payload {

Expected<Pointer> Pointer::parse(std::string_view text)
{
    const auto invalid = [&text] {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = QCoreApplication::translate("Pointer", "“%1” isn't a JSON Pointer.")
                            .arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        error.nextStep = QCoreApplication::translate("Pointer", "Write it like /avail/Transaction/0/End.");
        return tl::unexpected(error);
    };
    Pointer pointer;
    if (text.empty())
        return pointer;
    if (text.front() != '/')
        return invalid();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/') {
            pointer.tokens.emplace_back();
        } else if (text[i] == '~') {
            if (++i == text.size() || (text[i] != '0' && text[i] != '1'))
                return invalid();
            pointer.tokens.back().text.push_back(text[i] == '0' ? '~' : '/');
        } else {
            pointer.tokens.back().text.push_back(text[i]);
        }
    }
    return pointer;
}

Pointer Pointer::child(std::string_view name, std::uint32_t occurrence) const
{
    Pointer pointer = *this;
    pointer.tokens.push_back({std::string(name), occurrence});
    return pointer;
}

Pointer Pointer::child(std::uint32_t index) const
{
    return child(std::to_string(index));
}

Pointer Pointer::parent() const
{
    Pointer pointer = *this;
    if (!pointer.tokens.empty())
        pointer.tokens.pop_back();
    return pointer;
}

bool Pointer::startsWith(const Pointer &prefix) const
{
    return tokens.size() >= prefix.tokens.size()
        && std::equal(prefix.tokens.begin(), prefix.tokens.end(), tokens.begin());
}

std::string Pointer::toString() const
{
    std::string text;
    for (const Token &token : tokens) {
        text.push_back('/');
        for (const char c : token.text) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text.push_back(c);
        }
    }
    return text;
}

} // namespace marquee::payload
