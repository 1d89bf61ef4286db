// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "exchange/ProductionDesk.h"
#include "payload/Pointer.h"
#include "productions/Productions.h"
#include "rules/Validator.h"

#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::production {

class IdsPage;
class ProductionQueryView;
class ProductionsPage;

/// Atom Tickets' productions: what to ask at the left, what was answered at the right. Asks nobody and fetches nothing
/// by itself; reads answers on a thread of the pool. For a tab of the window.
class ProductionsView : public QWidget
{
    Q_OBJECT

public:
    ProductionsView(const rules::Rulebook &book, const editor::Lookup &lookup, QWidget *parent = nullptr);
    ~ProductionsView() override;

    /// The question, for a preview of the request: operation(), target(), queryText() and `changed`.
    ProductionQueryView *query() const { return m_query; }
    ProductionsPage *productions() const { return m_productions; }

    /// Whom one asks. Pictures are off in a protected environment until the user allows them (setImagesAllowed).
    void setEnvironment(const QString &name, bool isProtected, bool hasAtom);
    void setImagesAllowed(bool always);
    /// IDs that were read from a file, as idsFileWanted or idsFileDropped asked for.
    void addIds(const QStringList &ids);
    /// Shows a document of the workspace as the question; false where it isn't one.
    bool setQuery(const QByteArray &text);

    void showProgress(int pages, int total); ///< 0: how many there are isn't known
    void showIdle(); ///< nothing was asked after all: it was refused before it began
    void showAnswer(const exchange::ProductionAnswer &answer);
    /// What came of an imageWanted: bytes, or a problem in words.
    void showImage(const QUrl &url, const QByteArray &bytes, const QString &problem);

Q_SIGNALS:
    void askWanted(marquee::partners::Operation operation, const marquee::partners::AtomTarget &target, bool allPages);
    void cancelWanted();
    void environmentsWanted();
    void idsFileWanted(); ///< choose a file of IDs, read it, and answer by addIds
    void idsFileDropped(const QString &path); ///< read that one
    void queryDocumentWanted(const QByteArray &text); ///< the question as a document of the workspace
    void imageWanted(const QUrl &url); ///< http or https; answered by showImage
    void imagesAllowedChanged(bool allowed); ///< by the user, for this environment
    void openLinkWanted(const QUrl &url); ///< http or https, in the browser
    void placeWanted(const marquee::payload::Pointer &place); ///< the answer's tree, at that place
    void inspectWanted(); ///< the answer as it came
    void saveWanted(
        const QByteArray &bytes, const QString &name); ///< the answer's body, and what the file may be called
    void explainWanted(const QString &ruleId);
    void refused(const QString &why); ///< an edit that couldn't be made, in words

private:
    /// An answer, read: on its way from the thread.
    struct Reading
    {
        std::unique_ptr<workspace::OpenDocument> document;
        productions::ProductionsFound found;
        QStringList ids;
    };

    QWidget *makeMessage();
    void connectParts();
    void showMessage(const QString &heading, const QString &text, const char *role, bool hasAnswer);
    void showEmpty();
    void showFailure();
    void read();
    void take(Reading &reading);
    void followIds(const QStringList &ids);
    QString fileName() const;

    rules::Rulebook m_book;
    ProductionQueryView *m_query;
    QStackedWidget *m_stack;
    QWidget *m_message = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_open = nullptr;
    IdsPage *m_ids;
    ProductionsPage *m_productions;
    std::optional<exchange::ProductionAnswer> m_answer;
    bool m_followsDetails = false; ///< the venue was asked with "and get their details"
    int m_turn = 0; ///< grows where what is being read stops to count
};

} // namespace marquee::production
