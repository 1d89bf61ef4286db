// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/FileField.h"

#include "shell/theme/Theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace marquee::environments {

using namespace Qt::StringLiterals;

QString relativeTo(const QString &folder, const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    const QString relative = QDir(folder).relativeFilePath(clean);
    const bool isInside = !folder.isEmpty() && !relative.isEmpty() && !QDir::isAbsolutePath(relative)
        && relative != ".."_L1 && !relative.startsWith("../"_L1);
    return isInside ? relative : clean;
}

FileField::FileField(const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_name(name)
{
    setObjectName(objectName);
    m_path->setObjectName(objectName + u"Path"_s);
    m_path->setAccessibleName(name);
    m_path->setMinimumHeight(theme::scaled(32));
    m_choose->setObjectName(objectName + u"Choose"_s);
    m_choose->setAccessibleName(tr("Choose: %1").arg(name));
    m_choose->setAutoDefault(false);
    m_choose->setMinimumHeight(theme::scaled(32));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::scaled(8));
    layout->addWidget(m_path, 1);
    layout->addWidget(m_choose);
    setFocusProxy(m_path);
    connect(m_path, &QLineEdit::textEdited, this, &FileField::edited);
    connect(m_path, &QLineEdit::editingFinished, this, &FileField::settled);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::value() const
{
    return m_path->text().trimmed();
}

void FileField::setValue(const QString &path)
{
    if (path != value())
        m_path->setText(path);
}

void FileField::choose()
{
    const QString from = value().isEmpty() ? m_folder : QFileInfo(QDir(m_folder).filePath(value())).path();
    const QString path = m_chooser ? m_chooser(window(), m_name, from) : QString();
    if (path.isEmpty())
        return;
    m_path->setText(relativeTo(m_folder, path));
    Q_EMIT edited();
    Q_EMIT settled();
}

} // namespace marquee::environments
