// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/CompletenessBar.h"

#include "editor/FlowLayout.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using performances::Presence;
using theme::scaled;

CompletenessBar::CompletenessBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_flow(new editor::FlowLayout(this))
{
    setObjectName(u"completeness"_s);
    m_flow->setContentsMargins({});
    m_flow->setSpacing(scaled(4));
    m_words->setObjectName(u"completenessWords"_s);
    m_words->setProperty("role", u"note"_s);
    m_words->setMinimumHeight(scaled(28));
    m_flow->addWidget(m_words);
}

void CompletenessBar::show(const performances::Completeness &completeness)
{
    if (m_buttons.size() != completeness.parts.size())
        build(completeness);
    m_shown = completeness;
    for (std::size_t i = 0; i < completeness.parts.size(); ++i) {
        const auto &[field, presence] = completeness.parts[i];
        auto *button = static_cast<QPushButton *>(m_buttons[i]);
        const bool isThere = presence == Presence::Set;
        button->setText((isThere ? u"✓ "_s : u"○ "_s) + field->label);
        button->setProperty("role", isThere ? u"chip"_s : u"filter"_s);
        button->setAccessibleName(isThere     ? tr("%1: there").arg(field->label)
                : presence == Presence::Empty ? tr("%1: sent empty").arg(field->label)
                                              : tr("%1: not sent").arg(field->label));
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    m_words->setText(completeness.isComplete()
            ? tr("Complete:")
            : tr("%1 of %2 for a complete performance:").arg(completeness.there()).arg(completeness.parts.size()));
    m_words->setToolTip(tr("What is missing is no mistake: the partner puts messages together. It may know it already, "
                           "or be told later."));
    m_flow->invalidate();
    updateGeometry();
}

void CompletenessBar::build(const performances::Completeness &completeness)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const auto &part : completeness.parts) {
        auto *button = new QPushButton(this);
        const std::string name = part.field->name;
        button->setObjectName(u"complete-"_s + QString::fromStdString(name));
        button->setToolTip(tr("Go to %1").arg(part.field->label));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, name] { Q_EMIT fieldWanted(name); });
        m_flow->addWidget(button);
        m_buttons.push_back(button);
    }
}

} // namespace marquee::performance
