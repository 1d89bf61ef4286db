// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a widget as people see it: light, dark, with large text, and with words as long as other languages have
// them.
#pragma once

#include "gui/FormTest.h"

#include <QTranslator>

namespace marquee::test {

/// Every text is about a third longer.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int number) const override
    {
        QString longer = QString::fromUtf8(text);
        longer.replace(u"%n"_s, QString::number(number));
        for (qsizetype at = longer.size() / 3; at > 0; at -= 4) {
            if (const qsizetype letter = at * 3 - 1; letter < longer.size() && longer.at(letter).isLower())
                longer.insert(letter, u"en"_s);
        }
        return longer;
    }
};

/// Where MARQUEE_PICTURES names a folder, `make` is called for each look, and shows what it made.
template <class Make>
void looks(const QString &name, Make make)
{
    if (qEnvironmentVariable("MARQUEE_PICTURES").isEmpty())
        return;
    struct Look
    {
        QString name;
        theme::Mode mode;
        int percent;
    };
    for (const Look &look : {Look{u"light"_s, theme::Mode::Light, 100}, Look{u"dark"_s, theme::Mode::Dark, 100},
             Look{u"large"_s, theme::Mode::Light, 150}, Look{u"long"_s, theme::Mode::Light, 100}}) {
        LongWords words;
        if (look.name == u"long"_s)
            QCoreApplication::installTranslator(&words);
        theme::Theme::instance().apply(*qApp, look.mode, look.percent);
        const auto widget = make();
        QTest::qWait(50);
        picture(*widget, name + u'-' + look.name);
        QCoreApplication::removeTranslator(&words);
    }
    theme::Theme::instance().apply(*qApp, theme::Mode::Light, 100);
}

} // namespace marquee::test
