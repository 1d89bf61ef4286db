// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "editor/FieldEditor.h"
#include "payload/Document.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

namespace marquee::editor {

using namespace Qt::StringLiterals;

/// What the catalogue and the lists of the program say.
inline const Lookup &lookup()
{
    static const Lookup built{*catalog::Catalog::load(), *catalog::Vocabularies::load()};
    return built;
}

/// JSON in one line, as the tables write it.
inline QString oneLine(const std::string &json)
{
    payload::JsonStyle style;
    style.lines = false;
    return QString::fromStdString(payload::layOut(json, style));
}

/// As QTest::keyClicks, for letters beyond ASCII too.
inline void type(QWidget *widget, const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

/// An editor in a window that has the cursor, beside another field to leave to, over a document that takes what it
/// hands on as a form's row does.
class Bench
{
public:
    /// `json`: the value; empty for one that is absent.
    Bench(std::unique_ptr<FieldEditor> made, const QString &json)
        : editor(made.release())
    {
        theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(editor);
        layout->addWidget(other);
        QObject::connect(editor, &FieldEditor::edited, editor, [this](const std::string &edited, bool typing) {
            log << (typing ? u"typing "_s : u"edited "_s) + oneLine(edited);
            show(edited);
        });
        QObject::connect(editor, &FieldEditor::cleared, editor, [this] {
            log << u"cleared"_s;
            show({});
        });
        QObject::connect(editor, &FieldEditor::left, editor, [this] { log << u"left"_s; });
        editor->inputWidget()->setObjectName(u"field"_s);
        show(json.toStdString());
        window.resize(480, 200);
        window.show();
        QApplication::setActiveWindow(&window);
        other->setFocus();
        log.clear();
    }

    void show(const std::string &json)
    {
        value = json;
        if (json.empty()) {
            editor->show({});
            return;
        }
        document = std::move(*payload::Document::read(QByteArray::fromStdString(json)));
        editor->show(document->root());
    }

    void enter() { editor->inputWidget()->setFocus(Qt::TabFocusReason); }
    void leave() { other->setFocus(Qt::TabFocusReason); }
    QString last() const { return log.isEmpty() ? QString() : log.last(); }
    QString now() const { return oneLine(value); }

    QStringList log; ///< what the editor said
    std::string value;
    std::unique_ptr<payload::Document> document;
    QWidget window; // goes first, because its editor speaks once more while it closes
    FieldEditor *editor;
    QLineEdit *other = new QLineEdit;
};

} // namespace marquee::editor
