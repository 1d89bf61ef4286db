// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/EnvironmentsDialog.h"

#include "environments/CertificateHelp.h"
#include "environments/EnvironmentPage.h"
#include "environments/SecretKeeper.h"
#include "exchange/Certificates.h"
#include "exchange/Trial.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using exchange::Environment;
using exchange::Findings;

namespace {

QString titleOf(const Draft &draft)
{
    return draft.isSandbox ? EnvironmentsDialog::tr("Sandbox") : draft.environment.name.trimmed();
}

QColor colourOf(const Draft &draft)
{
    if (draft.isSandbox)
        return theme::color(theme::Token::Good);
    if (const QColor own(draft.environment.colour); own.isValid())
        return own;
    return theme::color(draft.environment.isProtected ? theme::Token::Error : theme::Token::Accent);
}

QPushButton *makeButton(const char *objectName, const QString &text, const QString &accessibleName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    button->setMinimumHeight(theme::scaled(32));
    return button;
}

} // namespace

EnvironmentsDialog::EnvironmentsDialog(
    const QString &folder, std::vector<Environment> environments, exchange::Secrets &secrets, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_secrets(secrets)
    , m_keeper(new SecretKeeper(secrets, this))
{
    setObjectName(u"environmentsDialog"_s);
    setWindowTitle(tr("Environments"));
    if (environments.empty() || environments.front().name != QLatin1StringView(Environment::SandboxName)) {
        Environment sandbox;
        sandbox.name = QLatin1StringView(Environment::SandboxName);
        environments.insert(environments.begin(), sandbox);
    }
    for (const Environment &environment : environments) {
        m_drafts.push_back(draftOf(environment));
        if (!environment.savedName.isEmpty())
            m_savedNames.push_back(environment.savedName);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildList());
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"environmentScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_page = new EnvironmentPage(m_scroll);
    m_scroll->setWidget(m_page);
    middle->addWidget(m_scroll, 1);
    layout->addLayout(middle, 1);
    layout->addWidget(buildFoot());
    connectPage();
    resize(QSize(theme::scaled(880), theme::scaled(720)).boundedTo(screen()->availableSize()));
    fillList();
    go(m_drafts.size() > 1 ? 1 : 0);
    m_list->setFocus();
}

EnvironmentsDialog::~EnvironmentsDialog()
{
    for (Draft &draft : m_drafts) {
        for (SecretDraft &secret : draft.secrets)
            secret.typed.fill('\0');
    }
}

QWidget *EnvironmentsDialog::buildList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(theme::scaled(216));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(theme::scaled(16), theme::scaled(16), 0, theme::scaled(16));
    layout->setSpacing(theme::scaled(8));
    m_list = new QListWidget(side);
    m_list->setObjectName(u"environmentList"_s);
    m_list->setAccessibleName(tr("Environments"));
    m_list->setProperty("ground", u"window"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_list, 1);
    QPushButton *adding = makeButton("environmentAdd", tr("&Add"), tr("Add an environment"), side);
    m_duplicate = makeButton("environmentDuplicate", tr("D&uplicate"), tr("Duplicate the environment"), side);
    m_remove = makeButton("environmentRemove", tr("&Remove"), tr("Remove the environment"), side);
    for (QPushButton *button : {adding, m_duplicate, m_remove})
        layout->addWidget(button);
    connect(adding, &QPushButton::clicked, this, &EnvironmentsDialog::add);
    connect(m_duplicate, &QPushButton::clicked, this, &EnvironmentsDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &EnvironmentsDialog::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            go(static_cast<std::size_t>(row));
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            dressItem(i);
    });
    return side;
}

QWidget *EnvironmentsDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(theme::scaled(16), theme::scaled(8), theme::scaled(16), theme::scaled(16));
    layout->setSpacing(theme::scaled(8));
    m_problem = new QWidget(foot);
    auto *problem = new QHBoxLayout(m_problem);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(theme::scaled(8));
    m_problemIcon = new QLabel(m_problem);
    m_problemText = new QLabel(m_problem);
    m_problemText->setObjectName(u"environmentsProblem"_s);
    m_problemText->setProperty("role", u"error"_s);
    m_problemText->setTextFormat(Qt::PlainText);
    m_problemText->setWordWrap(true);
    problem->addWidget(m_problemIcon);
    problem->addWidget(m_problemText, 1);
    layout->addWidget(m_problem, 1);
    layout->addStretch();
    m_cancel = makeButton("environmentsCancel", {}, {}, foot);
    m_save = makeButton("environmentsSave", tr("&Save"), tr("Save"), foot);
    m_save->setProperty("role", u"main"_s);
    m_save->setDefault(true);
    layout->addWidget(m_cancel);
    layout->addWidget(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &EnvironmentsDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentsDialog::save);
    say({});
    return foot;
}

void EnvironmentsDialog::connectPage()
{
    connect(m_page, &EnvironmentPage::edited, this, [this] {
        take();
        m_isChanged = true;
        say({});
        m_page->forgetTrial();
        review();
        dressItem(m_current);
    });
    connect(m_page, &EnvironmentPage::filesChanged, this, &EnvironmentsDialog::lookIntoFiles);
    connect(m_page, &EnvironmentPage::tryWanted, this, &EnvironmentsDialog::tryIt);
    connect(m_page, &EnvironmentPage::helpWanted, this, [this] { (new CertificateHelp(this))->open(); });
    connect(m_keeper, &SecretKeeper::given, this, &EnvironmentsDialog::secretGiven);
    setFileChooser([](QWidget *over, const QString &title, const QString &from) {
        return QFileDialog::getOpenFileName(
            over, title, from, tr("Certificates and keys (*.pem *.crt *.cer *.der *.key *.p12 *.pfx);;All files (*)"));
    });
}

void EnvironmentsDialog::setFileChooser(const FileChooser &chooser)
{
    m_page->setChooser(chooser);
}

void EnvironmentsDialog::select(const QString &name)
{
    const auto found = std::find_if(
        m_drafts.begin(), m_drafts.end(), [&](const Draft &draft) { return draft.environment.name == name; });
    m_list->setCurrentRow(found == m_drafts.end() ? 0 : static_cast<int>(found - m_drafts.begin()));
}

void EnvironmentsDialog::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < m_drafts.size(); ++i) {
        m_list->addItem(new QListWidgetItem);
        dressItem(i);
    }
}

void EnvironmentsDialog::dressItem(std::size_t index)
{
    const Draft &draft = m_drafts[index];
    QListWidgetItem *item = m_list->item(static_cast<int>(index));
    const QString title = titleOf(draft).isEmpty() ? tr("(no name)") : titleOf(draft);
    item->setText(draft.environment.isProtected ? tr("%1 (protected)").arg(title) : title);
    item->setIcon(theme::dotIcon(colourOf(draft)));
    item->setToolTip(draft.address);
    item->setSizeHint(QSize(0, theme::scaled(32)));
    if (index == m_current)
        m_page->setTitle(titleOf(draft));
}

/// Shows an environment; what stands on the page is in its draft already.
void EnvironmentsDialog::go(std::size_t index)
{
    m_current = index;
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(static_cast<int>(index));
    m_page->show(current());
    m_page->setTitle(titleOf(current()));
    m_page->forgetTrial();
    m_scroll->verticalScrollBar()->setValue(0);
    m_duplicate->setEnabled(!current().isSandbox);
    m_remove->setEnabled(!current().isSandbox);
    review();
    lookIntoFiles();
}

void EnvironmentsDialog::insert(Draft draft)
{
    m_drafts.push_back(std::move(draft));
    m_isChanged = true;
    say({});
    fillList();
    go(m_drafts.size() - 1);
    m_page->focus(Place::Name);
}

void EnvironmentsDialog::add()
{
    Environment environment;
    environment.name = freeName(m_drafts, tr("New environment"));
    environment.folder = m_folder;
    insert(draftOf(environment));
}

void EnvironmentsDialog::duplicate()
{
    Draft draft = current();
    draft.environment.name = freeName(m_drafts, tr("%1 copy").arg(titleOf(draft)));
    draft.environment.savedName.clear();
    for (SecretDraft &secret : draft.secrets)
        secret.typed.clear(); // it belongs to the one that it was typed for
    insert(std::move(draft));
}

void EnvironmentsDialog::remove()
{
    m_drafts.erase(m_drafts.begin() + static_cast<std::ptrdiff_t>(m_current));
    m_isChanged = true;
    say({});
    fillList();
    go(std::min(m_current, m_drafts.size() - 1));
    m_list->setFocus();
}

void EnvironmentsDialog::take()
{
    m_page->take(current());
}

/// Says what is wrong with the environment that is shown.
void EnvironmentsDialog::review()
{
    std::vector<Complaint> complaints = complaintsOf(m_drafts, m_current);
    if (!current().isStrict)
        std::erase_if(complaints, [](const Complaint &complaint) { return complaint.isMissing; });
    m_page->complain(complaints);
}

void EnvironmentsDialog::lookIntoFiles()
{
    const int look = ++m_look;
    const Environment environment = current().environment;
    if (current().isSandbox)
        return;
    const auto show = [this, look, environment](const QByteArray &password) {
        if (look != m_look)
            return;
        const exchange::PrimeSide &side = *environment.prime;
        const exchange::CertificateFiles files{environment.pathOf(side.clientCertificate),
            environment.pathOf(side.clientKey), environment.pathOf(side.caCertificate), password};
        m_page->showCertificates(exchange::readCertificates(files).findings, environment);
    };
    const SecretDraft &password = current().secret(SecretUse::KeyPassword);
    if (password.source.kind == exchange::SecretSource::Kind::None || !password.typed.isEmpty()) {
        show(password.typed);
        return;
    }
    m_secrets.get(password.source, [self = QPointer(this), show](const Expected<QByteArray> &found) {
        if (self)
            show(found.value_or(QByteArray()));
    });
}

void EnvironmentsDialog::tryIt()
{
    current().isStrict = true;
    if (const auto complaints = complaintsOf(m_drafts, m_current); !complaints.empty()) {
        review();
        m_page->focus(complaints.front().place);
        return;
    }
    const int look = ++m_look;
    m_keeper->returnLent();
    m_keeper->lend(current());
    m_page->show(current()); // what was given for the session is gone from its field
    m_page->showTrying();
    m_scroll->verticalScrollBar()->setValue(0);
    exchange::tryEnvironment(
        environmentOf(current()), m_secrets, [self = QPointer(this), look](const Findings &findings) {
            if (!self)
                return;
            if (look == self->m_look)
                self->m_page->showTrial(findings);
        });
}

bool EnvironmentsDialog::isReadyToSave()
{
    for (std::size_t i = 0; i < m_drafts.size(); ++i) {
        const auto complaints = complaintsOf(m_drafts, i);
        if (complaints.empty())
            continue;
        m_drafts[i].isStrict = true;
        go(i);
        m_page->focus(complaints.front().place);
        say(tr("“%1” can't be saved yet: %2").arg(titleOf(m_drafts[i]), complaints.front().message));
        return false;
    }
    return true;
}

void EnvironmentsDialog::save()
{
    say({});
    if (!isReadyToSave())
        return;
    // Somebody else may have written meanwhile; what they added would be taken out.
    const auto there = exchange::readEnvironments(m_folder);
    if (!there) {
        say(sentence(there.error()));
        return;
    }
    const bool isSame = std::equal(there->begin(), there->end(), m_savedNames.begin(), m_savedNames.end(),
        [](const Environment &environment, const QString &name) { return environment.name == name; });
    if (!isSame) {
        say(tr("marquee.json was changed outside of this window. Close it, and open it again to begin with what is "
               "there now."));
        return;
    }
    setBusy(true);
    m_keeper->keep(m_drafts, [this](const Expected<void> &kept) {
        setBusy(false);
        m_page->show(current());
        if (kept)
            write();
        else
            say(tr("%1 Or choose “This session only”.").arg(sentence(kept.error())));
    });
}

void EnvironmentsDialog::write()
{
    std::vector<Environment> environments;
    for (const Draft &draft : m_drafts) {
        if (!draft.isSandbox)
            environments.push_back(environmentOf(draft));
    }
    if (const auto written = exchange::saveEnvironments(m_folder, environments); !written) {
        say(sentence(written.error()));
        return;
    }
    m_isChanged = false;
    accept();
    Q_EMIT saved();
}

void EnvironmentsDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
    m_list->parentWidget()->setEnabled(!busy);
    m_scroll->setEnabled(!busy);
}

/// One sentence at the foot; with none, everything is as it should be.
void EnvironmentsDialog::say(const QString &problem)
{
    m_isWarned = false;
    const int size = theme::scaled(16);
    m_problemIcon->setPixmap(theme::severityIcon(rules::Severity::Error).pixmap(size, size));
    m_problemText->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_cancel->setText(tr("&Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void EnvironmentsDialog::reject()
{
    if (m_isBusy)
        return;
    if (m_isChanged && !m_isWarned) {
        say(tr("There are changes that aren't saved."));
        m_isWarned = true;
        m_cancel->setText(tr("Dis&card them"));
        m_cancel->setAccessibleName(tr("Discard the changes"));
        m_save->setFocus();
        return;
    }
    QDialog::reject();
}

} // namespace marquee::environments
