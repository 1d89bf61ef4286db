// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Head.h"

#include "inspector/Cells.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "summary/Summary.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using rules::DocumentKind;
using theme::scaled;

namespace {

bool isAvail(DocumentKind kind)
{
    return kind == DocumentKind::Avail || kind == DocumentKind::AvailReply;
}

QString statusLook(int status)
{
    return status >= 500 ? u"error"_s : status >= 400 ? u"warning"_s : status >= 300 ? u"hint"_s : u"good"_s;
}

/// What is known without a summary: how large it is.
QStringList factsOf(const Inspection &inspection)
{
    QStringList facts;
    if (inspection.phase() != Inspection::Phase::Nothing)
        facts << sizeWords(inspection.size());
    if (inspection.hasText() && inspection.size() > 0) {
        const auto lines = inspection.text().lineCount();
        facts << Head::tr("%n line(s)", nullptr, static_cast<int>(lines));
    }
    return facts;
}

} // namespace

Head::Head(QWidget *parent)
    : QWidget(parent)
    , m_title(new theme::ElidedLabel(this))
    , m_facts(new theme::ElidedLabel(this))
    , m_kind(new QLabel(this))
    , m_status(new QLabel(this))
{
    setObjectName(u"inspectorHead"_s);
    m_title->setObjectName(u"inspectorTitle"_s);
    m_title->setLook(theme::titleFont, theme::Token::Text);
    m_title->setElide(Qt::ElideRight);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_facts->setObjectName(u"inspectorFacts"_s);
    m_facts->setLook(theme::bodyFont, theme::Token::TextSoft);
    m_facts->setElide(Qt::ElideRight);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_kind->setObjectName(u"inspectorKind"_s);
    m_kind->setProperty("role", u"chip"_s);
    m_status->setObjectName(u"inspectorStatus"_s);
    auto *titles = new QHBoxLayout;
    titles->setSpacing(scaled(8));
    titles->addWidget(m_title);
    titles->addWidget(m_kind);
    titles->addWidget(m_status);
    titles->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(2));
    column->addLayout(titles);
    column->addWidget(m_facts);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(4));
    row->setSpacing(scaled(8));
    row->addLayout(column, 1);
    m_ask = addButton(u"inspectorAsk"_s, tr("Ask…"), tr("What may be shown on a day, in a territory, in a format?"));
    m_compare
        = addButton(u"inspectorCompare"_s, tr("Compare…"), tr("With a document, another answer, or the last time"));
    m_save = addButton(u"inspectorSave"_s, tr("Save as…"), tr("The bytes as they came"));
    for (QPushButton *button : {m_ask, m_compare, m_save})
        row->addWidget(button);
    m_more = addButton(u"inspectorHeadMore"_s, tr("More") + u" ▾"_s, tr("More to do with this"));
    m_more->setAccessibleName(tr("More to do with this"));
    m_more->setMenu(new QMenu(m_more));
    row->addWidget(m_more);
    m_path = addToMore(u"inspectorHeadPath"_s, tr("Copy path of the row"));
    m_all = addToMore(u"inspectorHeadAll"_s, tr("Copy all of the text"));
    m_more->menu()->addSeparator();
    m_open = addToMore(u"inspectorHeadOpen"_s, tr("Open as a document"));
    m_mask = addToMore(u"inspectorHeadMask"_s, tr("Mask for support…"));
    connect(m_save, &QPushButton::clicked, this, &Head::saveWanted);
    connect(m_compare, &QPushButton::clicked, this, &Head::compareWanted);
    connect(m_ask, &QPushButton::clicked, this, &Head::askWanted);
    connect(m_path, &QAction::triggered, this, &Head::copyPathWanted);
    connect(m_all, &QAction::triggered, this, &Head::copyAllWanted);
    connect(m_open, &QAction::triggered, this, &Head::openWanted);
    connect(m_mask, &QAction::triggered, this, &Head::maskWanted);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &Head::refreshLook);
    refreshLook();
    showInspection(nullptr, {}, {});
}

QPushButton *Head::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

QAction *Head::addToMore(const QString &name, const QString &text)
{
    QAction *action = m_more->menu()->addAction(text);
    action->setObjectName(name);
    return action;
}

void Head::showInspection(const Inspection *inspection, const QString &title, const QString &counts)
{
    const bool hasText = inspection && inspection->hasText() && inspection->size() > 0;
    const bool isReady = inspection && inspection->document();
    m_save->setEnabled(hasText);
    m_all->setEnabled(hasText);
    m_open->setEnabled(hasText);
    m_compare->setEnabled(isReady);
    m_mask->setEnabled(isReady);
    m_path->setEnabled(isReady);
    showChips(inspection);
    if (!inspection) {
        m_title->setText(tr("Nothing to inspect"));
        m_facts->setText({});
        return;
    }
    const QString given = inspection->source().title;
    m_title->setText(!given.isEmpty() ? given : !title.isEmpty() ? title : tr("Without a title"));
    QStringList facts;
    if (!inspection->source().origin.isEmpty())
        facts << inspection->source().origin;
    if (!counts.isEmpty())
        facts << counts;
    facts << factsOf(*inspection);
    m_facts->setText(facts.join(u" · "_s));
}

void Head::showChips(const Inspection *inspection)
{
    const bool isReady = inspection && inspection->document();
    const DocumentKind kind = isReady ? rules::kindOf(inspection->snapshot().root()) : DocumentKind::Unknown;
    QString words;
    if (isReady)
        words = kind != DocumentKind::Unknown ? summary::kindWords(kind)
            : inspection->snapshot().isXml()  ? u"XML"_s
                                              : u"JSON"_s;
    m_kind->setText(words);
    m_kind->setVisible(!words.isEmpty());
    m_ask->setVisible(isAvail(kind));
    const int status = inspection ? inspection->source().status : 0;
    m_status->setVisible(status > 0);
    m_status->setText(tr("status %1").arg(status));
    m_status->setProperty("badge", statusLook(status));
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
}

void Head::refreshLook()
{
    for (QWidget *widget :
        {static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_ask),
            static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_status)})
        widget->setFont(theme::noteFont());
    m_title->updateGeometry();
    m_facts->updateGeometry();
}

} // namespace marquee::inspector
