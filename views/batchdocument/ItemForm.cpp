// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/ItemForm.h"

#include "batchdocument/BodyEditor.h"
#include "editor/JsonEditor.h"
#include "editor/TextEditor.h"
#include "form/Card.h"
#include "form/CardColumns.h"
#include "form/ProblemLines.h"
#include "payload/JsonText.h"
#include "rules/BatchItems.h"
#include "rules/FieldEdits.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using form::FieldRow;
using payload::Pointer;
using payload::Value;

namespace {

constexpr int MostBodyProblems = 4; ///< the others are told by their number

bool isKnown(std::string_view name)
{
    return name == "requestItemId" || name == "path" || name == "body";
}

/// The name by which a row shows another value than the one at its place.
void nameInput(FieldRow *row, const char *objectName)
{
    row->editor()->inputWidget()->setObjectName(QLatin1StringView(objectName));
}

} // namespace

ItemForm::ItemForm(const editor::Lookup &lookup, QWidget *parent)
    : Form(lookup, parent)
{
    setObjectName(u"batchItemForm"_s);
}

QString ItemForm::shape() const
{
    QString shape = u"item"_s;
    const Value item = object();
    std::string scratch;
    for (std::uint32_t i = 0; item.isObject() && i < item.size(); ++i) {
        if (const std::string_view name = item.at(i).name(scratch); !isKnown(name))
            shape += u'|' + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return shape;
}

QString ItemForm::heading() const
{
    const QString id = QString::fromStdString(object().member("requestItemId").string());
    return id.isEmpty() ? tr("Item") : tr("Item %1").arg(id.left(80));
}

void ItemForm::build()
{
    auto *layout = new QVBoxLayout(canvas());
    layout->setContentsMargins(0, 0, 0, 0);
    auto *columns = new form::CardColumns(canvas());
    m_card = new form::Card(heading(), columns);
    m_bodyCard = new form::Card(tr("Body"), columns);
    m_card->setLabelWidth(theme::scaled(80));
    columns->add(m_card, 0);
    columns->add(m_bodyCard, 1);
    layout->addWidget(columns);
    m_others = new form::ProblemLines(m_card);
    connect(m_others, &form::ProblemLines::fixWanted, this, [this](const rules::Fix &fix) { apply(fix); });
    m_card->addWide(m_others);
    addId();
    addPart(PathPartEditor::Part::Licensor, "path-licensor", tr("Licensor"),
        tr("Whose window it is, as the path names it."));
    addPart(PathPartEditor::Part::Window, "path-window", tr("Window"),
        tr("The ID of the window (_TransactionID) that the item is about."));
    addValidates();
    addPath();
    addOthers();
    addBody();
}

void ItemForm::addId()
{
    const catalog::Field &field = *lookup().catalog->type("BatchItem")->find("requestItemId");
    FieldRow *row = addRow(field, Pointer().child(field.name), Pointer().child(field.name));
    auto *generate = new QAction(theme::icon(u"view-refresh"_s), tr("Make an ID"), row->content());
    generate->setObjectName(u"generateItemId"_s);
    generate->setToolTip(tr("Make an ID that no other item has"));
    connect(generate, &QAction::triggered, this, &ItemForm::generateId);
    row->addButton(generate);
    m_card->addRow(row);
}

void ItemForm::addPathRow(
    std::unique_ptr<editor::FieldEditor> editor, const char *objectName, const QString &label, const QString &help)
{
    // Its value is the path; what is wrong with that stands beside the whole path, so the row's anchor is nowhere.
    const Pointer path = Pointer().child("path");
    form::FieldPlace place{path, path.child(objectName), label, help, {}, true, false};
    FieldRow *row = addRow(std::move(place), std::move(editor));
    nameInput(row, objectName);
    connect(row->editor(), &editor::FieldEditor::left, this, [this] {
        if (document())
            document()->touch(base().child("path"));
    });
    m_card->addRow(row);
}

void ItemForm::addPart(PathPartEditor::Part part, const char *objectName, const QString &label, const QString &help)
{
    addPathRow(std::make_unique<PathPartEditor>(part), objectName, label, help);
}

void ItemForm::addValidates()
{
    addPathRow(std::make_unique<PathValidatesEditor>(), "path-validates", tr("Validate"),
        tr("The path ends in /validate: nothing is put. All items of a batch validate, or none does."));
}

void ItemForm::addPath()
{
    const catalog::Field &field = *lookup().catalog->type("BatchItem")->find("path");
    FieldRow *row = addRow(field, Pointer().child(field.name), Pointer().child(field.name));
    m_fromBody = new QAction(theme::icon(u"go-previous"_s), tr("Take from the body"), row->content());
    m_fromBody->setObjectName(u"pathFromBody"_s);
    m_fromBody->setToolTip(tr("Make the path of the licensor and the window that the body names"));
    connect(m_fromBody, &QAction::triggered, this, &ItemForm::pathFromBody);
    row->addButton(m_fromBody);
    m_card->addRow(row);
}

void ItemForm::addOthers()
{
    const Value item = object();
    std::string scratch;
    for (std::uint32_t i = 0; item.isObject() && i < item.size(); ++i) {
        const std::string_view name = item.at(i).name(scratch);
        if (isKnown(name))
            continue;
        const Pointer below = Pointer().child(name);
        form::FieldPlace place{below, below, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
            tr("The catalogue doesn't know this."), {}, false, false};
        m_card->addRow(addRow(std::move(place), std::make_unique<editor::JsonEditor>()));
    }
}

void ItemForm::addBody()
{
    const catalog::Field &field = *lookup().catalog->type("BatchItem")->find("body");
    const Pointer below = Pointer().child(field.name);
    auto editor = std::make_unique<BodyEditor>();
    connect(editor.get(), &editor::JsonEditor::malformed, this, &ItemForm::refused);
    FieldRow *row = addRow({below, below, field.label, field.help, field.source, false, false}, std::move(editor));
    row->label()->hide(); // the card is called the same
    m_bodyCard->addWide(row->content());
    m_more = new QLabel(m_bodyCard);
    m_more->setObjectName(u"moreBodyProblems"_s);
    m_more->setProperty("role", u"note"_s);
    m_more->setWordWrap(true);
    m_bodyCard->addWide(m_more);
    m_openBody = new QAction(theme::icon(u"document-open"_s), tr("Open as a document"), m_bodyCard);
    m_openBody->setObjectName(u"openBody"_s);
    m_openBody->setToolTip(tr("Open a copy of the body in a tab of its own"));
    connect(m_openBody, &QAction::triggered, this, &ItemForm::openBody);
    auto *open = new QToolButton(m_bodyCard);
    open->setDefaultAction(m_openBody);
    open->setObjectName(u"openBodyButton"_s);
    open->setAccessibleName(m_openBody->text());
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bodyCard->addToHeading(open);
}

void ItemForm::refreshed()
{
    m_card->setHeading(heading());
    const Value body = object().member("body");
    m_openBody->setEnabled(body.isObject());
    m_fromBody->setEnabled(body.member("avail").isObject());
}

void ItemForm::focusWindow()
{
    if (auto *window = findChild<QWidget *>(u"path-window"_s))
        window->setFocus(Qt::OtherFocusReason);
}

void ItemForm::generateId()
{
    const Value items = document()->payload().root().member("requestItems");
    const std::string id = payload::encodeJsonString(rules::BatchItemIds(items).next());
    const Pointer place = base().child("requestItemId");
    if (apply(rules::placeValue(document()->validator().context(), place, id), tr("Make an item ID")))
        document()->touch(place);
}

void ItemForm::pathFromBody()
{
    const Value avail = object().member("body").member("avail");
    rules::BatchPath path = partsOf(object().member("path").string());
    if (const std::string licensor = avail.member("Licensor").member("DisplayName").string(); !licensor.empty())
        path.licensor = licensor;
    if (const std::string window = avail.member("Transaction").at(0).member("_TransactionID").string(); !window.empty())
        path.transaction = window;
    const Pointer place = base().child("path");
    if (apply(rules::placeValue(document()->validator().context(), place, payload::encodeJsonString(path.text())),
            tr("Take the path from the body")))
        document()->touch(place);
}

void ItemForm::openBody()
{
    const Value body = object().member("body");
    if (!body.isObject())
        return;
    const QString window
        = QString::fromStdString(body.member("avail").member("Transaction").at(0).member("_TransactionID").string());
    Q_EMIT openBodyWanted(QByteArray::fromStdString(body.raw()),
        window.isEmpty() ? QString::fromStdString(object().member("requestItemId").string()) : window);
}

std::vector<rules::Problem> ItemForm::problems(const Pointer &base) const
{
    // A body is an avail with all that may be wrong with one; the worst come first, the others are counted.
    std::vector<rules::Problem> all = Form::problems(base);
    const rules::Context context = document()->validator().context();
    const Pointer body = base.child("body");
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.severity > b.severity; });
    int inBody = 0;
    std::erase_if(all, [&](const rules::Problem &problem) {
        return problem.rule->field(problem, context).startsWith(body) && ++inBody > MostBodyProblems;
    });
    m_left = std::max(0, inBody - MostBodyProblems);
    return all;
}

void ItemForm::showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks)
{
    m_others->show(problems, document()->validator(), remarks);
    m_more->setText(
        tr("%n more problem(s) in the body. Open it as a document to see them beside their fields.", nullptr, m_left));
    m_more->setVisible(m_left > 0);
    m_more->setFont(theme::noteFont());
}

} // namespace marquee::batchdocument
