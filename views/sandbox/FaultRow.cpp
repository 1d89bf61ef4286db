// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/FaultRow.h"

#include "editor/FlowLayout.h"
#include "editor/QuietCombo.h"
#include "editor/YesNoBox.h"
#include "sandbox/FaultWords.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int LargestNumber = 100'000;

QString named(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// The wheel scrolls the page, whatever stands under it.
class QuietNumber : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

QSpinBox *makeNumber(const QString &objectName, const QString &accessibleName, int least, QWidget *parent)
{
    auto *box = new QuietNumber(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setRange(least, LargestNumber);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setMinimumHeight(scaled(32));
    return box;
}

} // namespace

FaultRow::FaultRow(Fault::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    const FaultWords words = wordsFor(kind);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, scaled(4), 0, scaled(4));
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setSpacing(scaled(8));
    m_on = new editor::YesNoBox(words.title, this);
    m_on->setObjectName(u"fault-"_s + named(nameOf(kind)));
    m_on->setAccessibleName(words.title);
    m_on->setAccessibleDescription(words.outcome + u". "_s + words.expect);
    m_on->setMinimumHeight(scaled(24));
    setFocusProxy(m_on);
    m_outcome = new QLabel(words.outcome, this);
    m_outcome->setProperty("role", words.outcome == wordsFor(Fault::Kind::Stall).outcome ? u"warning"_s : u"error"_s);
    top->addWidget(m_on, 1);
    top->addWidget(m_outcome);
    layout->addLayout(top);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(scaled(24), 0, 0, 0);
    below->setSpacing(scaled(8));
    m_expect = new QLabel(words.expect, this);
    m_expect->setProperty("role", u"note"_s);
    m_expect->setTextFormat(Qt::PlainText);
    m_expect->setWordWrap(true);
    below->addWidget(m_expect);
    m_which = makeWhich(words.title);
    below->addWidget(m_which);
    layout->addLayout(below);
    connect(m_on, &QCheckBox::toggled, this, [this] {
        settle();
        Q_EMIT changed();
    });
    connect(m_operation, &QComboBox::currentIndexChanged, this, &FaultRow::changed);
    for (QSpinBox *number : {m_from, m_times})
        connect(number, &QSpinBox::valueChanged, this, &FaultRow::changed);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FaultRow::dress);
    settle();
    dress();
}

QWidget *FaultRow::makeWhich(const QString &title)
{
    auto *which = new QWidget(this);
    auto *layout = new editor::FlowLayout(which);
    layout->setContentsMargins(0, 0, 0, scaled(4));
    layout->setSpacing(scaled(8));
    m_operation = new editor::QuietCombo(which);
    m_operation->setObjectName(m_on->objectName() + u"-operation"_s);
    m_operation->setAccessibleName(tr("Operation: %1").arg(title));
    m_operation->setMinimumHeight(scaled(32));
    m_operation->addItem(tr("any operation"));
    for (const partners::OperationInfo &operation : partners::allOperations()) {
        if (m_kind != Fault::Kind::Partial || operation.reach == partners::Reach::Batch
            || operation.reach == partners::Reach::Message)
            m_operation->addItem(named(operation.name), static_cast<int>(operation.operation));
    }
    m_from = makeNumber(m_on->objectName() + u"-from"_s, tr("First request that it hits: %1").arg(title), 1, which);
    m_from->setPrefix(tr("from request "));
    m_times = makeNumber(m_on->objectName() + u"-times"_s, tr("How many times: %1").arg(title), 0, which);
    m_times->setSpecialValueText(tr("every time"));
    m_times->setSuffix(tr(" times"));
    m_times->setToolTip(tr("How many requests it hits; 0 for every one from there on."));
    m_from->setToolTip(tr("Counted from when faults were changed last."));
    for (QWidget *field :
        {static_cast<QWidget *>(m_operation), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_times)})
        layout->addWidget(field);
    return which;
}

void FaultRow::settle()
{
    m_which->setVisible(m_on->isChecked());
}

void FaultRow::dress()
{
    m_expect->setFont(theme::noteFont());
    m_outcome->setFont(theme::noteFont());
    m_operation->setFixedWidth(scaled(216)); // the longest name, which Atom has
    m_from->setFixedWidth(scaled(128));
    m_times->setFixedWidth(scaled(88));
}

bool FaultRow::isOn() const
{
    return m_on->isChecked();
}

Fault FaultRow::fault() const
{
    Fault fault;
    fault.kind = m_kind;
    if (const QVariant operation = m_operation->currentData(); operation.isValid())
        fault.operation = static_cast<partners::Operation>(operation.toInt());
    fault.from = m_from->value();
    fault.count = m_times->value();
    return fault;
}

void FaultRow::show(const Fault &fault)
{
    const QSignalBlocker quiet(this);
    const int place = fault.operation ? m_operation->findData(static_cast<int>(*fault.operation)) : 0;
    m_operation->setCurrentIndex(std::max(0, place));
    m_from->setValue(fault.from);
    m_times->setValue(fault.count);
    m_on->setChecked(true);
}

void FaultRow::showOff()
{
    const QSignalBlocker quiet(this);
    m_on->setChecked(false);
}

} // namespace marquee::sandbox
