// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures and trailers of a production.
#include "production/ProductionPage.h"

#include "editor/FlowLayout.h"
#include "form/Card.h"
#include "production/PageParts.h"
#include "production/PictureBox.h"
#include "production/Pieces.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::production {

using namespace Qt::StringLiterals;
using namespace parts;
using theme::scaled;

namespace {

constexpr QSize posterSize(144, 216);
constexpr QSize promoSize(168, 96);

} // namespace

QWidget *ProductionPage::makePoster(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = columnOf(box, 8);
    const auto address = webAddress(m_production->coverImageUrl);
    if (!address) {
        auto *none = words("productionNoPoster", "note", box,
            m_production->coverImageUrl.isEmpty() ? tr("No poster is named.") : tr("The poster has no web address."));
        keepFont(none, theme::noteFont);
        none->setFixedWidth(scaled(posterSize.width()));
        column->addWidget(none);
        return box;
    }
    auto *picture = new PictureBox(m_pictures, *address, posterSize, tr("Poster"), box);
    picture->setObjectName(u"productionPoster"_s);
    column->addWidget(picture);
    column->addWidget(makeLoad(u"productionLoadPoster"_s, tr("Load poster"), {*address}, box));
    auto *explain = makeNotAllowed(box);
    explain->setMaximumWidth(scaled(posterSize.width()));
    column->addWidget(explain);
    return box;
}

QPushButton *ProductionPage::makeLoad(
    const QString &name, const QString &text, const QList<QUrl> &urls, QWidget *parent)
{
    auto *load = button(name, text, nullptr, parent);
    load->setProperty("loads", true);
    const auto refresh = [this, load, urls] {
        const bool isAny = std::any_of(urls.begin(), urls.end(), [this](const QUrl &url) {
            const Pictures::State state = m_pictures.entry(url).state;
            return state == Pictures::State::Unasked || state == Pictures::State::Failed;
        });
        load->setEnabled(isAny);
        load->setVisible(isAny && m_imagesAllowed);
    };
    connect(load, &QPushButton::clicked, this, [this, urls] {
        for (const QUrl &url : urls)
            m_pictures.want(url);
    });
    connect(&m_pictures, &Pictures::changed, load, refresh);
    refresh();
    return load;
}

QWidget *ProductionPage::makeNotAllowed(QWidget *parent)
{
    auto *box = new QWidget(parent);
    box->setObjectName(u"productionImagesOff"_s);
    box->setProperty("explains", true);
    auto *column = columnOf(box, 0);
    auto *note = words("productionImagesOffWords", "note", box,
        tr("Pictures come from other servers, which see what you look at. So they are off by default in protected "
           "environments."));
    keepFont(note, theme::noteFont);
    auto *allow = button(u"productionAllowImages"_s, tr("Allow them"), "link", box);
    keepFont(allow, theme::noteFont);
    connect(allow, &QPushButton::clicked, this, &ProductionPage::allowImagesWanted);
    column->addWidget(note);
    column->addWidget(allow, 0, Qt::AlignLeft);
    box->setVisible(!m_imagesAllowed);
    return box;
}

QWidget *ProductionPage::makeMedia()
{
    const QStringList &trailers = m_production->trailerUrls;
    if (m_production->promoImageUrls.isEmpty() && trailers.isEmpty())
        return nullptr;
    auto *card = new form::Card(tr("Media"), this);
    if (!m_production->promoImageUrls.isEmpty())
        card->addWide(makeImages(card));
    if (!trailers.isEmpty()) {
        auto *box = new QWidget(card);
        auto *column = columnOf(box, 4);
        column->addWidget(heading(tr("Trailers"), box));
        for (qsizetype i = 0; i < std::min(trailers.size(), MostLinks); ++i)
            column->addWidget(
                makeLink(u"productionTrailer-%1"_s.arg(i), cutInMiddle(trailers.at(i)), trailers.at(i), box), 0,
                Qt::AlignLeft);
        if (trailers.size() > MostLinks)
            column->addWidget(words("productionMoreTrailers", "note", box,
                tr("and %n more", nullptr, static_cast<int>(trailers.size() - MostLinks))));
        card->addWide(box);
    }
    return card;
}

QWidget *ProductionPage::makeImages(QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *column = columnOf(box, 8);
    QList<QUrl> urls;
    QStringList others;
    for (const QString &address : m_production->promoImageUrls) {
        if (const auto url = webAddress(address))
            urls << *url;
        else
            others << address;
    }
    auto *line = new QHBoxLayout;
    line->addWidget(heading(tr("Images"), box));
    line->addStretch();
    line->addWidget(makeLoad(u"productionLoadImages"_s, tr("Load images"), urls.mid(0, MostLinks), box));
    column->addLayout(line);
    if (!urls.isEmpty())
        column->addWidget(makeNotAllowed(box));
    auto *images = new QWidget(box);
    auto *flow = new editor::FlowLayout(images);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(scaled(8));
    const qsizetype shown = std::min(urls.size(), MostLinks);
    for (qsizetype i = 0; i < shown; ++i) {
        auto *picture = new PictureBox(m_pictures, urls.at(i), promoSize, tr("Image %1").arg(i + 1), images);
        picture->setObjectName(u"productionImage-%1"_s.arg(i));
        flow->addWidget(picture);
    }
    column->addWidget(images);
    if (urls.size() > shown)
        column->addWidget(words(
            "productionMoreImages", "note", box, tr("and %n more", nullptr, static_cast<int>(urls.size() - shown))));
    for (const QString &address : others.mid(0, MostLinks))
        column->addWidget(makeLink({}, {}, address, box));
    return box;
}

} // namespace marquee::production
