// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "masks/Mask.h"
#include "payload/Text.h"
#include "rules/Validator.h"

#include <QDialog>
#include <QThreadPool>

#include <atomic>
#include <memory>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;

namespace marquee::compare {
class MemberChips;
}
namespace marquee::preview {
class PayloadView;
}

namespace marquee::masks {

/// A payload made fit for support: what is to be masked, and how it looks before and after. Masks on another thread,
/// anew with each choice.
class MaskDialog : public QDialog
{
    Q_OBJECT

public:
    /// `text`: a snapshot of the document; `name`: of it, for the names of files.
    MaskDialog(const rules::Rulebook &book, const payload::Text &text, const QString &name, QWidget *parent = nullptr);
    ~MaskDialog() override;

    MaskOptions options() const;
    void setOptions(const MaskOptions &options); ///< pointers aren't shown, and stay
    const QByteArray &masked() const { return m_masked.bytes; } ///< empty while it is being made, or can't be
    const std::vector<Replacement> &table() const { return m_masked.table; }
    bool isBusy() const { return m_stop != nullptr; }

Q_SIGNALS:
    void settled(); ///< what is chosen is masked, or can't be
    void copyWanted(const QByteArray &bytes);
    void saveWanted(const QByteArray &bytes, const QString &name); ///< "night-ferry-masked.json"
    void openWanted(const QByteArray &bytes, const QString &name); ///< as a document without a file

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChoice();
    QWidget *makePreviews();
    QWidget *makeButtons();
    QCheckBox *makeBox(const QString &name, const QString &text, const QString &help, QBoxLayout &layout);
    preview::PayloadView *makeView(const QString &name, const QString &heading, QBoxLayout &layout);
    void start();
    void take(Expected<Masked> masked);
    void updateWords();
    void applyFonts();
    QString fileName() const;

    rules::Rulebook m_book;
    payload::Text m_text;
    QString m_name;
    bool m_isXml = false;
    std::vector<payload::Pointer> m_pointers;
    QCheckBox *m_titles = nullptr;
    QCheckBox *m_prices = nullptr;
    QCheckBox *m_contracts = nullptr;
    QCheckBox *m_ids = nullptr;
    QCheckBox *m_people = nullptr;
    compare::MemberChips *m_members = nullptr;
    QLabel *m_title = nullptr;
    std::vector<QLabel *> m_headings;
    QLabel *m_state = nullptr;
    preview::PayloadView *m_before = nullptr;
    preview::PayloadView *m_after = nullptr;
    std::vector<QPushButton *> m_takers; ///< that need what was masked
    Masked m_masked;
    QString m_failure;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of what runs; its result doesn't count any more where it is set
    QThreadPool m_pool;
};

} // namespace marquee::masks
