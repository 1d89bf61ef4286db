// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/BytesPage.h"

#include "preview/PayloadView.h"
#include "shell/theme/Icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

BytesPage::BytesPage(const QString &name, const QString &title, QWidget *parent)
    : Page(parent)
    , m_view(new preview::PayloadView(this))
{
    setObjectName(name + u"Page"_s);
    m_view->setObjectName(name);
    m_view->setAccessibleName(title);
    m_view->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBanner(name));
    layout->addWidget(m_view, 1);
    connect(&m_finder, &preview::Finder::progressed, this, &Page::hitsChanged);
    connect(&m_finder, &preview::Finder::found, this, [this](quint32 begin, quint32 end) {
        m_found = begin;
        showPlace(begin, end);
        Q_EMIT hitsChanged();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &BytesPage::refreshLook);
}

QWidget *BytesPage::makeBanner(const QString &name)
{
    auto *around = new QWidget(this);
    auto *outer = new QVBoxLayout(around);
    outer->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    m_banner = new QFrame(around);
    m_banner->setObjectName(name + u"Banner"_s);
    m_icon = new QLabel(m_banner);
    m_words = new QLabel(m_banner);
    m_words->setObjectName(name + u"BannerWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button = new QPushButton(m_banner);
    m_button->setObjectName(name + u"BannerButton"_s);
    m_button->setAccessibleName(tr("Show the place"));
    m_button->setAutoDefault(false);
    m_button->hide();
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8));
    row->setSpacing(scaled(8));
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_words, 1);
    row->addWidget(m_button);
    outer->addWidget(m_banner);
    around->hide();
    connect(m_button, &QPushButton::clicked, this, &BytesPage::bannerPressed);
    return around;
}

void BytesPage::showBanner(const QString &look, const QString &words, const QString &button)
{
    m_banner->setProperty("banner", look);
    m_banner->style()->unpolish(m_banner);
    m_banner->style()->polish(m_banner);
    m_banner->setAccessibleName(words);
    m_words->setText(words);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    m_banner->parentWidget()->show();
    refreshLook();
}

void BytesPage::hideBanner()
{
    m_banner->parentWidget()->hide();
}

void BytesPage::refreshLook()
{
    const QString look = m_banner->property("banner").toString();
    const rules::Severity severity = look == "error"_L1 ? rules::Severity::Error
        : look == "warning"_L1                          ? rules::Severity::Warning
                                                        : rules::Severity::Hint;
    m_icon->setPixmap(theme::severityIcon(severity).pixmap(scaled(16), scaled(16)));
}

void BytesPage::setText(const payload::Text &text, preview::Language language)
{
    m_view->setLanguage(language);
    m_view->setText(text);
    m_view->setMarks({});
    m_view->setHighlight(0, 0);
    m_view->select(0, 0);
    m_view->showOffset(0, 0);
    m_found = 0;
    m_finder.setText(text);
    if (!m_find.isEmpty())
        setFind(m_find, m_matchCase);
}

void BytesPage::setMarks(std::vector<preview::Mark> marks)
{
    m_view->setMarks(std::move(marks));
}

void BytesPage::showPlace(std::uint32_t begin, std::uint32_t end)
{
    m_view->select(begin, end);
    m_view->showOffset(begin, end);
}

void BytesPage::setFind(const QString &text, bool matchCase)
{
    m_find = text;
    m_matchCase = matchCase;
    if (text.isEmpty() || m_view->text().size() == 0)
        m_finder.stop();
    else
        m_finder.search(text.toUtf8(), matchCase, m_found);
    Q_EMIT hitsChanged();
}

void BytesPage::step(bool forwards)
{
    if (!m_finder.isSearching())
        return;
    if (forwards)
        m_finder.next(m_found + 1);
    else
        m_finder.previous(m_found);
}

Hits BytesPage::hits() const
{
    if (!m_finder.isSearching())
        return {0, 0, false, m_view->text().size() > 0};
    return {m_finder.count(), m_finder.numberOf(m_found), m_finder.isCounting() || m_finder.isSeeking(), true};
}

void BytesPage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

/// The text has a find bar of its own, for when it stands alone. Here one bar serves all pages.
bool BytesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find)) {
            Q_EMIT findWanted();
            return true;
        }
        if (key->key() == Qt::Key_F3) {
            Q_EMIT stepWanted(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace marquee::inspector
