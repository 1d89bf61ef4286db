// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LargeAvail.h"

#include "avail/AvailView.h"
#include "preview/PayloadView.h"
#include "problems/ProblemsModel.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/OpenDocument.h"

#include <QApplication>

namespace marquee::bench {

/// An avail in its form, with the preview and the problems beside it, as the window has them.
struct EditorDesk
{
    EditorDesk(const rules::Rulebook &book, int windows)
        : document(workspace::OpenDocument::read(book, largeAvail(windows, Windows::Successive), workspace::OpenDocument::Origin::File))
        , problems(book)
        , view(document.get(), {book.catalog, book.vocabularies},
               {actions.action("window.add"), actions.action("window.duplicate"), actions.action("window.remove")})
    {
        problems.setDocument(document.get());
        preview.setText(document->text());
        QObject::connect(document.get(), &workspace::OpenDocument::changed, &preview,
                         [this](const payload::Change &change) { preview.setText(document->text(), change.splices); });
        view.resize(860, 800);
        preview.resize(360, 800);
        view.showPage(avail::AvailView::Page::Windows);
        view.show();
        preview.show();
        QApplication::processEvents();
    }

    shell::ActionRegistry actions;
    std::unique_ptr<workspace::OpenDocument> document;
    problems::ProblemsModel problems;
    preview::PayloadView preview;
    avail::AvailView view;
};

} // namespace marquee::bench
