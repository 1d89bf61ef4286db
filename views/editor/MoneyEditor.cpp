// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/MoneyEditor.h"

#include "editor/ChoiceCombo.h"
#include "editor/CurrencyEditor.h"
#include "editor/JsonParts.h"
#include "editor/NumberEditor.h"

#include <QHBoxLayout>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Amount = "value";
constexpr const char *Currency = "_currency";

} // namespace

MoneyEditor::MoneyEditor(const Lookup &lookup, QWidget *parent)
    : FieldEditor(parent)
    , m_amount(new NumberEditor(this))
    , m_currency(new CurrencyEditor(lookup, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    for (FieldEditor *part : {static_cast<FieldEditor *>(m_amount), static_cast<FieldEditor *>(m_currency)}) {
        part->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        layout->addWidget(part);
    }
    layout->addStretch();
    m_currency->combo()->setWidest(144); // what the code stands for is no news to most
    setFocusProxy(m_amount);
    m_currency->inputWidget()->setObjectName(u"currency"_s);
    m_currency->inputWidget()->setAccessibleName(tr("Currency"));
    connectPart(m_amount, Amount);
    connectPart(m_currency, Currency);
}

void MoneyEditor::connectPart(FieldEditor *part, const char *member)
{
    connect(part, &FieldEditor::edited, this,
        [this, member](const std::string &json, bool typing) { setPart(member, json, typing); });
    connect(part, &FieldEditor::cleared, this, [this, member] { takePartAway(member); });
    connect(part, &FieldEditor::left, this, [this] {
        if (!hasCursor()) // from the amount to the currency is no leaving
            Q_EMIT left();
    });
}

QWidget *MoneyEditor::inputWidget()
{
    return m_amount->inputWidget();
}

void MoneyEditor::show(const payload::Value &value)
{
    m_current = value ? std::optional(value.raw()) : std::nullopt;
    m_amount->show(value.isObject() ? value.member(Amount) : value);
    m_currency->show(value.isObject() ? value.member(Currency) : payload::Value());
}

void MoneyEditor::showSeveral(const payload::Value &shared)
{
    m_current = shared ? std::optional(shared.raw()) : std::nullopt;
    for (const auto &[editor, member] : {std::pair<FieldEditor *, const char *>(m_amount, Amount), {m_currency, Currency}}) {
        if (const payload::Value part = shared.member(member))
            editor->show(part);
        else
            editor->showSeveral({});
    }
}

void MoneyEditor::setPart(const char *member, const std::string &json, bool typing)
{
    const OwnValue own(m_current);
    m_current = withMember(own.value().isObject() ? *m_current : "{}", member, json);
    Q_EMIT edited(*m_current, typing);
}

void MoneyEditor::takePartAway(const char *member)
{
    const OwnValue own(m_current);
    const payload::Value money = own.value();
    if (!money.isObject() || (money.size() == 1 && money.member(member))) {
        m_current.reset();
        Q_EMIT cleared();
        return;
    }
    m_current = withoutMember(*m_current, member);
    Q_EMIT edited(*m_current, false);
}

void MoneyEditor::setMark(Mark mark)
{
    m_amount->setMark(mark);
    m_currency->setMark(mark);
}

void MoneyEditor::setReadOnly(bool readOnly)
{
    m_amount->setReadOnly(readOnly);
    m_currency->setReadOnly(readOnly);
}

} // namespace marquee::editor
