// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Palette.h"

#include "form/SearchPopup.h"
#include "rules/PlaceName.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Icons.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QDir>
#include <QWidget>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using payload::Pointer;

namespace {

constexpr std::size_t MostProblems = 100;
constexpr std::size_t MostFields = 2000;

/// Scalars below a place, with the way to them.
void collectFields(const payload::Value &value, const Pointer &at, std::vector<Pointer> &fields)
{
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size() && fields.size() < MostFields; ++i) {
        const payload::Value child = value.at(i);
        const Pointer here = value.isArray() ? at.child(i) : at.child(child.name(scratch));
        if (child.isObject() || child.isArray())
            collectFields(child, here, fields);
        else
            fields.push_back(here);
    }
}

} // namespace

Palette::Palette(const Models &models, const ActionRegistry &actions, workspace::OpenDocument *current, QWidget *parent)
    : QObject(parent)
    , m_models(models)
    , m_actions(actions)
    , m_current(current)
{
    addActions();
    addProblems();
    addDocuments();
    addFiles();
    addFields();
}

void Palette::addActions()
{
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled())
            continue;
        m_targets.push_back({ActionRegistry::title(*action), action->shortcut().toString(QKeySequence::NativeText), action->statusTip(), action->icon(),
                             [action] { action->trigger(); }});
    }
}

void Palette::addProblems()
{
    if (!m_current || !m_current->isPayload())
        return;
    const rules::Context context = m_current->validator().context();
    for (const rules::Problem &problem : m_current->validator().problems(MostProblems)) {
        const Pointer field = problem.rule->field(problem, context);
        m_targets.push_back({problem.rule->message(problem, context), QString::fromLatin1(problem.rule->info().id), rules::placeName(context, field),
                             theme::severityIcon(problem.severity), [this, field] { Q_EMIT fieldWanted(field); }});
    }
}

void Palette::addFields()
{
    if (!m_current || !m_current->isAvail())
        return;
    std::vector<Pointer> fields;
    collectFields(m_current->payload().root(), {}, fields);
    const rules::Context context = m_current->validator().context();
    for (const Pointer &field : fields) {
        const payload::Value value = m_current->payload().find(field);
        const QString said = QString::fromStdString(value.isString() ? value.string() : value.raw()).left(80);
        m_targets.push_back({rules::placeName(context, field), said, QString::fromStdString(field.toString()), {}, [this, field] { Q_EMIT fieldWanted(field); }});
    }
}

void Palette::addDocuments()
{
    for (workspace::OpenDocument *document : m_models.documents.all())
        m_targets.push_back({document->title(), tr("open"), document->name(), theme::icon(u"document-open"_s), [this, document] { Q_EMIT documentWanted(document); }});
}

void Palette::addFiles()
{
    const workspace::FolderModel &folder = m_models.folder;
    for (int heading = 0; heading < folder.rowCount(); ++heading) {
        const QModelIndex above = folder.index(heading, 0);
        for (int row = 0; row < folder.rowCount(above); ++row) {
            const QModelIndex file = folder.index(row, 0, above);
            const QString path = file.data(workspace::FolderModel::PathRole).toString();
            m_targets.push_back({file.data().toString(), above.data().toString(), QDir::toNativeSeparators(path), theme::icon(u"text-x-generic"_s),
                                 [this, path] { Q_EMIT fileWanted(path); }});
        }
    }
}

void Palette::openBelow(QWidget *anchor)
{
    std::vector<form::SearchPopup::Entry> entries;
    for (std::size_t i = 0; i < m_targets.size(); ++i)
        entries.push_back({u"\u200b"_s + QString::number(i), m_targets[i].title, m_targets[i].note, m_targets[i].help, m_targets[i].icon});
    auto *popup = new form::SearchPopup(std::move(entries), tr("Find an action, a field, a document or a problem"), anchor->window());
    popup->setObjectName(u"palette"_s);
    connect(popup, &form::SearchPopup::picked, this, [this](const QString &key) {
        const std::size_t at = key.mid(1).toULongLong();
        if (at < m_targets.size())
            m_targets[at].go();
    });
    connect(popup, &QObject::destroyed, this, &QObject::deleteLater);
    popup->openBelow(anchor);
}

} // namespace marquee::shell
