// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ProductionDesk.h"
#include "payload/Pointer.h"
#include "production/Pictures.h"
#include "productions/ProductionsModel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QSplitter;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::production {

class AnswerLine;
class ProductionPage;
class ProductionsTable;

/// Productions that were answered: what the answer comes to, a table, and the chosen one in full.
class ProductionsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProductionsPage(QWidget *parent = nullptr);
    ~ProductionsPage() override;

    /// `reply` is the answer's body, read; `found` what stands in it.
    void show(const exchange::ProductionAnswer &answer, std::unique_ptr<workspace::OpenDocument> reply,
        const productions::ProductionsFound &found);
    /// The bytes of a picture that imageWanted asked for, or the problem that kept them from coming, in words.
    void setImage(const QUrl &url, const QByteArray &bytes, const QString &problem);
    /// Pictures are loaded when asked for, or not at all. Off by default in protected environments.
    void setImagesAllowed(bool allowed);
    bool areImagesAllowed() const { return m_imagesAllowed; }

Q_SIGNALS:
    void imageWanted(const QUrl &url);
    /// The user allowed pictures although they were off.
    void imagesAllowedChanged(bool allowed);
    void openLinkWanted(const QUrl &url);
    void placeWanted(const marquee::payload::Pointer &place);
    void idsWanted(const QStringList &ids);
    void inspectWanted();
    void saveWanted();

private:
    QWidget *makeBar();
    void showChosen();
    void showCount();
    QStringList problemsOfReply() const;

    Pictures *m_pictures;
    productions::ProductionsModel *m_model;
    AnswerLine *m_line;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    ProductionsTable *m_table;
    ProductionPage *m_page;
    std::unique_ptr<workspace::OpenDocument> m_reply;
    bool m_imagesAllowed = true;
};

} // namespace marquee::production
