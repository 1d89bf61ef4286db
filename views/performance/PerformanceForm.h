// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"
#include "performance/Sources.h"
#include "performance/SuggestEditor.h"
#include "performances/Fields.h"

#include <map>
#include <set>

class QLabel;

namespace marquee::form {
class Card;
class CardColumns;
class ProblemLines;
}

namespace marquee::performance {

class CompletenessBar;
class PresenceButton;

/// One performance: every field that the catalogue knows, and whatever else stands there. Each field is set, sent empty
/// or not sent. Base: the performance.
class PerformanceForm : public form::Form
{
    Q_OBJECT

public:
    PerformanceForm(const editor::Lookup &lookup, PerformanceSources sources, QWidget *parent = nullptr);

protected:
    QString shape() const override;
    void build() override;
    void refreshed() override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;

private:
    form::Card *addCard(const QString &heading, int column);
    void addField(form::Card *card, const performances::Field &field);
    std::unique_ptr<editor::FieldEditor> editorFor(const performances::Field &field);
    form::FieldRow::Writer writerFor(const performances::Field &field, form::FieldRow *row);
    void addSeats(form::Card *card, const performances::Field &field);
    void addSeatRow(QWidget *table, int line, const performances::Field &field);
    void addSeat(const performances::Field &field);
    void addOthers();
    PresenceButton *presenceFor(const performances::Field &field, QWidget *parent);
    void sendEmpty(const performances::Field &field);
    void takeAway(const performances::Field &field);
    Choices choicesFor(const std::string &name, const catalog::Vocabulary *vocabulary) const;
    std::vector<payload::Edit> asked(std::vector<payload::Edit> edits, form::FieldRow *row);
    payload::Pointer placeOf(const performances::Field &field) const { return base().child(field.name); }
    QString heading() const;

    PerformanceSources m_sources;
    std::shared_ptr<const catalog::Catalog> m_catalog; ///< outlives the fields
    std::vector<performances::Field> m_fields;
    form::CardColumns *m_columns = nullptr;
    form::ProblemLines *m_others = nullptr;
    CompletenessBar *m_completeness = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_seats = nullptr; ///< how many in all, or that none are sent
    std::map<std::string, PresenceButton *> m_presences; ///< by field
    mutable performances::Suggestions m_own; ///< of the document, where nobody else knows any
    mutable std::uint64_t m_ownState = 0;
};

} // namespace marquee::performance
