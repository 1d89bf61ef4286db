// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "partners/Atom.h"
#include "production/Way.h"
#include "rules/Validator.h"
#include "workspace/OpenDocument.h"

#include <QWidget>

#include <array>
#include <map>
#include <memory>

class QButtonGroup;
class QCheckBox;
class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace marquee::production {

class QueryForm;

/// What to ask Atom Tickets: five ways, each with its few fields, and the rules' problems beside them while one types.
/// An error keeps one from asking and says so; a warning doesn't. Each way keeps what was typed, and its steps back.
class ProductionQueryView : public QWidget
{
    Q_OBJECT

public:
    ProductionQueryView(const rules::Rulebook &book, const editor::Lookup &lookup, QWidget *parent = nullptr);
    ~ProductionQueryView() override;

    Way way() const { return m_way; }
    void setWay(Way way);
    void focusFirst(); ///< puts the cursor where one begins to type
    /// Whom one asks. Without an Atom side nothing can be asked.
    void setEnvironment(const QString &name, bool isProtected, bool hasAtom);

    partners::Operation operation() const { return operationOf(m_way); }
    partners::AtomTarget target() const; ///< of the way that is chosen
    bool allPages() const; ///< all of them, not the first alone
    bool mayAsk() const;
    /// The question as a document: of IDs and venues, else empty.
    QByteArray queryText() const;
    /// Shows a question that is a document (production-query, production-ids), as one step. False, and nothing changed,
    /// where it is anything else.
    bool setQuery(const QByteArray &text);

    /// Puts IDs behind those that are there: what was read from a file.
    void addIds(const QStringList &ids);
    /// Asks for the details of these, in that marketplace (empty: the partner's own), all pages.
    void askIds(const QStringList &ids, const QString &marketplace);
    /// A venue's IDs go into details at once.
    bool wantsDetails() const;

    void showProgress(int pages, int total); ///< 0: how many there are isn't known
    void showIdle(); ///< nothing is being asked
    bool isAsking() const { return m_isAsking; }

public Q_SLOTS:
    void ask(); ///< as the button does; nothing where one may not

Q_SIGNALS:
    void changed(); ///< what would be asked is another
    void askWanted(marquee::partners::Operation operation, const marquee::partners::AtomTarget &target, bool allPages);
    void cancelWanted();
    void environmentsWanted();
    void idsFileWanted();
    void idsFileDropped(const QString &path);
    void queryDocumentWanted(const QByteArray &text); ///< as a document of the workspace
    void explainWanted(const QString &ruleId);
    void refused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Page
    {
        std::unique_ptr<workspace::OpenDocument> document;
        QueryForm *form = nullptr;
    };

    QWidget *makeHead();
    QWidget *makeWays();
    QWidget *makeNoAtom();
    void makePages(const rules::Rulebook &book, const editor::Lookup &lookup);
    QWidget *makeFoot();
    workspace::OpenDocument *document() const; ///< null: the way has none (ping)
    bool isJudged() const { return m_way == Way::Ids || m_way == Way::Venue; }
    QString reason() const; ///< why nothing can be asked, in words; empty: it can
    void refresh();
    void showCounts();

    std::map<Way, Page> m_pages;
    Way m_way = Way::Ids;
    QString m_environment;
    bool m_isProtected = false;
    bool m_hasAtom = true;
    bool m_isAsking = false;

    QLabel *m_whom = nullptr;
    QFrame *m_noAtom = nullptr;
    QLabel *m_noAtomWords = nullptr;
    QButtonGroup *m_ways = nullptr;
    QWidget *m_stack = nullptr; ///< a form for each way; one is shown
    QLabel *m_ping = nullptr;
    QCheckBox *m_allPages = nullptr;
    QCheckBox *m_details = nullptr;
    QLabel *m_errors = nullptr;
    QLabel *m_warnings = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_document = nullptr;
    QWidget *m_running = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressWords = nullptr;
};

} // namespace marquee::production
