// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/BatchDialog.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using exchange::BatchVerb;
using theme::scaled;

namespace {

constexpr int MostNotes = 3;

QLabel *note(const char *name, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Says it to eyes and to screen readers.
template <class Widget>
Widget *named(Widget *widget, const char *name, const QString &title)
{
    widget->setObjectName(QLatin1StringView(name));
    widget->setAccessibleName(title);
    return widget;
}

} // namespace

BatchDialog::BatchDialog(BatchDesk &desk, Stage stage, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_stage(std::move(stage))
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(tr("Batch run"));
    auto *layout = new QVBoxLayout(this);
    const int gap = scaled(24);
    layout->setContentsMargins(gap, gap, gap, scaled(16));
    layout->setSpacing(scaled(16));
    auto *title = new QLabel(tr("Send many documents as one run"), this);
    title->setFont(theme::titleFont());
    layout->addWidget(title);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(scaled(16));
    form->setVerticalSpacing(scaled(8));
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->addRow(tr("What"), makeSources());
    addHow(form);
    form->addRow(tr("Where"), makeEnvironment());
    layout->addLayout(form);
    m_sum = note("batchSum", u"marked"_s, this);
    m_notes = note("batchNotes", u"note"_s, this);
    layout->addWidget(m_sum);
    layout->addWidget(m_notes);
    m_typeIt = note("batchTypeIt", u"label"_s, this);
    m_typeIt->setText(tr("This environment is protected: what is sent counts. Type its name to go on."));
    m_name = named(new QLineEdit(this), "batchEnvironmentName", tr("Name of the environment"));
    m_name->setPlaceholderText(m_stage.environment.name);
    connect(m_name, &QLineEdit::textChanged, this, &BatchDialog::refresh);
    layout->addWidget(m_typeIt);
    layout->addWidget(m_name);
    layout->addWidget(makeButtons());
    setMinimumWidth(scaled(560));
    count();
}

QWidget *BatchDialog::makeSources()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    const QString folder = QDir(m_stage.folder).dirName();
    m_folder = named(new QRadioButton(m_stage.folder.isEmpty() ? tr("The workspace's folder (none is open)")
                                                               : tr("The workspace's folder, “%1”").arg(folder),
                         box),
        "batchFolder", tr("The workspace's folder"));
    m_folder->setToolTip(QDir::toNativeSeparators(m_stage.folder));
    m_folder->setEnabled(!m_stage.folder.isEmpty());
    m_open
        = named(new QRadioButton(
                    tr("The files of the open documents (%1)").arg(QLocale().toString(m_stage.openFiles.size())), box),
            "batchOpenFiles", tr("The files of the open documents"));
    m_open->setEnabled(!m_stage.openFiles.isEmpty());
    m_files
        = named(new QRadioButton(tr("Files that you choose"), box), "batchChosenFiles", tr("Files that you choose"));
    auto *choose = named(new QPushButton(tr("Choose…"), box), "batchChoose", tr("Choose files"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &BatchDialog::chooseFiles);
    auto *chosen = new QHBoxLayout;
    chosen->setSpacing(scaled(8));
    chosen->addWidget(m_files);
    chosen->addWidget(choose);
    chosen->addStretch(1);
    m_unsaved = note("batchUnsaved", u"warning"_s, box);
    m_unsaved->setText(tr("%n open document(s) have changes that aren't saved. What is in the files is sent.", nullptr,
        static_cast<int>(m_stage.unsaved)));
    m_unsaved->setVisible(m_stage.unsaved > 0);
    layout->addWidget(m_folder);
    layout->addWidget(m_open);
    layout->addLayout(chosen);
    layout->addWidget(m_unsaved);
    (m_folder->isEnabled() ? m_folder : m_open->isEnabled() ? m_open : m_files)->setChecked(true);
    for (QRadioButton *source : {m_folder, m_open, m_files}) {
        connect(source, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                count();
        });
    }
    return box;
}

void BatchDialog::addHow(QFormLayout *form)
{
    m_operation = named(new QComboBox(this), "batchOperation", tr("Operation"));
    m_operation->addItem(tr("Send: put them at the partner"), u"put"_s);
    m_operation->addItem(tr("Validate with the partner; nothing is changed there"), u"validate"_s);
    m_operation->addItem(tr("Get what the partner has"), u"get"_s);
    m_operation->addItem(tr("Delete at the partner"), u"delete"_s);
    form->addRow(tr("Operation"), m_operation);
    auto *way = new QHBoxLayout;
    way->setSpacing(scaled(8));
    m_way = named(new QComboBox(this), "batchWay", tr("Requests"));
    m_way->addItem(tr("Windows together, at most"));
    m_way->addItem(tr("Each on its own"));
    m_way->setToolTip(tr("Full extracts always go on their own: the partner takes only windows together."));
    m_chunk = named(new QSpinBox(this), "batchChunk", tr("Items in one request"));
    m_chunk->setRange(1, 100);
    m_chunk->setValue(100);
    m_chunk->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_chunk->setFixedWidth(scaled(64));
    way->addWidget(m_way);
    way->addWidget(m_chunk);
    way->addStretch(1);
    form->addRow(tr("Requests"), way);
    m_jobs = named(new QSpinBox(this), "batchJobs", tr("Requests at a time"));
    m_jobs->setRange(1, m_stage.environment.prime ? std::max(1, m_stage.environment.prime->connections) : 5);
    m_jobs->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_jobs->setFixedWidth(scaled(64));
    m_jobs->setToolTip(tr("The environment allows %1 connections.").arg(m_jobs->maximum()));
    auto *jobs = new QHBoxLayout;
    jobs->addWidget(m_jobs);
    jobs->addStretch(1);
    form->addRow(tr("At a time"), jobs);
    m_stopOnError = named(new QCheckBox(tr("Stop at the first item that isn't accepted"), this), "batchStopOnError",
        tr("Stop at the first item that isn't accepted"));
    m_dryRun = named(new QCheckBox(tr("Dry run: read and validate, and send nothing"), this), "batchDryRun",
        tr("Dry run: read and validate, and send nothing"));
    form->addRow(QString(), m_stopOnError);
    form->addRow(QString(), m_dryRun);
    connect(m_operation, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
    connect(m_way, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
    connect(m_chunk, &QSpinBox::valueChanged, this, &BatchDialog::refresh);
    connect(m_dryRun, &QCheckBox::toggled, this, &BatchDialog::refresh);
}

QWidget *BatchDialog::makeEnvironment()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *dot = new QLabel(box);
    dot->setPixmap(theme::dotIcon(m_stage.environmentColour).pixmap(scaled(16), scaled(16)));
    const QString title = m_stage.environment.isProtected ? tr("%1 (protected)").arg(m_stage.environmentTitle)
                                                          : m_stage.environmentTitle;
    auto *name = note("batchEnvironment", QString(), box);
    name->setText(title);
    layout->addWidget(dot);
    layout->addWidget(name, 1);
    return box;
}

QWidget *BatchDialog::makeButtons()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *cancel = new QPushButton(tr("Cancel"), box);
    cancel->setObjectName(u"batchCancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_begin = new QPushButton(box);
    m_begin->setObjectName(u"batchStart"_s);
    m_begin->setProperty("role", u"main"_s);
    m_begin->setDefault(true);
    connect(m_begin, &QPushButton::clicked, this, &QDialog::accept);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_begin);
    return box;
}

void BatchDialog::chooseFiles()
{
    const QStringList files = m_stage.chooseFiles ? m_stage.chooseFiles() : QStringList();
    if (files.isEmpty())
        return;
    m_chosen = files;
    m_files->setText(tr("Files that you choose (%1)").arg(QLocale().toString(files.size())));
    if (m_files->isChecked())
        count();
    else
        m_files->setChecked(true);
}

QStringList BatchDialog::inputs() const
{
    return m_folder->isChecked() ? QStringList{m_stage.folder} : m_open->isChecked() ? m_stage.openFiles : m_chosen;
}

exchange::BatchOptions BatchDialog::options() const
{
    exchange::BatchOptions options;
    options.operationName = m_operation->currentData().toString();
    options.operation
        = exchange::BatchOperation::named(options.operationName.toStdString()).value_or(options.operation);
    options.chunk = m_way->currentIndex() == 0 ? m_chunk->value() : 0;
    options.jobs = m_jobs->value();
    options.stopOnError = m_stopOnError->isChecked();
    options.dryRun = m_dryRun->isChecked();
    return options;
}

void BatchDialog::count()
{
    m_items = 0;
    m_notes->clear();
    m_isCounting = !inputs().isEmpty();
    if (m_isCounting) {
        m_sum->setText(tr("Counting the items…"));
        m_desk.count(inputs(), [self = QPointer(this)](const Expected<BatchDesk::Preview> &preview) {
            if (self)
                self->counted(preview);
        });
    } else {
        m_sum->setText(tr("Choose the files to send."));
    }
    refresh();
}

void BatchDialog::counted(const Expected<BatchDesk::Preview> &preview)
{
    m_isCounting = false;
    if (!preview) {
        const Error &error = preview.error();
        m_sum->setText(error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep));
        refresh();
        return;
    }
    m_items = preview->items;
    m_sum->setText(m_items == 0 ? tr("There is nothing to send in it: avails and batch documents end in .json.")
                                : tr("That makes %n item(s).", nullptr, m_items));
    QStringList notes = preview->notes.mid(0, MostNotes);
    if (preview->notes.size() > MostNotes)
        notes << tr("… and %1 more that are left out.").arg(QLocale().toString(preview->notes.size() - MostNotes));
    m_notes->setText(notes.join(u'\n'));
    refresh();
}

bool BatchDialog::changesPartner() const
{
    const exchange::BatchOptions chosen = options();
    return !chosen.dryRun && (chosen.operation.verb == BatchVerb::Put || chosen.operation.verb == BatchVerb::Delete);
}

void BatchDialog::refresh()
{
    if (!m_begin)
        return; // still being built
    const bool asksName = m_stage.environment.isProtected && changesPartner();
    m_typeIt->setVisible(asksName);
    m_name->setVisible(asksName);
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_chunk->setEnabled(m_way->currentIndex() == 0);
    const exchange::BatchOptions chosen = options();
    const QString count = QLocale().toString(m_items);
    m_begin->setText(m_items == 0                          ? tr("Begin")
            : chosen.dryRun                                ? tr("Look at %1").arg(count)
            : chosen.operation.verb == BatchVerb::Put      ? tr("Send %1").arg(count)
            : chosen.operation.verb == BatchVerb::Validate ? tr("Validate %1").arg(count)
            : chosen.operation.verb == BatchVerb::Get      ? tr("Get %1").arg(count)
                                                           : tr("Delete %1").arg(count));
    m_begin->setEnabled(m_items > 0 && !m_isCounting && (!asksName || m_name->text() == m_stage.environment.name));
}

} // namespace marquee::batch
