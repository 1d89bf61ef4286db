// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/MessageForm.h"

#include "editor/Sizes.h"
#include "form/ProblemLines.h"
#include "performance/SuggestEditor.h"
#include "performance/TextWriter.h"
#include "performance/WholeEditor.h"
#include "performances/Message.h"
#include "shell/theme/Theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using form::FieldRow;
using payload::Pointer;
using payload::Value;
using theme::scaled;

MessageForm::MessageForm(const editor::Lookup &lookup, PerformanceSources sources, QWidget *parent)
    : Form(lookup, parent)
    , m_sources(std::move(sources))
{
    setObjectName(u"messageForm"_s);
}

QString MessageForm::shape() const
{
    return u"message"_s;
}

std::unique_ptr<editor::FieldEditor> MessageForm::editorFor(const std::string &name) const
{
    if (name == "@messageSequence") {
        auto whole = std::make_unique<WholeEditor>();
        whole->setAbsentWords(tr("next on sending"));
        constexpr int characters = 14;
        editor::setFieldCharacters(whole->line(), characters);
        return whole;
    }
    const auto of = performances::inUseOf(name);
    const auto choices = [sources = m_sources, of] {
        QList<editor::Choice> found;
        if (!of || !sources.suggestions)
            return found;
        for (const QString &value : sources.suggestions().values(*of))
            found.append({value, {}, {}, {}});
        return found;
    };
    auto suggest = std::make_unique<SuggestEditor>(choices);
    if (name == "CallbackUrl")
        suggest->setAbsentWords(tr("not sent"));
    return suggest;
}

void MessageForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    auto *card = new QFrame(canvas());
    card->setProperty("card", true);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(12));
    grid->setHorizontalSpacing(scaled(24));
    grid->setVerticalSpacing(scaled(2));
    int column = 0;
    if (const catalog::ObjectType *type = lookup().catalog->type("ShowTimeAnalytics")) {
        for (const catalog::Field &field : type->fields) {
            if (!field.inForm || field.object)
                continue;
            const Pointer place = Pointer().child(field.name);
            FieldRow *row
                = addRow({place, place, field.label, field.help, field.source, false, false}, editorFor(field.name));
            row->setWriter(textWriter(*this, *row));
            row->label()->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
            grid->addWidget(row->label(), 0, column);
            grid->addWidget(row->content(), 1, column, Qt::AlignTop);
            if (field.name == "@messageSequence") // a problem beside a short number takes no room from the address
                row->content()->setMaximumWidth(scaled(336));
            grid->setColumnStretch(column, field.name == "CallbackUrl" ? 5 : field.name == "@dataSupplierId" ? 3 : 0);
            ++column;
        }
    }
    m_others = new form::ProblemLines(card);
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    m_more = new QLabel(card);
    m_more->setObjectName(u"messageMore"_s);
    m_more->setProperty("role", u"note"_s);
    m_more->setWordWrap(true);
    grid->addWidget(m_others, 2, 0, 1, std::max(1, column));
    grid->addWidget(m_more, 3, 0, 1, std::max(1, column));
    layout->addWidget(card);
}

void MessageForm::refreshed()
{
    QStringList names;
    std::string scratch;
    const catalog::ObjectType *type = lookup().catalog->type("ShowTimeAnalytics");
    for (std::uint32_t i = 0; i < object().size(); ++i) {
        const std::string name(object().at(i).name(scratch));
        const catalog::Field *field = type ? type->find(name) : nullptr;
        if (!field || !field->inForm)
            names << (field ? field->label : QString::fromStdString(name));
    }
    m_more->setText(
        tr("The message also holds %1. That stays as it is, and is on the page Text.").arg(names.join(u", "_s)));
    m_more->setVisible(!names.isEmpty());
}

bool MessageForm::concerns(const Pointer &field) const
{
    return field.startsWith(base()) && performances::rowOf(field) < 0;
}

std::vector<rules::Problem> MessageForm::problems(const Pointer &) const
{
    // Those of the document as a whole, such as its size, too.
    std::vector<rules::Problem> all = document()->validator().problemsOutsideWindows();
    const rules::Context context = document()->validator().context();
    std::erase_if(all,
        [&](const rules::Problem &problem) { return performances::rowOf(problem.rule->field(problem, context)) >= 0; });
    return all;
}

void MessageForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    m_others->show(problems, document()->validator(), remarks);
}

} // namespace marquee::performance
