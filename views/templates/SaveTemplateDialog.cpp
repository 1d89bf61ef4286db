// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/SaveTemplateDialog.h"

#include "editor/Sizes.h"
#include "payload/Document.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace marquee::templates {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::Identity;
using workspace::NamedFiles;

namespace {

template <class Widget>
Widget *named(Widget *widget, const QString &name, const QString &accessible)
{
    widget->setObjectName(name);
    widget->setAccessibleName(accessible);
    return widget;
}

QLabel *words(const QString &text, const QString &role, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

} // namespace

SaveTemplateDialog::SaveTemplateDialog(
    workspace::OwnTemplates &own, const payload::Document &document, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_own(own)
    , m_document(document)
    , m_title(new QLabel(tr("Save as template"), this))
    , m_name(named(new QLineEdit(name, this), u"templateName"_s, tr("Name of the template")))
    , m_emptied(nullptr)
    , m_note(words({}, u"warning"_s, this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"saveTemplateDialog"_s);
    setWindowTitle(tr("Save as template"));
    m_title->setFont(theme::titleFont());
    m_name->setMaxLength(NamedFiles::LongestName);
    editor::keepFieldHeight(m_name);
    auto *label = words(tr("Name"), u"label"_s, this);
    label->setBuddy(m_name);
    label->setWordWrap(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(label);
    line->addWidget(m_name, 1);
    const QString empty = tr("Leave IDs and titles empty");
    m_emptied = named(new QRadioButton(empty, this), u"templateEmptied"_s, empty);
    m_emptied->setChecked(true);
    const QString all = tr("Keep everything as it is");
    auto *kept = named(new QRadioButton(all, this), u"templateKept"_s, all);
    m_note->setObjectName(u"templateNote"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"templateCancel"_s);
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"templateSave"_s);
    m_save->setProperty("role", u"main"_s);
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(8));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(m_title);
    layout->addWidget(
        words(tr("New avails can begin with it: the windows, terms and everything else are there already."), u"label"_s,
            this));
    layout->addSpacing(scaled(8));
    layout->addLayout(line);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_emptied);
    layout->addWidget(kept);
    layout->addSpacing(scaled(8));
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SaveTemplateDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &SaveTemplateDialog::refresh);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { m_title->setFont(theme::titleFont()); });
    resize(scaled(480), sizeHint().height());
    refresh();
    m_name->setFocus();
    m_name->selectAll();
}

QString SaveTemplateDialog::name() const
{
    return m_name->text().trimmed();
}

Identity SaveTemplateDialog::identity() const
{
    return m_emptied->isChecked() ? Identity::Emptied : Identity::Kept;
}

void SaveTemplateDialog::refresh()
{
    const bool stands = m_own.contains(name());
    m_note->setText(stands ? tr("There is a template “%1” already. It would be replaced.").arg(name()) : QString());
    m_note->setVisible(stands);
    m_save->setText(stands ? tr("Replace") : tr("Save"));
    m_save->setEnabled(!name().isEmpty());
}

void SaveTemplateDialog::accept()
{
    if (name().isEmpty())
        return;
    const auto text = workspace::OwnTemplates::textOf(m_document, identity());
    const auto done = text ? m_own.save(name(), *text, NamedFiles::Existing::Replace) : tl::unexpected(text.error());
    if (done) {
        QDialog::accept();
        return;
    }
    m_note->setText(sentence(done.error()));
    m_note->setVisible(true);
}

} // namespace marquee::templates
