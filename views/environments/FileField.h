// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace marquee::environments {

/// Asks the user for a file: the title of the question and where to begin. Empty: none.
using FileChooser = std::function<QString(QWidget *parent, const QString &title, const QString &folder)>;

/// The path of a file, relative to a folder where it lies in it.
class FileField : public QWidget
{
    Q_OBJECT

public:
    /// The name is the button's and the field's, for the screen reader and the question.
    FileField(const QString &objectName, const QString &name, QWidget *parent);

    QString value() const;
    void setValue(const QString &path);
    void setFolder(const QString &folder) { m_folder = folder; }
    void setChooser(FileChooser chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    void edited();
    /// Typing is over, or a file was chosen: it can be looked into.
    void settled();

private:
    void choose();

    QLineEdit *m_path;
    QPushButton *m_choose;
    QString m_name;
    QString m_folder;
    FileChooser m_chooser;
};

/// As it is written down: relative to the folder where the file lies in it, else absolute.
QString relativeTo(const QString &folder, const QString &path);

} // namespace marquee::environments
