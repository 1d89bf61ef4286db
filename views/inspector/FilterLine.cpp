// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/FilterLine.h"

#include "inspector/Filter.h"
#include "shell/theme/Icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <span>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int TypingMs = 350;

struct Example
{
    const char *query;
    const char *words;
};

constexpr Example jsonExamples[] = {
    {"$..LicenseType", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "every member of a name")},
    {"$..[?@.LicenseType == 'SVOD']",
        QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "objects where a member has a value")},
    {"$..[?search(@, '2027')]", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "texts that hold something")},
    {"$..[?@.success == false]", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "what was refused")},
    {"$.avail.Transaction[0:10]", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "the first ten of a list")},
};
constexpr Example xmlExamples[] = {
    {"//Performance", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "every element of a name")},
    {"//Performance[@id='P-1']",
        QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "elements where an attribute has a value")},
    {"//*[contains(text(), '2027')]", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "texts that hold something")},
    {"count(//Performance)", QT_TRANSLATE_NOOP("marquee::inspector::FilterLine", "how many there are")},
};

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
    , m_query(new QLineEdit(this))
    , m_icon(m_query->addAction(theme::icon(u"view-filter"_s), QLineEdit::LeadingPosition))
    , m_count(new QLabel(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_examples(new QToolButton(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"inspectorFilterLine"_s);
    m_query->setObjectName(u"inspectorFilter"_s);
    m_query->setClearButtonEnabled(true);
    m_query->installEventFilter(this);
    m_count->setObjectName(u"inspectorFilterCount"_s);
    m_count->setProperty("role", u"label"_s);
    m_stop->setObjectName(u"inspectorFilterStop"_s);
    m_stop->setAccessibleName(tr("Stop filtering"));
    m_stop->setAutoDefault(false);
    m_examples->setObjectName(u"inspectorFilterExamples"_s);
    m_examples->setText(tr("Examples") + u" ▾"_s);
    m_examples->setAccessibleName(tr("Examples of filters"));
    m_examples->setPopupMode(QToolButton::InstantPopup);
    m_examples->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(m_examples);
    menu->setObjectName(u"inspectorFilterMenu"_s);
    m_examples->setMenu(menu);
    m_problem->setObjectName(u"inspectorFilterProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(scaled(8));
    row->addWidget(m_query, 1);
    row->addWidget(m_count);
    row->addWidget(m_stop);
    row->addWidget(m_examples);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->setSpacing(scaled(4));
    layout->addLayout(row);
    layout->addWidget(m_problem);

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, &FilterLine::apply);
    connect(m_query, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply();
        else
            m_typing.start();
    });
    connect(m_query, &QLineEdit::returnPressed, this, &FilterLine::apply);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_filter)
            m_filter->stop();
    });
    connect(menu, &QMenu::aboutToShow, this, &FilterLine::fillExamples);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FilterLine::refreshLook);
    setXml(false);
    refreshLook();
    showState();
}

void FilterLine::setFilter(Filter *filter)
{
    m_filter = filter;
    connect(m_filter, &Filter::changed, this, &FilterLine::showState);
    connect(m_filter, &Filter::runningChanged, this, &FilterLine::showState);
}

void FilterLine::setXml(bool isXml)
{
    m_isXml = isXml;
    m_query->setAccessibleName(isXml ? tr("Filter by XPath") : tr("Filter by JSONPath"));
    m_query->setPlaceholderText(isXml ? tr("Filter by XPath: %1").arg(u"//Performance[@id='P-1']"_s)
                                      : tr("Filter by JSONPath: %1").arg(u"$..[?@.LicenseType == 'SVOD']"_s));
}

void FilterLine::setQuery(const QString &query)
{
    m_query->setText(query);
    apply();
}

void FilterLine::takeFocus()
{
    m_query->selectAll();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void FilterLine::apply()
{
    m_typing.stop();
    if (m_filter)
        m_filter->setQuery(m_query->text());
    showState();
}

void FilterLine::fillExamples()
{
    QMenu *menu = m_examples->menu();
    menu->clear();
    const std::span<const Example> all
        = m_isXml ? std::span<const Example>(xmlExamples) : std::span<const Example>(jsonExamples);
    for (const Example &example : all) {
        const QString query = QString::fromLatin1(example.query);
        menu->addAction(query + u"    "_s + tr(example.words), this, [this, query] {
            setQuery(query);
            m_query->setFocus(Qt::OtherFocusReason);
        });
    }
}

void FilterLine::showState()
{
    const QString problem = m_filter ? m_filter->problem() : QString();
    const QString note = m_filter && problem.isEmpty() ? m_filter->note() : QString();
    const bool isRunning = m_filter && m_filter->isRunning();
    m_problem->setText(problem.isEmpty() ? note : problem);
    m_problem->setProperty("role", problem.isEmpty() ? u"note"_s : u"error"_s);
    m_query->setProperty("severity", problem.isEmpty() ? QString() : u"error"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_query)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    m_problem->setFont(theme::noteFont());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_query->setAccessibleDescription(m_problem->text());
    m_stop->setVisible(isRunning);
    if (isRunning)
        m_count->setText(tr("Filtering…"));
    else if (m_filter && m_filter->isActive())
        m_count->setText(m_filter->value() ? u"= "_s + m_filter->value()->left(80)
                                           : tr("%n match(es)", nullptr, static_cast<int>(m_filter->count())));
    else
        m_count->clear();
}

void FilterLine::refreshLook()
{
    m_icon->setIcon(theme::icon(u"view-filter"_s));
    m_examples->setFont(theme::noteFont());
    m_count->setFont(theme::noteFont());
    m_query->setFont(theme::codeFont());
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            if (event->type() == QEvent::KeyPress) {
                if (key == Qt::Key_Escape && !m_query->text().isEmpty())
                    m_query->clear();
                else
                    Q_EMIT left();
            }
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace marquee::inspector
