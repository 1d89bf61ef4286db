// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"
#include "production/Way.h"

#include <QPointer>
#include <QStringList>

namespace marquee::form {
class Card;
class ProblemLines;
}

namespace marquee::production {

class IdsField;

/// The fields of one way to ask, over a document that says what is asked. A field that is left empty is absent in it;
/// what can't be done without (a venue, a name) is an empty text.
class QueryForm : public form::Form
{
    Q_OBJECT

public:
    QueryForm(Way way, const editor::Lookup &lookup, QWidget *parent = nullptr);

    /// With what a question of that kind begins.
    static QByteArray emptyQuery(Way way);
    /// Way::Ids only. Those that aren't there yet come behind the others.
    void addIds(const QStringList &ids);
    /// Puts the cursor where one begins to type.
    void focusFirst();

Q_SIGNALS:
    void idsFileWanted();
    void idsFileDropped(const QString &path);

protected:
    QString shape() const override;
    void build() override;
    void refreshed() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;

private:
    struct Line
    {
        const char *name;
        QString label;
        QString help;
        QString absent; ///< what stands in the field while it is empty
    };

    void buildIds(form::Card *card);
    void buildVenue(form::Card *card);
    void buildPlain(form::Card *card);
    void addText(form::Card *card, const Line &line, bool required);
    void addNumber(form::Card *card, const Line &line);
    void addMarketplace(form::Card *card);
    void addBounds(form::Card *card, bool local);
    QWidget *makeSwitch();
    void setLocal(bool local);
    bool isLocal() const;
    bool stands(const char *member) const;
    void takeIds(const QStringList &ids, bool typing);

    Way m_way;
    bool m_isLocal = false; ///< the kind of dates, while there are none
    QPointer<IdsField> m_ids;
    QPointer<form::ProblemLines> m_idsProblems;
    QPointer<form::ProblemLines> m_others;
};

/// What stands in "ids", each as text; what isn't one as its JSON.
QStringList idsOf(const payload::Value &query);

} // namespace marquee::production
