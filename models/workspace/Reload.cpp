// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/Reload.h"

#include "workspace/OpenDocument.h"

#include <QCoreApplication>

namespace marquee::workspace {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reload", text);
}

} // namespace

Expected<bool> reload(OpenDocument &document, const QByteArray &bytes)
{
    document.finishTyping();
    if (document.hasPendingText() || (!document.isPayload() && document.isModified())) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = tr("The text that you edit isn't well-formed yet, and would be lost.");
        error.nextStep = tr("Correct it or undo it, then reload. Or keep what you have.");
        return tl::unexpected(error);
    }
    if (!document.isPayload()) {
        const bool isOther = bytes != document.bytes();
        document.editText(bytes);
        document.markSaved(document.state());
        return isOther;
    }
    document.endMerging();
    auto done = document.apply(payload::Edit::whole(bytes.toStdString()), {tr("Reload the file"), {}});
    if (!done) {
        Error error = done.error();
        error.message = tr("The file can't be read as it stands now: %1").arg(error.message);
        error.nextStep = tr("Keep what you have, and save when the file may be replaced.");
        return tl::unexpected(error);
    }
    document.endMerging();
    document.markSaved(document.state());
    return done;
}

} // namespace marquee::workspace
