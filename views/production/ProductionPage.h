// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "production/Pictures.h"
#include "productions/Productions.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QGridLayout;
class QPushButton;

namespace marquee::form {
class Card;
}

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::production {

/// One production, as an answer describes it: its facts, people, links and pictures, and what of it isn't as
/// documented. Pictures are loaded when somebody asks, and only where that is allowed.
class ProductionPage : public QScrollArea
{
    Q_OBJECT

public:
    /// The pictures outlive the page.
    explicit ProductionPage(Pictures &pictures, QWidget *parent = nullptr);

    /// Shows one of a reply; null: none is chosen. Both are read here and not kept.
    void show(const productions::Production *production, const workspace::OpenDocument *reply);
    /// Whether pictures may be loaded. Where not, a line says why, and has a button to allow it.
    void setImagesAllowed(bool allowed);

Q_SIGNALS:
    void openLinkWanted(const QUrl &url); ///< in the browser; http or https
    void placeWanted(const marquee::payload::Pointer &place); ///< in the tree of the answer
    void allowImagesWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeNothing();
    QWidget *makePage(const workspace::OpenDocument *reply);
    QWidget *makeHead();
    QWidget *makePoster(QWidget *parent);
    QWidget *makeFacts(QWidget *parent);
    QWidget *makePeople();
    QWidget *makeCredits(
        const QString &name, const QString &title, const std::vector<productions::Credit> &credits, QWidget *parent);
    QWidget *makeMedia();
    QWidget *makeImages(QWidget *parent);
    QWidget *makeDifferences(const workspace::OpenDocument *reply);
    QWidget *makeMembers(const QString &words, const QStringList &members, bool isThere, QWidget *parent);
    QWidget *makeProblem(const QString &words, int severity, QWidget *parent);
    /// A link where the text is a web address, else the text and that it isn't one.
    QWidget *makeLink(const QString &name, const QString &title, const QString &address, QWidget *parent);
    QWidget *makeNotAllowed(QWidget *parent);
    /// A button that asks for pictures, as long as there are some to be asked for.
    QPushButton *makeLoad(const QString &name, const QString &text, const QList<QUrl> &urls, QWidget *parent);
    void rebuild(const workspace::OpenDocument *reply);
    void arrangeFacts();
    payload::Pointer placeOf(const QString &member) const;

    Pictures &m_pictures;
    struct Fact
    {
        QWidget *heading;
        QWidget *value;
        Qt::Alignment alignment;
    };

    std::optional<productions::Production> m_production;
    bool m_imagesAllowed = true;
    QGridLayout *m_factsGrid = nullptr; ///< of the production that is shown
    std::vector<Fact> m_facts;
    int m_columns = 0; ///< of facts beside each other
};

/// "2 h 5 min".
QString runtimeInWords(int minutes);

} // namespace marquee::production
