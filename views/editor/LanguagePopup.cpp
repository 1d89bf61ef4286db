// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LanguagePopup.h"

#include "editor/ChoiceDelegate.h"
#include "editor/ChoiceModel.h"
#include "editor/JsonParts.h"
#include "editor/LanguageSearch.h"
#include "editor/PopupPlace.h"
#include "editor/Sizes.h"
#include "shell/theme/Theme.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 320;
constexpr int ListHeight = 232;

} // namespace

LanguagePopup::LanguagePopup(const Lookup &lookup, const catalog::Vocabulary *assets, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_lookup(lookup)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new ChoiceModel(this))
{
    setProperty("popup", true);
    setAccessibleName(tr("Languages"));
    m_search->setObjectName(u"searchLanguage"_s);
    m_search->setAccessibleName(tr("Language tag or name"));
    m_search->setPlaceholderText(tr("Language or tag"));
    keepFieldHeight(m_search);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"languages"_s);
    m_list->setAccessibleName(tr("Languages"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    if (assets)
        buildAssets(*assets);
    connect(m_search, &QLineEdit::textEdited, this, &LanguagePopup::refill);
    connect(m_list, &QListView::clicked, this, &LanguagePopup::takeCurrent);
    connect(m_list, &QListView::activated, this, &LanguagePopup::takeCurrent);
    dress();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &LanguagePopup::dress);
}

void LanguagePopup::buildAssets(const catalog::Vocabulary &assets)
{
    m_assets = new QButtonGroup(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    const auto add = [this, row](const QString &value, const QString &label, const QString &help) {
        auto *button = new QToolButton(this);
        button->setText(label);
        button->setToolTip(help);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setObjectName(u"asset/"_s + value);
        button->setAccessibleName(label);
        button->setProperty("value", value);
        m_assets->addButton(button);
        row->addWidget(button);
    };
    add({}, tr("Any"), tr("Doesn't say what it is meant for."));
    for (const catalog::Term &term : assets.terms)
        add(toQString(term.value), term.label, term.help);
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_assets, &QButtonGroup::buttonClicked, this, [this] {
        m_otherAsset.clear();
        if (!m_tag.isEmpty())
            take(m_tag); // the language stands already
        else
            m_search->setFocus();
    });
}

void LanguagePopup::dress()
{
    setMinimumWidth(theme::scaled(Width));
    m_list->setFixedHeight(theme::scaled(ListHeight));
}

void LanguagePopup::open(const QString &tag, const QString &asset, const QWidget *under)
{
    m_tag = tag;
    m_otherAsset = asset;
    if (m_assets) {
        for (QAbstractButton *button : m_assets->buttons()) {
            const bool isIt = button->property("value").toString() == asset;
            m_assets->setExclusive(false);
            button->setChecked(isIt);
            m_assets->setExclusive(true);
            if (isIt)
                m_otherAsset.clear();
        }
    }
    m_search->clear();
    refill();
    if (const int row = m_model->rowOf(tag); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    m_search->setText(tag);
    m_search->selectAll();
    showUnder(this, under);
    m_search->setFocus(Qt::PopupFocusReason);
}

QString LanguagePopup::asset() const
{
    const QAbstractButton *checked = m_assets ? m_assets->checkedButton() : nullptr;
    return checked ? checked->property("value").toString() : m_otherAsset;
}

void LanguagePopup::refill()
{
    const QString text = m_search->text();
    m_model->setChoices(languagesFor(*m_lookup.vocabularies, text));
    // A tag that is written out is meant; else the best guess is, before the text as it was typed.
    const auto named = languageNamed(*m_lookup.vocabularies, text.trimmed());
    const int exact = named ? m_model->rowOf(named->value) : -1;
    if (!text.trimmed().isEmpty())
        m_list->setCurrentIndex(m_model->index(std::max(0, exact)));
}

void LanguagePopup::takeCurrent()
{
    if (const QModelIndex index = m_list->currentIndex(); index.isValid())
        take(index.data(Qt::DisplayRole).toString());
}

void LanguagePopup::take(const QString &tag)
{
    const QString meantFor = asset();
    close();
    Q_EMIT chosen(tag, meantFor);
}

bool LanguagePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int to = std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0, std::max(0, m_model->rowCount() - 1));
        m_list->setCurrentIndex(m_model->index(to));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeCurrent();
        return true;
    default:
        return false;
    }
}

void LanguagePopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace marquee::editor
