// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/BodyEditor.h"

#include "payload/Document.h"

namespace marquee::batchdocument {

namespace {

constexpr int Lines = 20;

} // namespace

BodyEditor::BodyEditor(QWidget *parent)
    : JsonEditor(parent)
{
    setMostLines(Lines);
}

void BodyEditor::show(const payload::Value &value)
{
    const std::string raw = value ? value.raw() : std::string();
    if (raw.empty() || raw.find('\n') != std::string::npos) {
        JsonEditor::show(value);
        return;
    }
    const std::string text = payload::layOut(raw, payload::JsonStyle::canonical());
    const auto laidOut = payload::Document::read(QByteArray::fromStdString(text));
    JsonEditor::show(laidOut ? (*laidOut)->root() : value);
}

} // namespace marquee::batchdocument
