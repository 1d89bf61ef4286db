// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace marquee::editor {
class FlowLayout;
}

namespace marquee::compare {

/// Members by name or pointer, each a chip that a click takes away, and a line that adds one.
class MemberChips : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the objectNames; `placeholder` is said in the line.
    MemberChips(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

    const QStringList &members() const { return m_members; }
    void setMembers(const QStringList &members);
    /// False, and nothing changed, for what isn't a name or a pointer, or stands already.
    bool add(const QString &member);

Q_SIGNALS:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void rebuild();
    void addTyped();
    void applyFonts();

    QString m_name;
    QStringList m_members;
    editor::FlowLayout *m_layout;
    QLineEdit *m_line;
};

} // namespace marquee::compare
