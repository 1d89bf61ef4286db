// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/LanguageListEditor.h"

#include "catalog/Vocabularies.h"
#include "editor/FlowLayout.h"
#include "editor/JsonParts.h"
#include "editor/LanguageChip.h"
#include "editor/LanguagePopup.h"
#include "payload/JsonText.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QFocusEvent>
#include <QToolButton>

#include <algorithm>

namespace marquee::editor {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *Tag = "value";
constexpr const char *Asset = "_asset";

const catalog::Vocabulary *assetsOf(const catalog::ObjectType &item)
{
    const catalog::Field *field = item.find(Asset);
    return field ? field->vocabulary : nullptr;
}

/// A list's entries; what isn't a list counts as its only entry.
std::uint32_t entriesOf(const payload::Value &value)
{
    return value.isArray() ? value.size() : (value ? 1 : 0);
}

payload::Value entryOf(const payload::Value &value, int index)
{
    return value.isArray() ? value.at(static_cast<std::uint32_t>(index)) : value;
}

QString tagOf(const payload::Value &entry)
{
    return lineText(entry.isObject() && entry.member(Tag) ? entry.member(Tag) : entry);
}

QString assetOf(const payload::Value &entry)
{
    return entry.isObject() ? lineText(entry.member(Asset)) : QString();
}

} // namespace

LanguageListEditor::LanguageListEditor(const catalog::ObjectType &item, const Lookup &lookup, QWidget *parent)
    : FieldEditor(parent)
    , m_lookup(lookup)
    , m_assets(assetsOf(item))
    , m_flow(new FlowLayout(this))
    , m_tabAnchor(new QWidget(this))
    , m_add(new QToolButton(this))
    , m_popup(new LanguagePopup(lookup, m_assets, this))
{
    m_tabAnchor->setFocusPolicy(Qt::StrongFocus); // or no order can be told by it
    m_tabAnchor->hide();
    m_flow->setSpacing(4);
    m_flow->addWidget(m_add);
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Add a language"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    watch(m_add);
    setFocusProxy(m_add);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_add, &QToolButton::clicked, this, [this] { openFor(-1); });
    connect(m_popup, &LanguagePopup::chosen, this, &LanguageListEditor::take);
    const auto dress = [this] {
        m_add->setIcon(theme::icon(u"list-add"_s));
        m_add->setIconSize(QSize(theme::scaled(16), theme::scaled(16)));
        m_add->setFixedHeight(theme::scaled(28));
        keepHeight();
    };
    dress();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, dress);
    refresh();
}

QWidget *LanguageListEditor::inputWidget()
{
    return m_add;
}

int LanguageListEditor::indexOf(const QObject *chip) const
{
    const auto found = std::find(m_chips.begin(), m_chips.end(), chip);
    return found == m_chips.end() ? -1 : static_cast<int>(found - m_chips.begin());
}

void LanguageListEditor::addChip()
{
    auto *chip = new LanguageChip(this);
    m_flow->removeWidget(m_add);
    m_flow->addWidget(chip);
    m_flow->addWidget(m_add); // it stays last
    watch(chip);
    setTabOrder(m_chips.empty() ? m_tabAnchor : m_chips.back(), chip);
    connect(chip, &QPushButton::clicked, this, [this, chip] { openFor(indexOf(chip)); });
    connect(chip, &LanguageChip::removeAsked, this, [this, chip] { remove(indexOf(chip)); });
    connect(
        chip, &LanguageChip::stepAsked, this, [this, chip](int by, bool reorder) { step(indexOf(chip), by, reorder); });
    m_chips.push_back(chip);
}

void LanguageListEditor::show(const payload::Value &value)
{
    m_current = value ? std::optional(value.raw()) : std::nullopt;
    m_add->setText(tr("Add"));
    refresh();
}

void LanguageListEditor::showSeveral(const payload::Value &)
{
    show({});
    m_add->setText(severalValues());
}

void LanguageListEditor::refresh()
{
    const OwnValue own(m_current);
    const payload::Value value = own.value();
    const std::size_t entries = entriesOf(value);
    while (m_chips.size() < entries)
        addChip();
    while (m_chips.size() > entries) {
        LanguageChip *last = m_chips.back();
        m_chips.pop_back();
        if (last->hasFocus())
            focusChip(static_cast<int>(m_chips.size()) - 1);
        m_flow->removeWidget(last);
        last->hide();
        last->deleteLater(); // it may be what asked for this
    }
    for (int i = 0; i < count(); ++i)
        showChip(i, entryOf(value, i));
    m_add->setToolButtonStyle(m_chips.empty() ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_add->setVisible(!m_readOnly);
    placeTabStop(m_tabStop);
    mark();
    keepHeight();
    updateGeometry();
}

void LanguageListEditor::placeTabStop(int index)
{
    // Tab comes to one chip of the list, from which the arrows go on: a long list is left by one key.
    m_tabStop = std::clamp(index, 0, std::max(0, count() - 1));
    for (int i = 0; i < count(); ++i)
        chip(i)->setFocusPolicy(i == m_tabStop ? Qt::StrongFocus : Qt::ClickFocus);
}

void LanguageListEditor::showChip(int index, const payload::Value &entry)
{
    LanguageChip *at = chip(index);
    const QString tag = tagOf(entry);
    const std::string spelled = tag.toStdString();
    const bool known = m_lookup.vocabularies->languageTags().isGood(spelled);
    const QString name = known ? m_lookup.vocabularies->languageName(spelled) : QString();
    at->setTexts(tag.isEmpty() ? tr("empty") : tag, assetOf(entry));
    at->setRemovable(!m_readOnly);
    at->setToolTip(name);
    at->setObjectName(m_add->objectName() + u'/' + QString::number(index));
    at->setAccessibleName(name.isEmpty() ? at->text() : QString(at->text() + ", "_L1 + name));
    at->setAccessibleDescription(tr("Delete removes it, Alt with Left or Right moves it."));
}

void LanguageListEditor::setMark(Mark mark_)
{
    m_mark = mark_;
    mark();
}

void LanguageListEditor::setItemMarks(const QMap<int, Mark> &marks)
{
    m_itemMarks = marks;
    mark();
}

void LanguageListEditor::mark()
{
    for (int i = 0; i < count(); ++i)
        showMark(chip(i), m_itemMarks.value(i, Mark::None));
    showMark(m_add, m_mark);
}

void LanguageListEditor::resizeEvent(QResizeEvent *event)
{
    FieldEditor::resizeEvent(event);
    keepHeight();
}

void LanguageListEditor::keepHeight()
{
    // Said as a minimum, because not every layout around asks for the height that belongs to a width.
    setMinimumHeight(std::max(theme::scaled(32), m_flow->heightForWidth(width())));
}

void LanguageListEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void LanguageListEditor::openFor(int index)
{
    if (m_readOnly)
        return;
    m_changing = index;
    const OwnValue own(m_current);
    const payload::Value entry = index >= 0 ? entryOf(own.value(), index) : payload::Value();
    const QWidget *under = index >= 0 ? static_cast<QWidget *>(chip(index)) : m_add;
    m_popup->open(entry ? tagOf(entry) : QString(), assetOf(entry), under);
}

std::string LanguageListEditor::changed(const payload::Value &entry, const QString &tag, const QString &asset) const
{
    std::string json = entry.isObject() ? entry.raw() : "{}";
    if (!entry.isObject() || tag != tagOf(entry))
        json = withMember(json, Tag, payload::encodeJsonString(tag));
    if (!m_assets || asset == assetOf(entry))
        return json;
    return asset.isEmpty() ? withoutMember(json, Asset) : withMember(json, Asset, payload::encodeJsonString(asset));
}

void LanguageListEditor::take(const QString &tag, const QString &asset)
{
    const OwnValue own(m_current);
    const payload::Value value = own.value();
    const bool isNew = m_changing < 0 || m_changing >= count();
    const std::string entry = changed(isNew ? payload::Value() : entryOf(value, m_changing), tag, asset);
    const int index = isNew ? count() : m_changing;
    if (!value.isArray())
        handOn('[' + (isNew && value ? value.raw() + ", " : std::string()) + entry + ']');
    else if (isNew)
        handOn(withItemAdded(*m_current, entry));
    else
        handOn(withItem(*m_current, static_cast<std::uint32_t>(index), entry));
    if (isNew)
        m_add->setFocus();
    else
        focusChip(index);
}

void LanguageListEditor::remove(int index)
{
    if (m_readOnly || index < 0)
        return;
    focusChip(index + 1 < count() ? index + 1 : index - 1);
    const OwnValue own(m_current);
    if (own.value().isArray() && own.value().size() > 1) {
        handOn(withoutItem(*m_current, static_cast<std::uint32_t>(index)));
        focusChip(std::min(index, count() - 1));
        return;
    }
    m_current.reset();
    refresh();
    Q_EMIT cleared();
}

void LanguageListEditor::step(int index, int by, bool reorder)
{
    const int to = index + by;
    if (index < 0 || to < 0 || (reorder && to >= count()))
        return;
    if (reorder)
        handOn(withItemMoved(*m_current, static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(to)));
    focusChip(to);
}

void LanguageListEditor::focusChip(int index)
{
    if (index >= 0 && index < count())
        chip(index)->setFocus();
    else
        m_add->setFocus();
}

void LanguageListEditor::handOn(const std::string &json)
{
    if (m_current == json)
        return;
    m_current = json;
    refresh();
    Q_EMIT edited(json, false);
}

bool LanguageListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched != m_add)
        placeTabStop(indexOf(watched));
    // From the plus back to the last chip, as from chip to chip.
    if (watched == m_add && event->type() == QEvent::KeyPress && !m_chips.empty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Left) {
        focusChip(count() - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace marquee::editor
