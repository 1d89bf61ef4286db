// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of forms, pages and the window share: documents, a window around a widget, and finding fields by name.
#pragma once

#include "unit/rules/Fixture.h"

#include "editor/FieldEditor.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace marquee::test {

using namespace Qt::StringLiterals;
using payload::Pointer;
using workspace::OpenDocument;

/// What the catalogue and the lists of the program say.
inline const editor::Lookup &lookup()
{
    static const editor::Lookup built{rulebook().catalog, rulebook().vocabularies};
    return built;
}

/// test::avail, by a name that isn't a folder's.
inline QByteArray availOf(const QByteArray &windows, const QByteArray &asset = {})
{
    return avail(windows, asset);
}

inline std::unique_ptr<OpenDocument> opened(const QByteArray &text, OpenDocument::Origin origin = OpenDocument::Origin::File)
{
    return OpenDocument::read(rulebook(), text, origin, {}, fixedClock);
}

/// The JSON at a place, in the document's own spelling; empty where nothing stands there.
inline QString at(const OpenDocument &document, const QByteArray &pointer)
{
    const auto place = Pointer::parse(pointer.toStdString());
    const payload::Value value = place ? document.payload().find(*place) : payload::Value();
    return value ? QString::fromStdString(value.raw()) : QString();
}

inline Pointer place(const char *pointer)
{
    return *Pointer::parse(pointer);
}

inline int steps(const OpenDocument &document)
{
    return static_cast<int>(document.payload().steps().size());
}

/// As QTest::keyClicks, for letters beyond ASCII too.
inline void type(QWidget *widget, const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

/// The widget with the cursor, which is where keys go.
inline QWidget *cursor()
{
    return QApplication::focusWidget();
}

inline QString cursorName()
{
    return cursor() ? cursor()->objectName() : QString();
}

inline void show(QWidget &window, QSize size = {1200, 900})
{
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QApplication::setActiveWindow(&window);
}

/// The child of that name that a user sees; null for none. What is about to be deleted is gone first.
template <class T>
T *seen(const QWidget &in, const QString &name)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (T *child : in.findChildren<T *>(name)) {
        if (child->isVisible())
            return child;
    }
    return nullptr;
}

/// The line of a field: "Licensor/DisplayName" from the form's object.
inline QLineEdit *line(const QWidget &in, const QString &field)
{
    QWidget *input = seen<QWidget>(in, field);
    if (auto *combo = qobject_cast<QComboBox *>(input))
        return combo->lineEdit();
    return qobject_cast<QLineEdit *>(input);
}

/// The same into whatever has the cursor, letter by letter: a form may be made anew while somebody types.
inline void type(const QString &text)
{
    for (const QChar letter : text)
        type(cursor(), QString(letter));
}

/// Puts the cursor into a field and another text in place of what stands there; the cursor stays.
inline void fill(const QWidget &in, const QString &field, const QString &text)
{
    QLineEdit *input = line(in, field);
    QVERIFY2(input, qPrintable(field));
    input->setFocus(Qt::TabFocusReason);
    input->selectAll();
    if (text.isEmpty())
        QTest::keyClick(input, Qt::Key_Delete);
    type(text);
}

/// The cursor goes on, as by Tab.
inline void leave()
{
    QVERIFY(cursor());
    QTest::keyClick(cursor(), Qt::Key_Tab);
}

/// What is said beside a field, as a screen reader is told.
inline QString saidBeside(const QWidget &in, const QString &field)
{
    const QWidget *input = seen<QWidget>(in, field);
    return input ? input->accessibleDescription() : u"no such field"_s;
}

/// The first link that mends a problem of that rule; null for none that is seen.
inline QAbstractButton *fixOf(const QWidget &in, const QString &rule)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (QAbstractButton *link : in.findChildren<QAbstractButton *>(QRegularExpression(u"^fix-%1-"_s.arg(rule)))) {
        if (link->isVisible())
            return link;
    }
    return nullptr;
}

inline void press(const QWidget &in, const QString &button)
{
    auto *found = seen<QAbstractButton>(in, button);
    QVERIFY2(found, qPrintable(button));
    QTest::mouseClick(found, Qt::LeftButton);
}

/// A picture of what is seen, where somebody wants to look: MARQUEE_PICTURES names a folder.
inline void picture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("MARQUEE_PICTURES"); !folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace marquee::test
