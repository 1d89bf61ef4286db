// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/FaultsCard.h"

#include "sandbox/FaultRow.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;
using theme::scaled;

FaultsCard::FaultsCard(QWidget *parent)
    : Card(tr("What goes wrong"), parent)
    , m_flagsBox(nullptr)
    , m_flags(nullptr)
    , m_off(new QPushButton(tr("All o&ff"), this))
{
    m_off->setObjectName(u"faultsOff"_s);
    m_off->setAccessibleName(tr("Switch all faults off"));
    m_off->setAutoDefault(false);
    addToHeading(m_off);
    auto *note = new QLabel(
        tr("Each shows how a request ends that meets it every time. Where several fit, the first one counts."), this);
    note->setProperty("role", u"note"_s);
    note->setWordWrap(true);
    addWide(note);
    for (const Fault::Kind kind : allFaultKinds()) {
        auto *row = new FaultRow(kind, this);
        connect(row, &FaultRow::changed, this, [this] {
            showFlags();
            Q_EMIT changed();
        });
        m_rows.push_back(row);
        addWide(row);
    }
    addWide(makeFlags());
    setFocusProxy(m_rows.front());
    connect(m_off, &QPushButton::clicked, this, [this] {
        show({});
        Q_EMIT changed();
    });
    const auto dress = [this, note] {
        note->setFont(theme::noteFont());
        m_flags->setFont(theme::codeFont());
    };
    dress();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, dress);
    showFlags();
}

QWidget *FaultsCard::makeFlags()
{
    m_flagsBox = new QWidget(this);
    auto *layout = new QHBoxLayout(m_flagsBox);
    layout->setContentsMargins(0, scaled(8), 0, 0);
    layout->setSpacing(scaled(8));
    auto *words = new QVBoxLayout;
    words->setSpacing(scaled(4));
    auto *label = new QLabel(tr("The same on the command line:"), m_flagsBox);
    label->setProperty("role", u"label"_s);
    m_flags = new QLabel(m_flagsBox);
    m_flags->setObjectName(u"faultFlags"_s);
    m_flags->setAccessibleName(tr("The same on the command line"));
    m_flags->setTextFormat(Qt::PlainText);
    m_flags->setWordWrap(true);
    m_flags->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->addWidget(label);
    words->addWidget(m_flags);
    layout->addLayout(words, 1);
    auto *copy = new QPushButton(tr("Copy"), m_flagsBox);
    copy->setObjectName(u"faultFlagsCopy"_s);
    copy->setAccessibleName(tr("Copy the flags of the command line"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_flags->text()); });
    layout->addWidget(copy, 0, Qt::AlignBottom);
    return m_flagsBox;
}

void FaultsCard::show(const std::vector<Fault> &faults)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Fault::Kind kind = allFaultKinds()[i];
        const auto found
            = std::find_if(faults.begin(), faults.end(), [kind](const Fault &fault) { return fault.kind == kind; });
        if (found == faults.end())
            m_rows[i]->showOff();
        else
            m_rows[i]->show(*found);
    }
    showFlags();
}

std::vector<Fault> FaultsCard::faults() const
{
    std::vector<Fault> faults;
    for (const FaultRow *row : m_rows) {
        if (row->isOn())
            faults.push_back(row->fault());
    }
    return faults;
}

void FaultsCard::showFlags()
{
    QStringList flags;
    for (const Fault &fault : faults())
        flags << u"--fault "_s + QString::fromStdString(specOf(fault));
    m_flags->setText(flags.join(u' '));
    m_flagsBox->setVisible(!flags.isEmpty());
    m_off->setEnabled(!flags.isEmpty());
}

} // namespace marquee::sandbox
