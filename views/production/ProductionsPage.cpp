// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/ProductionsPage.h"

#include "editor/Sizes.h"
#include "production/AnswerLine.h"
#include "production/Pieces.h"
#include "production/ProductionPage.h"
#include "production/ProductionsTable.h"
#include "rules/Validator.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using theme::scaled;

ProductionsPage::ProductionsPage(QWidget *parent)
    : QWidget(parent)
    , m_pictures(new Pictures(this))
    , m_model(new productions::ProductionsModel(this))
    , m_line(new AnswerLine(this))
    , m_table(new ProductionsTable(m_model, this))
    , m_page(new ProductionPage(*m_pictures, this))
{
    setObjectName(u"productionsPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(12));
    layout->addWidget(m_line);
    layout->addWidget(makeBar());
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(u"productionsSplit"_s);
    split->setHandleWidth(scaled(12));
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_page);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({scaled(248), scaled(368)});
    m_table->setMinimumHeight(scaled(112));
    m_page->setMinimumHeight(scaled(160));
    layout->addWidget(split, 1);

    connect(m_pictures, &Pictures::wanted, this, &ProductionsPage::imageWanted);
    connect(m_table, &ProductionsTable::chosen, this, &ProductionsPage::showChosen);
    connect(m_table, &ProductionsTable::countsChanged, this, &ProductionsPage::showCount);
    connect(m_line, &AnswerLine::idsWanted, this, &ProductionsPage::idsWanted);
    connect(m_page, &ProductionPage::openLinkWanted, this, &ProductionsPage::openLinkWanted);
    connect(m_page, &ProductionPage::placeWanted, this, &ProductionsPage::placeWanted);
    connect(m_page, &ProductionPage::allowImagesWanted, this, [this] {
        setImagesAllowed(true);
        Q_EMIT imagesAllowedChanged(true);
    });
}

ProductionsPage::~ProductionsPage() = default;

QWidget *ProductionsPage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(u"productionsFilter"_s);
    m_filter->setAccessibleName(tr("Filter productions"));
    m_filter->setPlaceholderText(tr("Filter productions"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(scaled(136));
    m_filter->setMaximumWidth(scaled(240));
    editor::keepFieldHeight(m_filter);
    m_count = new QLabel(bar);
    m_count->setObjectName(u"productionsCount"_s);
    m_count->setProperty("role", u"note"_s);
    auto *columns = button(u"productionsColumns"_s, tr("Columns") + u" ▾"_s, nullptr, bar);
    auto *copy = button(u"productionsCopy"_s, tr("Copy"), nullptr, bar);
    copy->setToolTip(tr("For a spreadsheet: all rows, or those that are selected where there are several"));
    auto *save = button(u"productionsSave"_s, tr("Save…"), nullptr, bar);
    auto *inspect = button(u"productionsInspect"_s, tr("Inspect"), nullptr, bar);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_count);
    layout->addStretch(1);
    for (QWidget *widget : {columns, copy, save, inspect})
        layout->addWidget(widget);

    auto *menu = new QMenu(columns);
    menu->setObjectName(u"productionsColumnsMenu"_s);
    columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        m_table->fillColumns(*menu);
    });
    connect(m_filter, &QLineEdit::textChanged, m_table, &ProductionsTable::setWords);
    connect(copy, &QPushButton::clicked, m_table, &ProductionsTable::copy);
    connect(save, &QPushButton::clicked, this, &ProductionsPage::saveWanted);
    connect(inspect, &QPushButton::clicked, this, &ProductionsPage::inspectWanted);
    return bar;
}

void ProductionsPage::show(const exchange::ProductionAnswer &answer, std::unique_ptr<workspace::OpenDocument> reply,
    const productions::ProductionsFound &found)
{
    m_pictures->forget();
    m_reply = std::move(reply);
    m_filter->clear();
    m_model->setProductions(found);
    m_line->show(answer, found, problemsOfReply());
    m_table->selectFirst();
    showChosen();
    showCount();
}

QStringList ProductionsPage::problemsOfReply() const
{
    QStringList problems;
    if (!m_reply || !m_reply->isPayload())
        return problems;
    const auto list = m_reply->payload().pathOf(payload::Pointer().child("productionDetails"));
    const rules::Context context = m_reply->validator().context();
    for (const rules::Problem &problem : m_reply->validator().problems()) {
        // What is beside a production is said there; IDs that are missing or too many are the chips' to say.
        const bool isOfProduction = list && problem.path.size() > list->size();
        const QLatin1StringView id(problem.rule->info().id);
        if (!isOfProduction && id != "AT008"_L1 && id != "AT007"_L1)
            problems << problem.rule->message(problem, context);
    }
    return problems;
}

void ProductionsPage::showChosen()
{
    m_page->show(m_model->production(m_table->current()), m_reply.get());
}

void ProductionsPage::showCount()
{
    const int all = m_model->rowCount();
    const int shown = m_table->shownCount();
    m_count->setText(shown == all ? QString() : tr("%1 of %2").arg(shown).arg(all));
}

void ProductionsPage::setImage(const QUrl &url, const QByteArray &bytes, const QString &problem)
{
    m_pictures->take(url, bytes, problem);
}

void ProductionsPage::setImagesAllowed(bool allowed)
{
    m_imagesAllowed = allowed;
    m_page->setImagesAllowed(allowed);
}

} // namespace marquee::production
