// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/ProductionPage.h"

#include "editor/FlowLayout.h"
#include "form/Card.h"
#include "payload/Document.h"
#include "production/PageParts.h"
#include "production/Pieces.h"
#include "rules/Validator.h"
#include "shell/theme/Icons.h"
#include "workspace/OpenDocument.h"

#include <QDate>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::production {

using namespace Qt::StringLiterals;
using namespace parts;
using productions::Production;
using theme::scaled;

namespace {

constexpr int TwoColumns = 560; ///< from this width on, at 100 %

QString dateInWords(const QString &date)
{
    const QDate day = QDate::fromString(date, Qt::ISODate);
    return day.isValid() && date.size() == 10 ? QLocale().toString(day, u"d MMM yyyy"_s) : date;
}

} // namespace

QString runtimeInWords(int minutes)
{
    constexpr int hour = 60;
    if (minutes < hour)
        return ProductionPage::tr("%1 min").arg(minutes);
    return minutes % hour == 0 ? ProductionPage::tr("%1 h").arg(minutes / hour)
                               : ProductionPage::tr("%1 h %2 min").arg(minutes / hour).arg(minutes % hour);
}

ProductionPage::ProductionPage(Pictures &pictures, QWidget *parent)
    : QScrollArea(parent)
    , m_pictures(pictures)
{
    setObjectName(u"productionPage"_s);
    setAccessibleName(tr("The chosen production"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rebuild(nullptr);
}

void ProductionPage::show(const Production *production, const workspace::OpenDocument *reply)
{
    if (production)
        m_production = *production;
    else
        m_production.reset();
    rebuild(reply);
    verticalScrollBar()->setValue(0);
}

void ProductionPage::setImagesAllowed(bool allowed)
{
    if (m_imagesAllowed == allowed)
        return;
    m_imagesAllowed = allowed;
    for (QWidget *child : findChildren<QWidget *>()) {
        if (child->property("loads").toBool())
            child->setVisible(allowed && child->isEnabled());
        else if (child->property("explains").toBool())
            child->setVisible(!allowed);
    }
}

void ProductionPage::rebuild(const workspace::OpenDocument *reply)
{
    if (QWidget *old = takeWidget()) { // a click in it may have led here
        old->hide();
        old->deleteLater();
        m_factsGrid = nullptr;
    }
    setWidget(m_production ? makePage(reply) : makeNothing());
}

QWidget *ProductionPage::makeNothing()
{
    auto *page = new QWidget(this);
    page->setProperty("role", u"page"_s);
    auto *layout = columnOf(page, 0);
    auto *note
        = words("productionNothing", "note", page, tr("Choose a production in the table to see what is said of it."));
    note->setAlignment(Qt::AlignCenter);
    layout->addWidget(note);
    return page;
}

QWidget *ProductionPage::makePage(const workspace::OpenDocument *reply)
{
    auto *page = new QWidget(this);
    page->setProperty("role", u"page"_s);
    auto *layout = columnOf(page, 12);
    for (QWidget *part : {makeHead(), makePeople(), makeMedia(), makeDifferences(reply)}) {
        if (part) {
            part->setParent(page);
            layout->addWidget(part);
        }
    }
    layout->addStretch(1);
    return page;
}

QWidget *ProductionPage::makeHead()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(16));
    layout->addWidget(makePoster(card), 0, Qt::AlignTop);

    auto *said = new QWidget(card);
    auto *column = columnOf(said, 8);
    auto *line = new QHBoxLayout;
    auto *title = words("productionTitle", nullptr, said,
        m_production->name.isEmpty() ? tr("A production without a name") : cut(m_production->name, LongestName));
    keepFont(title, theme::titleFont);
    auto *show = button(u"productionShowInTree"_s, tr("Show in tree"), "link", said);
    connect(show, &QPushButton::clicked, this, [this] { Q_EMIT placeWanted(m_production->place); });
    line->addWidget(title, 1);
    line->addWidget(show, 0, Qt::AlignTop);
    column->addLayout(line);
    if (!m_production->genres.isEmpty())
        column->addWidget(
            words("productionGenres", "label", said, cut(m_production->genres.join(u" · "_s), LongestName)));
    column->addWidget(makeFacts(said));
    if (!m_production->synopsis.isEmpty())
        column->addWidget(words("productionSynopsis", nullptr, said, cut(m_production->synopsis, LongestText)));
    column->addStretch(1);
    layout->addWidget(said, 1);
    return card;
}

QWidget *ProductionPage::makeFacts(QWidget *parent)
{
    auto *box = new QWidget(parent);
    box->setObjectName(u"productionFacts"_s);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(4));
    grid->setColumnStretch(1, 1);
    const Production &p = *m_production;
    const std::pair<QString, QString> facts[] = {
        {tr("ID"), p.id},
        {tr("Rating"), p.rating},
        {tr("Release"), dateInWords(p.releaseDate)},
        {tr("Runtime"), p.runtimeMinutes ? runtimeInWords(*p.runtimeMinutes) : QString()},
        {tr("Score"), p.score.isEmpty() ? QString() : tr("%1 of 10").arg(p.score)},
        {tr("Distributor"), p.distributor},
        {tr("Atom ID"), p.atomId},
    };
    m_facts.clear();
    const auto add = [&](const QString &title, QWidget *value) {
        m_facts.push_back({heading(title, box), value, Qt::AlignTop | Qt::AlignLeft});
    };
    for (const auto &[title, value] : facts) {
        if (!value.isEmpty()) {
            auto *label = words("productionFact", nullptr, box, cut(value, LongestName));
            label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
            label->setAccessibleName(title);
            m_facts.push_back({heading(title, box), label, Qt::AlignTop});
        }
    }
    static const QRegularExpression imdb(u"^tt[0-9]{5,12}$"_s);
    if (imdb.match(p.imdbId).hasMatch())
        add(tr("IMDb"),
            makeLink(u"productionImdb"_s, p.imdbId, u"https://www.imdb.com/title/"_s + p.imdbId + u'/', box));
    else if (!p.imdbId.isEmpty())
        add(tr("IMDb"), words("productionFact", nullptr, box, cut(p.imdbId, LongestName)));
    if (!p.productionUrl.isEmpty())
        add(tr("Page"), makeLink(u"productionUrl"_s, tr("Open at Atom Tickets"), p.productionUrl, box));
    m_factsGrid = grid;
    m_columns = 0;
    arrangeFacts();
    return box;
}

/// Two beside each other where there is room for them.
void ProductionPage::arrangeFacts()
{
    const int columns = viewport()->width() < scaled(TwoColumns) ? 1 : 2;
    if (!m_factsGrid || columns == m_columns)
        return;
    m_columns = columns;
    int at = 0;
    for (const Fact &fact : m_facts) {
        m_factsGrid->addWidget(fact.heading, at / columns, at % columns * 2, Qt::AlignTop);
        m_factsGrid->addWidget(fact.value, at / columns, at % columns * 2 + 1, fact.alignment);
        ++at;
    }
    m_factsGrid->setColumnStretch(3, columns == 2 ? 1 : 0);
}

void ProductionPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeFacts();
}

QWidget *ProductionPage::makeLink(const QString &name, const QString &title, const QString &address, QWidget *parent)
{
    if (const auto url = webAddress(address)) {
        auto *link = button(name, title, "link", parent);
        link->setToolTip(tr("Opens %1 in the browser").arg(cutInMiddle(url->toString(QUrl::FullyEncoded))));
        connect(link, &QPushButton::clicked, this, [this, url = *url] { Q_EMIT openLinkWanted(url); });
        return link;
    }
    auto *label = words("productionNoLink", nullptr, parent, tr("%1 (no web address)").arg(cutInMiddle(address)));
    label->setProperty("role", u"label"_s);
    return label;
}

QWidget *ProductionPage::makePeople()
{
    if (m_production->cast.empty() && m_production->crew.empty())
        return nullptr;
    auto *card = new form::Card(tr("Cast and crew"), this);
    auto *box = new QWidget(card);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(24));
    if (!m_production->cast.empty())
        layout->addWidget(makeCredits(u"productionCast"_s, tr("Cast"), m_production->cast, box), 1, Qt::AlignTop);
    if (!m_production->crew.empty())
        layout->addWidget(makeCredits(u"productionCrew"_s, tr("Crew"), m_production->crew, box), 1, Qt::AlignTop);
    card->addWide(box);
    return card;
}

QWidget *ProductionPage::makeCredits(
    const QString &name, const QString &title, const std::vector<productions::Credit> &credits, QWidget *parent)
{
    auto *box = new QWidget(parent);
    box->setObjectName(name);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(scaled(12));
    grid->setVerticalSpacing(scaled(4));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(heading(title, box), 0, 0, 1, 2);
    int row = 1;
    for (const productions::Credit &credit : credits) {
        if (row > MostCredits) {
            const auto more = static_cast<int>(credits.size()) - row + 1;
            grid->addWidget(
                words("productionMoreCredits", "note", box, tr("and %n more", nullptr, more)), row, 0, 1, 2);
            break;
        }
        grid->addWidget(words("productionCredit", nullptr, box, cut(credit.name, LongestName)), row, 0, Qt::AlignTop);
        grid->addWidget(words("productionRole", "label", box, cut(credit.role, LongestName)), row, 1, Qt::AlignTop);
        ++row;
    }
    return box;
}

payload::Pointer ProductionPage::placeOf(const QString &member) const
{
    payload::Pointer place = m_production->place;
    if (const auto below = payload::Pointer::parse(QString(u'/' + member).toStdString()))
        place.tokens.insert(place.tokens.end(), below->tokens.begin(), below->tokens.end());
    return place;
}

QWidget *ProductionPage::makeMembers(const QString &text, const QStringList &members, bool isThere, QWidget *parent)
{
    auto *box = new QWidget(parent);
    box->setObjectName(isThere ? u"productionUndocumented"_s : u"productionMissing"_s);
    auto *column = columnOf(box, 4);
    column->addWidget(words("productionMembersWords", "label", box, text));
    auto *chips = new QWidget(box);
    auto *flow = new editor::FlowLayout(chips);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(scaled(4));
    for (const QString &member : members.mid(0, MostMembers)) {
        // What isn't there is shown where it would stand: in the object around it.
        auto *chip = button(
            (isThere ? u"undocumented-"_s : u"missing-"_s) + member, cut(member, LongestAddress), "chip", chips);
        chip->setToolTip(isThere ? tr("Show in tree") : tr("Show in tree where it would stand"));
        const payload::Pointer place = isThere ? placeOf(member) : placeOf(member).parent();
        connect(chip, &QPushButton::clicked, this, [this, place] { Q_EMIT placeWanted(place); });
        flow->addWidget(chip);
    }
    column->addWidget(chips);
    if (members.size() > MostMembers)
        column->addWidget(words("productionMoreMembers", "note", box,
            tr("and %n more", nullptr, static_cast<int>(members.size() - MostMembers))));
    return box;
}

QWidget *ProductionPage::makeProblem(const QString &text, int severity, QWidget *parent)
{
    const auto worst = static_cast<rules::Severity>(severity);
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    auto *icon = new QLabel(row);
    const int side = scaled(16);
    icon->setPixmap(theme::severityIcon(worst).pixmap(QSize(side, side), devicePixelRatioF()));
    auto *message = words("productionProblem",
        worst == rules::Severity::Error         ? "error"
            : worst == rules::Severity::Warning ? "warning"
                                                : "hint",
        row, text);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(message, 1);
    return row;
}

QWidget *ProductionPage::makeDifferences(const workspace::OpenDocument *reply)
{
    auto *card = new form::Card(tr("Compared with the documentation"), this);
    bool isAny = false;
    const auto add = [&](QWidget *widget) {
        card->addWide(widget);
        isAny = true;
    };
    if (const auto path = reply && reply->isPayload() ? reply->payload().pathOf(m_production->place) : std::nullopt) {
        const rules::Context context = reply->validator().context();
        for (const rules::Problem &problem : reply->validator().problemsUnder(*path)) {
            const QLatin1StringView id(problem.rule->info().id);
            if (id != "AT007"_L1 && id != "AT008"_L1) // are said below
                add(makeProblem(problem.rule->message(problem, context), static_cast<int>(problem.severity), card));
        }
    }
    if (m_production->occurrences > 1)
        add(makeProblem(tr("This ID came %n time(s) in the answer.", nullptr, m_production->occurrences),
            static_cast<int>(rules::Severity::Warning), card));
    if (!m_production->missing.isEmpty())
        add(makeMembers(tr("Documented, and not there:"), m_production->missing, false, card));
    if (!m_production->undocumented.isEmpty())
        add(makeMembers(tr("There, and not documented:"), m_production->undocumented, true, card));
    if (!isAny)
        card->addWide(words("productionAsDocumented", "note", card, tr("Everything is as documented.")));
    return card;
}

} // namespace marquee::production
