// SPDX-License-Identifier: GPL-3.0-or-later
// Colours that can be read, and text that grows.
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontMetrics>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using namespace marquee;
using theme::Mode;
using theme::Theme;
using theme::Token;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownColours()
    {
        QCOMPARE(theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(theme::contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(theme::contrast(Qt::red, Qt::red), 1.0);
        QVERIFY(qAbs(theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01); // WCAG's own example
    }

    void readable_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        struct Name
        {
            Token token;
            const char *name;
        };
        const Name texts[] = {{Token::Text, "Text"},   {Token::TextSoft, "TextSoft"}, {Token::TextFaint, "TextFaint"}, {Token::Accent, "Accent"},
                              {Token::Error, "Error"}, {Token::Warning, "Warning"},   {Token::Hint, "Hint"},           {Token::Good, "Good"},
                              {Token::CodeName, "CodeName"}, {Token::CodeText, "CodeText"}, {Token::CodeNumber, "CodeNumber"}};
        for (const auto &[mode, called] : {std::pair(Mode::Light, "light"), {Mode::Dark, "dark"}}) {
            const auto row = [&, shade = mode, shadeName = called](Token text, const char *textName, Token ground, const char *groundName) {
                QTest::addRow("%s: %s on %s", shadeName, textName, groundName) << int(shade) << int(text) << int(ground);
            };
            for (const Name &text : texts) {
                row(text.token, text.name, Token::Base, "Base");
                if (text.token < Token::CodeName)
                    row(text.token, text.name, Token::Window, "Window");
            }
            row(Token::Error, "Error", Token::ErrorGround, "its ground");
            row(Token::Warning, "Warning", Token::WarningGround, "its ground");
            row(Token::Hint, "Hint", Token::HintGround, "its ground");
            row(Token::Good, "Good", Token::GoodGround, "its ground");
            row(Token::Text, "Text", Token::AccentSoft, "AccentSoft");
            for (const Token ground : {Token::ErrorGround, Token::WarningGround, Token::HintGround, Token::GoodGround})
                row(Token::Text, "Text", ground, qPrintable(QString::number(int(ground))));
            row(Token::OnAccent, "OnAccent", Token::Accent, "Accent");
        }
    }
    void readable()
    {
        QFETCH(int, mode);
        QFETCH(int, text);
        QFETCH(int, ground);
        Theme::instance().apply(*qApp, static_cast<Mode>(mode), 100);
        const double ratio = theme::contrast(theme::color(static_cast<Token>(text)), theme::color(static_cast<Token>(ground)));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void sizesGrowWithinBounds()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().apply(*qApp, Mode::Light, 100);
        const int before = QFontMetrics(theme::bodyFont()).height();
        QCOMPARE(theme::scaled(32), 32);
        Theme::instance().apply(*qApp, Mode::Light, 150);
        QCOMPARE(theme::scaled(32), 48);
        QVERIFY(QFontMetrics(theme::bodyFont()).height() > before);
        QCOMPARE(changed.size(), 2);
        Theme::instance().apply(*qApp, Mode::Light, 1000);
        QCOMPARE(Theme::instance().percent(), 200);
        Theme::instance().apply(*qApp, Mode::Light, -5);
        QCOMPARE(Theme::instance().percent(), 100);
    }

    void modesChangeThePalette()
    {
        Theme::instance().apply(*qApp, Mode::Dark, 100);
        QVERIFY(Theme::instance().isDark());
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
        Theme::instance().apply(*qApp, Mode::Light, 100);
        QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
        QCOMPARE(QApplication::palette().color(QPalette::WindowText), theme::color(Token::Text));
        Theme::instance().apply(*qApp, Mode::System, 100);
        QVERIFY(!Theme::instance().isDark()); // as the platform was, not as we were just now
    }

    void severitiesDifferByShape()
    {
        // Without colour they have to be told apart: their covered pixels differ.
        const auto shape = [](rules::Severity severity) {
            const QImage image = theme::severityIcon(severity).pixmap(16, 16).toImage().convertToFormat(QImage::Format_ARGB32);
            QByteArray covered;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    covered += qAlpha(image.pixel(x, y)) > 127 ? '#' : ' ';
            }
            return covered;
        };
        const QByteArray error = shape(rules::Severity::Error);
        QVERIFY(error.contains('#'));
        QVERIFY(error != shape(rules::Severity::Warning));
        QVERIFY(error != shape(rules::Severity::Hint));
        QVERIFY(shape(rules::Severity::Warning) != shape(rules::Severity::Hint));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
