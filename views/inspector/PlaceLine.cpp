// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/PlaceLine.h"

#include "inspector/Cells.h"
#include "inspector/TreeModel.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;
using theme::Token;

namespace {

constexpr qsizetype FirstSteps = 1; // shown of a long way, and
constexpr qsizetype LastSteps = 5;
constexpr qsizetype LongestName = 40;

} // namespace

PlaceLine::PlaceLine(QWidget *parent)
    : QWidget(parent)
    , m_way(new QLabel(this))
{
    setObjectName(u"inspectorPlace"_s);
    m_way->setObjectName(u"inspectorWay"_s);
    m_way->setTextFormat(Qt::RichText);
    m_way->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_way->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    row->setSpacing(scaled(8));
    row->addWidget(m_way, 1);
    m_query = addButton(
        u"inspectorCopyQuery"_s, tr("Copy path"), tr("As the filter takes it: JSONPath, of XML XPath (Ctrl+Shift+C)"));
    m_pointer = addButton(u"inspectorCopyPointer"_s, tr("Copy pointer"), tr("As a JSON pointer"));
    m_value = addButton(u"inspectorCopyValue"_s, tr("Copy value"), tr("All that stands there (Ctrl+C)"));
    for (QPushButton *button : {m_query, m_pointer, m_value})
        row->addWidget(button);
    connect(m_query, &QPushButton::clicked, this, &PlaceLine::copyQueryWanted);
    connect(m_pointer, &QPushButton::clicked, this, &PlaceLine::copyPointerWanted);
    connect(m_value, &QPushButton::clicked, this, &PlaceLine::copyValueWanted);
    connect(m_way, &QLabel::linkActivated, this, [this](const QString &link) {
        payload::Path path = m_path;
        path.resize(std::min<qsizetype>(link.toLongLong(), path.size()));
        Q_EMIT placeWanted(path);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &PlaceLine::refreshLook);
    clear();
    refreshLook();
}

QPushButton *PlaceLine::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

void PlaceLine::showPlace(const TreeModel &model, const payload::Path &path)
{
    m_path = path;
    m_names = {model.snapshot().isXml() ? u"/"_s : u"$"_s};
    payload::Value value = model.snapshot().root();
    for (const std::uint32_t index : path) {
        const payload::Value child = value.at(index);
        m_names << nameWords(child, value, index);
        value = child;
    }
    for (QPushButton *button : {m_query, m_pointer, m_value})
        button->setEnabled(true);
    write();
}

void PlaceLine::clear()
{
    m_path.clear();
    m_names.clear();
    for (QPushButton *button : {m_query, m_pointer, m_value})
        button->setEnabled(false);
    write();
}

void PlaceLine::write()
{
    const QString faint = theme::color(Token::TextFaint).name();
    const QString soft = theme::color(Token::TextSoft).name();
    const QString strong = theme::color(Token::Text).name();
    QStringList steps;
    QStringList plain;
    for (qsizetype step = 0; step < m_names.size(); ++step) {
        const bool isCut
            = m_names.size() > FirstSteps + LastSteps + 1 && step >= FirstSteps && step < m_names.size() - LastSteps;
        if (isCut) {
            if (step == FirstSteps)
                steps << u"<span style=\"color:%1\">…</span>"_s.arg(faint);
            continue;
        }
        QString name = m_names.at(step);
        plain << name;
        if (name.size() > LongestName)
            name = name.left(LongestName) + u'…';
        const bool isLast = step == m_names.size() - 1;
        steps << (isLast ? u"<span style=\"color:%1; font-weight:600\">%2</span>"_s.arg(strong, name.toHtmlEscaped())
                         : u"<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>"_s.arg(
                             QString::number(step), soft, name.toHtmlEscaped()));
    }
    const QString between = u"<span style=\"color:%1\"> › </span>"_s.arg(faint);
    m_way->setText(m_names.isEmpty() ? u"<span style=\"color:%1\">%2</span>"_s.arg(
                       faint, tr("Choose a row to see where it stands.").toHtmlEscaped())
                                     : steps.join(between));
    m_way->setAccessibleName(plain.join(u" › "_s));
}

void PlaceLine::refreshLook()
{
    for (QPushButton *button : {m_query, m_pointer, m_value})
        button->setFont(theme::noteFont());
    write();
}

} // namespace marquee::inspector
