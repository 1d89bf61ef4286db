// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <QFrame>

class QButtonGroup;
class QLineEdit;
class QListView;

namespace marquee::editor {

class ChoiceModel;

/// A list to search for a language in, by tag or name; any tag that is typed can be taken. Where the list's entries say
/// what they are meant for (subtitles, audio), that can be chosen too. Enter takes, Escape closes.
class LanguagePopup : public QFrame
{
    Q_OBJECT

public:
    /// `assets`: what entries can be meant for; null where they don't say.
    LanguagePopup(const Lookup &lookup, const catalog::Vocabulary *assets, QWidget *parent);

    /// To add a language, or to change the one with that tag and asset. Empty: none.
    void open(const QString &tag, const QString &asset, const QWidget *under);

    QLineEdit *searchLine() const { return m_search; }
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString &tag, const QString &asset);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildAssets(const catalog::Vocabulary &assets);
    void refill();
    void take(const QString &tag);
    void takeCurrent();
    QString asset() const;
    void dress();

    Lookup m_lookup;
    QLineEdit *m_search;
    QListView *m_list;
    ChoiceModel *m_model;
    QButtonGroup *m_assets = nullptr;
    QString m_tag; ///< of the entry that is changed
    QString m_otherAsset; ///< one that the vocabulary doesn't know; kept unless another is chosen
};

} // namespace marquee::editor
