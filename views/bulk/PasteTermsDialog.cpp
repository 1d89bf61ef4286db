// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/PasteTermsDialog.h"

#include "shell/theme/Theme.h"

#include <QTableView>
#include <QVBoxLayout>

namespace marquee::bulk {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

QString buttonFor(int windows)
{
    return PasteTermsDialog::tr("Paste into %n window(s)", nullptr, windows);
}

QString captionFor(int windows)
{
    return PasteTermsDialog::tr("Paste terms into %n window(s)", nullptr, windows);
}

} // namespace

PasteTermsDialog::PasteTermsDialog(
    const rules::Context &context, const windows::Rows &rows, const QByteArray &text, QWidget *parent)
    : TermsDialog(context, u"pasteTermsDialog"_s, tr("Paste terms"),
        tr("The terms on the clipboard go into the windows that are selected."), rows, buttonFor, captionFor, parent)
{
    content()->addLayout(makePreview(), 1);
    resize(scaled(688), scaled(480));
    setTerms(windows::readTerms(text));
    findChild<QTableView *>()->setFocus();
}

} // namespace marquee::bulk
