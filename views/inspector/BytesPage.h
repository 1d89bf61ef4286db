// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Page.h"
#include "preview/Finder.h"
#include "preview/Language.h"
#include "preview/Mark.h"

#include <vector>

class QFrame;
class QLabel;
class QPushButton;

namespace marquee::preview {
class PayloadView;
}

namespace marquee::inspector {

/// A page of text, Raw or Pretty, with a line above that says what to know of it.
class BytesPage : public Page
{
    Q_OBJECT

public:
    /// `name` begins the objects' names: "inspectorRaw".
    BytesPage(const QString &name, const QString &title, QWidget *parent = nullptr);

    preview::PayloadView *view() const { return m_view; }
    void setText(const payload::Text &text, preview::Language language);
    void setMarks(std::vector<preview::Mark> marks);
    /// `look`: the style sheet's banner, "error", "warning" or "hint". `button` empty: none; it is told by
    /// bannerPressed.
    void showBanner(const QString &look, const QString &words, const QString &button = {});
    void hideBanner();
    /// Selects a stretch, and brings it into sight.
    void showPlace(std::uint32_t begin, std::uint32_t end);

    void setFind(const QString &text, bool matchCase) override;
    void step(bool forwards) override;
    Hits hits() const override;
    void takeFocus() override;

Q_SIGNALS:
    void bannerPressed();
    void findWanted(); ///< the keys for it, which the text would take for itself
    void stepWanted(bool forwards);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBanner(const QString &name);
    void refreshLook();

    preview::PayloadView *m_view;
    QFrame *m_banner = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_button = nullptr;
    preview::Finder m_finder;
    QString m_find;
    bool m_matchCase = false;
    std::uint32_t m_found = 0; ///< where the current hit begins
};

} // namespace marquee::inspector
