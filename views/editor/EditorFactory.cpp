// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/BooleanEditor.h"
#include "editor/CountryEditor.h"
#include "editor/CurrencyEditor.h"
#include "editor/DateTimeEditor.h"
#include "editor/DurationEditor.h"
#include "editor/FieldEditor.h"
#include "editor/JsonEditor.h"
#include "editor/LanguageEditor.h"
#include "editor/LanguageListEditor.h"
#include "editor/MoneyEditor.h"
#include "editor/NumberEditor.h"
#include "editor/TextEditor.h"
#include "editor/TextListEditor.h"
#include "editor/VocabularyEditor.h"

namespace marquee::editor {

namespace {

using catalog::FieldType;
using catalog::TermKind;

std::unique_ptr<FieldEditor> textEditor(const catalog::Vocabulary *vocabulary)
{
    if (vocabulary)
        return std::make_unique<VocabularyEditor>(*vocabulary);
    return std::make_unique<TextEditor>();
}

bool isLanguage(const catalog::ObjectType &type)
{
    const catalog::Field *value = type.find("value");
    return value && value->type == FieldType::Language;
}

std::unique_ptr<FieldEditor> listEditor(const catalog::Field &field, const Lookup &lookup)
{
    if (field.object && isLanguage(*field.object))
        return std::make_unique<LanguageListEditor>(*field.object, lookup);
    if (field.type == FieldType::Text || field.type == FieldType::Id)
        return std::make_unique<TextListEditor>();
    return std::make_unique<JsonEditor>();
}

} // namespace

std::unique_ptr<FieldEditor> makeEditor(const catalog::Field &field, const Lookup &lookup)
{
    if (field.list)
        return listEditor(field, lookup);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Id:
    case FieldType::Date:
    case FieldType::Time:
    case FieldType::Sequence:
    case FieldType::Precision:
    case FieldType::Url:
        return textEditor(field.vocabulary);
    case FieldType::Integer:
    case FieldType::Count:
    case FieldType::Decimal:
        return std::make_unique<NumberEditor>();
    case FieldType::Boolean:
        return std::make_unique<BooleanEditor>();
    case FieldType::DateTime:
        return std::make_unique<DateTimeEditor>();
    case FieldType::Duration:
        return std::make_unique<DurationEditor>();
    case FieldType::Language:
        return std::make_unique<LanguageEditor>(lookup);
    case FieldType::Country:
        return std::make_unique<CountryEditor>(lookup);
    case FieldType::Currency:
        return std::make_unique<CurrencyEditor>(lookup);
    case FieldType::Object:
        if (field.object && field.object->name == "Money")
            return std::make_unique<MoneyEditor>(lookup);
        break;
    case FieldType::Any:
        break;
    }
    return std::make_unique<JsonEditor>();
}

std::unique_ptr<FieldEditor> makeEditor(const catalog::TermDefinition &term, const Lookup &lookup)
{
    switch (term.kind) {
    case TermKind::Text:
    case TermKind::Id:
    case TermKind::Uri:
        return textEditor(term.vocabulary);
    case TermKind::Duration:
        return std::make_unique<DurationEditor>();
    case TermKind::Boolean:
        return std::make_unique<BooleanEditor>();
    case TermKind::Money:
        return std::make_unique<MoneyEditor>(lookup);
    case TermKind::Event:
        return std::make_unique<DateTimeEditor>();
    case TermKind::Number:
        return std::make_unique<NumberEditor>();
    case TermKind::Language:
        return std::make_unique<LanguageEditor>(lookup);
    case TermKind::Other:
        break;
    }
    return std::make_unique<JsonEditor>();
}

} // namespace marquee::editor
