// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/MaskDialog.h"

#include "compare/MemberChips.h"
#include "payload/Document.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

namespace marquee::masks {

using namespace Qt::StringLiterals;
using theme::scaled;

MaskDialog::MaskDialog(const rules::Rulebook &book, const payload::Text &text, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_book(book)
    , m_text(text)
    , m_name(name)
{
    setObjectName(u"maskDialog"_s);
    setWindowTitle(tr("Mask for support"));
    for (std::uint32_t i = 0; i < text.size() && !m_isXml; ++i) {
        if (text.at(i) == '<')
            m_isXml = true;
        else if (static_cast<unsigned char>(text.at(i)) > ' ' && static_cast<unsigned char>(text.at(i)) < 0x80)
            break;
    }
    m_pool.setMaxThreadCount(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    layout->setSpacing(scaled(16));
    m_title = new QLabel(tr("Mask for support"), this);
    layout->addWidget(m_title);
    layout->addWidget(makeChoice());
    layout->addWidget(makePreviews(), 1);
    m_state = new QLabel(this);
    m_state->setObjectName(u"maskState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    layout->addWidget(m_state);
    layout->addWidget(makeButtons());
    resize(scaled(1080), scaled(720));
    m_before->setText(text);
    setOptions({});
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &MaskDialog::applyFonts);
}

MaskDialog::~MaskDialog()
{
    if (m_stop)
        *m_stop = true;
    m_pool.waitForDone();
}

QCheckBox *MaskDialog::makeBox(const QString &name, const QString &text, const QString &help, QBoxLayout &layout)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setAccessibleDescription(help);
    box->setToolTip(help);
    layout.addWidget(box);
    connect(box, &QCheckBox::toggled, this, &MaskDialog::start);
    return box;
}

QWidget *MaskDialog::makeChoice()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    rows->setSpacing(scaled(8));
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(scaled(24));
    m_titles = makeBox(u"maskTitles"_s, tr("Titles"),
        tr("Titles of films, seasons and series become Title 1, Title 2 …, inside other texts too."), *boxes);
    m_prices = makeBox(u"maskPrices"_s, tr("Prices"),
        tr("Amounts become others. Which is higher, and how many decimals they have, stays."), *boxes);
    m_contracts = makeBox(u"maskContracts"_s, tr("Contracts"), tr("Contracts become CONTRACT-001 …"), *boxes);
    m_ids = makeBox(u"maskIds"_s, tr("Other IDs and addresses"),
        tr("IDs become others of the same form; addresses become https://example.com/1 …"), *boxes);
    m_people = makeBox(u"maskPeople"_s, tr("People and companies"),
        tr("Cast, crew, contacts, licensors and distributors become Person 1 …"), *boxes);
    boxes->addStretch(1);
    rows->addLayout(boxes);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    auto *label = new QLabel(tr("And members"), card);
    label->setProperty("role", u"label"_s);
    m_members = new compare::MemberChips(u"maskMembers"_s, tr("a member, then Enter"), card);
    line->addWidget(label, 0, Qt::AlignVCenter);
    line->addWidget(m_members, 1);
    rows->addLayout(line);
    connect(m_members, &compare::MemberChips::changed, this, &MaskDialog::start);
    return card;
}

preview::PayloadView *MaskDialog::makeView(const QString &name, const QString &heading, QBoxLayout &layout)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(8));
    auto *words = new QLabel(heading, this);
    words->setProperty("role", u"label"_s);
    m_headings.push_back(words);
    auto *frame = new QFrame(this);
    frame->setProperty("card", true);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    auto *view = new preview::PayloadView(frame);
    view->setObjectName(name);
    view->setAccessibleName(heading);
    view->setFrameShape(QFrame::NoFrame);
    view->setLanguage(m_isXml ? preview::Language::Xml : preview::Language::Json);
    inside->addWidget(view);
    words->setBuddy(view);
    column->addWidget(words);
    column->addWidget(frame, 1);
    layout.addLayout(column, 1);
    return view;
}

QWidget *MaskDialog::makePreviews()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(16));
    m_before = makeView(u"maskBefore"_s, tr("Before"), *layout);
    m_after = makeView(u"maskAfter"_s, tr("After"), *layout);
    return row;
}

QWidget *MaskDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    layout->addStretch(1);
    const auto add = [&](const QString &name, const QString &text, auto pressed) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, pressed);
        return button;
    };
    add(u"maskClose"_s, tr("Close"), [this] { reject(); });
    m_takers.push_back(add(u"maskCopy"_s, tr("Copy"), [this] { Q_EMIT copyWanted(m_masked.bytes); }));
    m_takers.push_back(
        add(u"maskOpen"_s, tr("Open as document"), [this] { Q_EMIT openWanted(m_masked.bytes, fileName()); }));
    m_takers.push_back(add(u"maskSave"_s, tr("Save as…"), [this] { Q_EMIT saveWanted(m_masked.bytes, fileName()); }));
    m_takers.back()->setProperty("role", u"main"_s);
    return row;
}

QString MaskDialog::fileName() const
{
    return m_name + u"-masked"_s + (m_isXml ? u".xml"_s : u".json"_s);
}

MaskOptions MaskDialog::options() const
{
    MaskOptions options{m_titles->isChecked(), m_prices->isChecked(), m_contracts->isChecked(), m_ids->isChecked(),
        m_people->isChecked(), {}, m_pointers};
    for (const QString &member : m_members->members()) {
        if (!member.startsWith(u'/'))
            options.members << member;
        else if (const auto pointer = payload::Pointer::parse(member.toStdString()))
            options.pointers.push_back(*pointer);
    }
    return options;
}

void MaskDialog::setOptions(const MaskOptions &options)
{
    const std::pair<QCheckBox *, bool> boxes[] = {{m_titles, options.titles}, {m_prices, options.prices},
        {m_contracts, options.contracts}, {m_ids, options.ids}, {m_people, options.people}};
    for (const auto &[box, on] : boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(on);
    }
    const QSignalBlocker quiet(m_members);
    m_members->setMembers(options.members);
    m_pointers = options.pointers;
    start();
}

void MaskDialog::start()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_masked = {};
    m_failure.clear();
    m_pool.clear(); // what hasn't begun needn't
    m_pool.start([this, stop = m_stop, options = options(), text = m_text, book = m_book] {
        if (*stop)
            return;
        const auto document = payload::Document::read(text.toByteArray());
        auto masked = std::make_shared<Expected<Masked>>(
            document ? maskDocument(**document, options, book) : Expected<Masked>(tl::unexpected(document.error())));
        QMetaObject::invokeMethod(
            this,
            [this, stop, masked] {
                if (stop == m_stop)
                    take(std::move(*masked));
            },
            Qt::QueuedConnection);
    });
    updateWords();
}

void MaskDialog::take(Expected<Masked> masked)
{
    m_stop.reset();
    if (masked)
        m_masked = std::move(*masked);
    else
        m_failure = sentence(masked.error());
    m_after->setText(payload::Text(m_masked.bytes));
    updateWords();
    Q_EMIT settled();
}

void MaskDialog::updateWords()
{
    const bool isReady = !m_stop && m_failure.isEmpty();
    for (QPushButton *taker : m_takers)
        taker->setEnabled(isReady);
    int places = 0;
    for (const Replacement &one : m_masked.table)
        places += one.count;
    m_state->setProperty("role", m_failure.isEmpty() ? u"note"_s : u"error"_s);
    m_state->setText(m_stop        ? tr("Masking…")
            : !m_failure.isEmpty() ? m_failure
            : m_masked.table.empty()
            ? tr("Nothing of what is chosen stands in it.")
            : tr("%1 in %2. Read it through before you hand it on.")
                  .arg(tr("%Ln value(s) masked", nullptr, static_cast<int>(m_masked.table.size())),
                      tr("%Ln place(s)", nullptr, places)));
    m_after->setPlaceholder(m_failure.isEmpty() ? QString() : tr("Nothing to show"));
}

/// What was set before the style sheet came to a widget, it took back.
void MaskDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    applyFonts();
}

void MaskDialog::applyFonts()
{
    m_title->setFont(theme::titleFont());
    m_state->setFont(theme::noteFont());
    for (QLabel *heading : m_headings)
        heading->setFont(theme::noteFont());
}

} // namespace marquee::masks
