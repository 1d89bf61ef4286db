// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/BatchDialog.h"

#include "batch/Pieces.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using theme::scaled;

namespace {

constexpr int MostNotes = 3;

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
    m_run = new RunOptions({m_stage.environment, m_stage.environmentTitle, m_stage.environmentColour}, this);
    connect(m_run, &RunOptions::changed, this, &BatchDialog::refresh);
    m_run->addTo(form);
    layout->addLayout(form);
    m_sum = noteLabel("batchSum", u"marked"_s, this);
    m_notes = noteLabel("batchNotes", u"note"_s, this);
    layout->addWidget(m_sum);
    layout->addWidget(m_notes);
    layout->addWidget(m_run->makeTypeIt());
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
    m_unsaved = noteLabel("batchUnsaved", u"warning"_s, box);
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
        m_sum->setText(sentence(error));
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

void BatchDialog::refresh()
{
    if (!m_begin)
        return; // still being built
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_begin->setText(m_run->beginWords(m_items));
    m_begin->setEnabled(m_items > 0 && !m_isCounting && m_run->isConfirmed());
}

} // namespace marquee::batch
