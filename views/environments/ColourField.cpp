// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/ColourField.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace marquee::environments {

using namespace Qt::StringLiterals;

ColourField::ColourField(QWidget *parent)
    : QWidget(parent)
    , m_hex(new QLineEdit(this))
{
    setObjectName(u"environmentColour"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(4));
    const QStringList names{tr("Red"), tr("Orange"), tr("Green"), tr("Teal"), tr("Blue"), tr("Purple")};
    for (int i = 0; i < names.size(); ++i)
        addButton(theme::markColors().at(static_cast<std::size_t>(i)).name(), names.at(i));
    m_hex->setObjectName(u"environmentColourHex"_s);
    m_hex->setAccessibleName(tr("Colour as # and six digits"));
    m_hex->setPlaceholderText(u"#…"_s);
    m_hex->setFixedWidth(theme::scaled(96));
    m_hex->setMinimumHeight(theme::scaled(32));
    layout->addSpacing(theme::scaled(4));
    layout->addWidget(m_hex);
    layout->addStretch();
    setFocusProxy(m_hex);
    connect(m_hex, &QLineEdit::textEdited, this, [this] {
        showChosen();
        Q_EMIT edited();
    });
}

void ColourField::addButton(const QString &colour, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"environmentColour%1"_s.arg(m_buttons.size()));
    button->setCheckable(true);
    button->setIcon(theme::dotIcon(QColor(colour)));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setProperty("colour", colour);
    button->setFixedSize(theme::scaled(32), theme::scaled(32));
    layout()->addWidget(button);
    m_buttons << button;
    // Pressed again, it is taken away.
    connect(button, &QToolButton::clicked, this, [this, colour](bool on) {
        m_hex->setText(on ? colour : QString());
        showChosen();
        Q_EMIT edited();
    });
}

QString ColourField::value() const
{
    return m_hex->text().trimmed();
}

void ColourField::setValue(const QString &colour)
{
    if (colour != value())
        m_hex->setText(colour);
    showChosen();
}

void ColourField::showChosen()
{
    for (QToolButton *button : m_buttons)
        button->setChecked(value().compare(button->property("colour").toString(), Qt::CaseInsensitive) == 0);
}

} // namespace marquee::environments
