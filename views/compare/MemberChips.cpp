// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/MemberChips.h"

#include "changes/Ignoring.h"
#include "editor/FieldEditor.h"
#include "editor/FlowLayout.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QLineEdit>
#include <QPushButton>

namespace marquee::compare {

using namespace Qt::StringLiterals;
using theme::scaled;

MemberChips::MemberChips(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_layout(new editor::FlowLayout(this))
    , m_line(new QLineEdit(this))
{
    m_layout->setContentsMargins({});
    m_line->setObjectName(QString(name + u"Line"_s));
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_line->setToolTip(
        tr("A member's name, such as Start, or a pointer in which * is any item: /avail/Transaction/*/Start. "
           "Enter adds it."));
    m_line->setMaxLength(400);
    connect(m_line, &QLineEdit::returnPressed, this, &MemberChips::addTyped);
    connect(m_line, &QLineEdit::textEdited, this, [this] { editor::showMark(m_line, editor::Mark::None); });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &MemberChips::applyFonts);
    rebuild();
}

void MemberChips::setMembers(const QStringList &members)
{
    m_members = members;
    rebuild();
    Q_EMIT changed();
}

bool MemberChips::add(const QString &member)
{
    const QString text = member.trimmed();
    if (text.isEmpty() || m_members.contains(text) || !changes::Ignoring::parse(m_members + QStringList{text}))
        return false;
    m_members << text;
    rebuild();
    Q_EMIT changed();
    return true;
}

void MemberChips::addTyped()
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return;
    if (add(text) || m_members.contains(text))
        m_line->clear();
    else
        editor::showMark(m_line, editor::Mark::Error);
}

void MemberChips::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget() != m_line && item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const QString &member : m_members) {
        auto *chip = new QPushButton(member, this);
        chip->setObjectName(QString(m_name + u"-"_s + member));
        chip->setAccessibleName(tr("%1, take away").arg(member));
        chip->setToolTip(tr("Take away"));
        chip->setProperty("role", u"chip"_s);
        chip->setIcon(theme::crossIcon());
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the name
        connect(chip, &QPushButton::clicked, this, [this, member] {
            m_members.removeAll(member);
            rebuild();
            m_line->setFocus();
            Q_EMIT changed();
        });
        m_layout->addWidget(chip);
        chip->show();
    }
    m_layout->addWidget(m_line);
    applyFonts();
    updateGeometry();
}

void MemberChips::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void MemberChips::applyFonts()
{
    m_layout->setSpacing(scaled(8));
    m_line->setFixedWidth(scaled(240));
    // Chips as high as the line, so that they stand on it.
    const int height = m_line->sizeHint().height();
    for (QPushButton *chip : findChildren<QPushButton *>()) {
        chip->setFont(theme::noteFont());
        chip->setFixedHeight(height);
    }
    setMinimumHeight(height);
}

} // namespace marquee::compare
