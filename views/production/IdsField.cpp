// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/IdsField.h"

#include "production/Pieces.h"
#include "productions/Productions.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QSet>
#include <QTextBlock>
#include <QUrl>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int Height = 136;

bool isUndoOrRedo(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

bool separates(QChar c)
{
    return c.isSpace() || c == u',' || c == u';' || c == u'"' || c == u'\'';
}

} // namespace

QStringList typedIds(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) {
        if (QStringList ids = productions::idsIn(trimmed.toUtf8()); !ids.isEmpty())
            return ids;
    }
    QStringList ids;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !separates(text.at(at)))
            continue;
        if (at > begin)
            ids << text.mid(begin, at - begin);
        begin = at + 1;
    }
    return ids;
}

IdsText::IdsText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
}

bool IdsText::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasUrls();
}

void IdsText::insertFromMimeData(const QMimeData *source)
{
    for (const QUrl &url : source->urls()) {
        if (url.isLocalFile()) {
            Q_EMIT fileDropped(url.toLocalFile());
            return;
        }
    }
    const QStringList ids = typedIds(source->text());
    if (ids.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    const bool isLineBegin
        = cursor.selectionStart() == cursor.document()->findBlock(cursor.selectionStart()).position();
    cursor.insertText(QString((isLineBegin ? QString() : u"\n"_s) + ids.join(u'\n')));
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool IdsText::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoOrRedo(event)) {
        event->ignore();
        return false;
    }
    return QPlainTextEdit::event(event);
}

void IdsText::keyPressEvent(QKeyEvent *event)
{
    if (isUndoOrRedo(event) || (event->key() == Qt::Key_Return && event->modifiers() == Qt::ControlModifier))
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void IdsText::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    // A window that is about to go takes the cursor too: nobody left the field, and nothing may be built in it any
    // more.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

IdsField::IdsField(QWidget *parent)
    : QWidget(parent)
    , m_text(new IdsText(this))
    , m_count(new QLabel(this))
{
    m_text->setObjectName(u"ids"_s);
    m_text->setAccessibleName(tr("IDs of productions"));
    m_text->setPlaceholderText(tr("One ID a line, or paste a list.\nA file can be dropped here."));
    m_text->setToolTip(tr("Typed or pasted: separated by commas, blanks or lines, or as JSON."));
    m_count->setObjectName(u"idsCount"_s);
    m_count->setProperty("role", u"note"_s);
    auto *file = button(u"idsFile"_s, tr("From a file…"), "link", this);
    m_clear = button(u"idsClear"_s, tr("Clear"), "link", this);
    m_clear->setAccessibleName(tr("Clear the list of IDs"));
    for (QWidget *note : std::initializer_list<QWidget *>{m_count, file, m_clear})
        keepFont(note, theme::noteFont);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    layout->addWidget(m_text);
    auto *below = new QHBoxLayout;
    below->setSpacing(scaled(8));
    below->addWidget(m_count);
    below->addStretch();
    below->addWidget(m_clear);
    below->addWidget(file);
    layout->addLayout(below);
    setFocusProxy(m_text);

    connect(m_text, &QPlainTextEdit::textChanged, this, &IdsField::typed);
    connect(m_text, &IdsText::left, this, &IdsField::finish);
    connect(m_text, &IdsText::fileDropped, this, &IdsField::fileDropped);
    connect(file, &QPushButton::clicked, this, &IdsField::fileWanted);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        show({});
        Q_EMIT edited({}, false);
        m_text->setFocus(Qt::OtherFocusReason);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &IdsField::applyTheme);
    applyTheme();
    showCount();
}

void IdsField::applyTheme()
{
    m_text->setFont(theme::codeFont());
    m_text->setFixedHeight(scaled(Height));
}

void IdsField::show(const QStringList &ids)
{
    if (m_isTyping && ids == m_ids)
        return;
    m_isTyping = false;
    m_ids = ids;
    m_isShowing = true;
    if (const QString text = ids.join(u'\n'); m_text->toPlainText() != text)
        m_text->setPlainText(text);
    m_isShowing = false;
    showCount();
}

void IdsField::addIds(const QStringList &ids)
{
    QStringList all = m_ids;
    QSet<QString> known(all.begin(), all.end());
    for (const QString &id : ids) {
        if (!id.isEmpty() && !known.contains(id)) {
            known.insert(id);
            all << id;
        }
    }
    if (all == m_ids)
        return;
    show(all);
    Q_EMIT edited(all, false);
}

void IdsField::typed()
{
    if (m_isShowing)
        return;
    m_isTyping = true;
    QStringList ids = typedIds(m_text->toPlainText());
    if (ids == m_ids)
        return;
    m_ids = std::move(ids);
    showCount();
    Q_EMIT edited(m_ids, true);
}

void IdsField::finish()
{
    m_isTyping = false;
    show(m_ids);
    Q_EMIT left();
}

void IdsField::showCount()
{
    const auto different = QSet<QString>(m_ids.begin(), m_ids.end()).size();
    const auto doubled = static_cast<int>(m_ids.size() - different);
    QString text = m_ids.isEmpty() ? tr("No IDs yet") : tr("%n ID(s)", nullptr, static_cast<int>(m_ids.size()));
    if (doubled > 0)
        text += u" · "_s + tr("%n repeated", nullptr, doubled);
    m_count->setText(text);
    m_clear->setVisible(!m_ids.isEmpty());
}

} // namespace marquee::production
