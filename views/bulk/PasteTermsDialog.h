// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/TermsDialog.h"

namespace marquee::bulk {

/// Shows terms that were copied, and what comes of giving them to windows.
class PasteTermsDialog : public TermsDialog
{
    Q_OBJECT

public:
    /// `text`: what windows::readTerms takes; where it is something else, the dialog says so.
    PasteTermsDialog(
        const rules::Context &context, const windows::Rows &rows, const QByteArray &text, QWidget *parent = nullptr);
};

} // namespace marquee::bulk
