// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RunOptions.h"

#include "batch/Pieces.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchVerb;
using theme::scaled;

RunOptions::RunOptions(RunPlace place, QWidget *dialog)
    : QObject(dialog)
    , m_place(std::move(place))
    , m_dialog(dialog)
{
    makeWidgets();
}

void RunOptions::makeWidgets()
{
    m_operation = named(new QComboBox(m_dialog), "batchOperation", tr("Operation"));
    m_operation->addItem(tr("Send: put them at the partner"), u"put"_s);
    m_operation->addItem(tr("Validate with the partner; nothing is changed there"), u"validate"_s);
    m_operation->addItem(tr("Get what the partner has"), u"get"_s);
    m_operation->addItem(tr("Delete at the partner"), u"delete"_s);
    m_way = named(new QComboBox(m_dialog), "batchWay", tr("Requests"));
    m_way->addItem(tr("Windows together, at most"));
    m_way->addItem(tr("Each on its own"));
    m_way->setToolTip(tr("Full extracts always go on their own: the partner takes only windows together."));
    m_chunk = named(new QSpinBox(m_dialog), "batchChunk", tr("Items in one request"));
    m_chunk->setRange(1, 100);
    m_chunk->setValue(100);
    m_jobs = named(new QSpinBox(m_dialog), "batchJobs", tr("Requests at a time"));
    const auto &prime = m_place.environment.prime;
    m_jobs->setRange(1, prime ? std::max(1, prime->connections) : 5);
    m_jobs->setToolTip(tr("The environment allows %1 connections.").arg(m_jobs->maximum()));
    for (QSpinBox *number : {m_chunk, m_jobs}) {
        number->setButtonSymbols(QAbstractSpinBox::NoButtons);
        number->setFixedWidth(scaled(64));
    }
    m_stopOnError = named(new QCheckBox(tr("Stop at the first item that isn't accepted"), m_dialog), "batchStopOnError",
        tr("Stop at the first item that isn't accepted"));
    connect(m_operation, &QComboBox::currentIndexChanged, this, &RunOptions::refresh);
    connect(m_way, &QComboBox::currentIndexChanged, this, &RunOptions::refresh);
    connect(m_chunk, &QSpinBox::valueChanged, this, &RunOptions::refresh);
}

QLayout *RunOptions::makeWay()
{
    auto *way = new QHBoxLayout;
    way->setSpacing(scaled(8));
    way->addWidget(m_way);
    way->addWidget(m_chunk);
    return way;
}

QWidget *RunOptions::makeEnvironment()
{
    auto *box = new QWidget(m_dialog);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *dot = new QLabel(box);
    dot->setPixmap(theme::dotIcon(m_place.colour).pixmap(scaled(16), scaled(16)));
    auto *name = noteLabel("batchEnvironment", QString(), box);
    name->setWordWrap(false);
    name->setText(m_place.environment.isProtected ? tr("%1 (protected)").arg(m_place.title) : m_place.title);
    layout->addWidget(dot);
    layout->addWidget(name, 1);
    return box;
}

void RunOptions::addTo(QFormLayout *form)
{
    m_dryRun = named(new QCheckBox(tr("Dry run: read and validate, and send nothing"), m_dialog), "batchDryRun",
        tr("Dry run: read and validate, and send nothing"));
    connect(m_dryRun, &QCheckBox::toggled, this, &RunOptions::refresh);
    form->addRow(tr("Operation"), m_operation);
    auto *way = new QHBoxLayout;
    way->addLayout(makeWay());
    way->addStretch(1);
    form->addRow(tr("Requests"), way);
    auto *jobs = new QHBoxLayout;
    jobs->addWidget(m_jobs);
    jobs->addStretch(1);
    form->addRow(tr("At a time"), jobs);
    form->addRow(QString(), m_stopOnError);
    form->addRow(QString(), m_dryRun);
    form->addRow(tr("Where"), makeEnvironment());
}

QLayout *RunOptions::makeLines()
{
    const auto label = [this](const QString &text, QWidget *of) {
        auto *made = new QLabel(text, m_dialog);
        made->setProperty("role", u"label"_s);
        made->setBuddy(of);
        return made;
    };
    auto *lines = new QVBoxLayout;
    lines->setSpacing(scaled(8));
    auto *first = new QHBoxLayout;
    first->setSpacing(scaled(8));
    first->addWidget(label(tr("Operation"), m_operation));
    first->addWidget(m_operation);
    first->addSpacing(scaled(16));
    first->addWidget(label(tr("Requests"), m_way));
    first->addLayout(makeWay());
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(scaled(8));
    second->addWidget(m_stopOnError);
    second->addSpacing(scaled(16));
    second->addWidget(label(tr("At a time"), m_jobs));
    second->addWidget(m_jobs);
    second->addStretch(1);
    second->addWidget(makeEnvironment());
    lines->addLayout(first);
    lines->addLayout(second);
    return lines;
}

QWidget *RunOptions::makeTypeIt()
{
    m_typeIt = new QWidget(m_dialog);
    auto *layout = new QVBoxLayout(m_typeIt);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *words = noteLabel("batchTypeIt", u"label"_s, m_typeIt);
    words->setText(tr("This environment is protected: what is sent counts. Type its name to go on."));
    m_name = named(new QLineEdit(m_typeIt), "batchEnvironmentName", tr("Name of the environment"));
    m_name->setPlaceholderText(m_place.environment.name);
    connect(m_name, &QLineEdit::textChanged, this, &RunOptions::refresh);
    layout->addWidget(words);
    layout->addWidget(m_name);
    refresh();
    return m_typeIt;
}

exchange::BatchOptions RunOptions::options() const
{
    exchange::BatchOptions options;
    options.operationName = m_operation->currentData().toString();
    options.operation
        = exchange::BatchOperation::named(options.operationName.toStdString()).value_or(options.operation);
    options.chunk = m_way->currentIndex() == 0 ? m_chunk->value() : 0;
    options.jobs = m_jobs->value();
    options.stopOnError = m_stopOnError->isChecked();
    options.dryRun = m_dryRun && m_dryRun->isChecked();
    return options;
}

bool RunOptions::asksName() const
{
    const exchange::BatchOptions chosen = options();
    const bool changesPartner
        = !chosen.dryRun && (chosen.operation.verb == BatchVerb::Put || chosen.operation.verb == BatchVerb::Delete);
    return m_place.environment.isProtected && changesPartner;
}

bool RunOptions::isConfirmed() const
{
    return !asksName() || (m_name && m_name->text() == m_place.environment.name);
}

void RunOptions::refresh()
{
    m_chunk->setEnabled(m_way->currentIndex() == 0);
    if (m_typeIt)
        m_typeIt->setVisible(asksName());
    Q_EMIT changed();
}

QString RunOptions::beginWords(int items) const
{
    const exchange::BatchOptions chosen = options();
    const QString count = QLocale().toString(items);
    if (items == 0)
        return tr("Begin");
    if (chosen.dryRun)
        return tr("Look at %1").arg(count);
    switch (chosen.operation.verb) {
    case BatchVerb::Put:
        return tr("Send %1").arg(count);
    case BatchVerb::Validate:
        return tr("Validate %1").arg(count);
    case BatchVerb::Get:
        return tr("Get %1").arg(count);
    case BatchVerb::Delete:
        break;
    }
    return tr("Delete %1").arg(count);
}

} // namespace marquee::batch
