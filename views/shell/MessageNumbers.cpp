// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MessageNumbers.h"

#include "exchange/EnvironmentList.h"
#include "partners/Showtime.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "shell/Dialogs.h"
#include "shell/MessageBar.h"
#include "workspace/OpenDocuments.h"

#include <QMainWindow>

namespace marquee::shell {

using workspace::OpenDocument;

MessageNumbers::MessageNumbers(const Frame &frame, const Models &models, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
{
}

/// The number that the message itself was sent under is no earlier one.
void MessageNumbers::follow(OpenDocument &document)
{
    document.setLastSequence([this, &document](const QString &supplier) {
        const auto last = lastFor(supplier);
        return last && performances::nameOf(document.payload()).sequence == QString::number(*last) ? std::optional(*last - 1) : last;
    });
}

std::optional<qint64> MessageNumbers::lastFor(const QString &supplier)
{
    if (supplier.isEmpty())
        return std::nullopt;
    auto known = m_last.constFind(supplier);
    if (known == m_last.constEnd()) {
        const auto last = m_numbers.last(supplier);
        known = m_last.insert(supplier, last.value_or(0));
    }
    return *known > 0 ? std::optional(*known) : std::nullopt;
}

void MessageNumbers::sent(const performances::MessageName &message)
{
    const QString &supplier = message.supplier;
    m_unsent.remove(message.toString());
    m_last.remove(supplier);
    for (OpenDocument *document : m_models.documents.all()) {
        if (document->isMessage() && performances::nameOf(document->payload()).supplier == supplier)
            follow(*document);
    }
}

bool MessageNumbers::number(OpenDocument &document)
{
    auto [supplier, sequence] = performances::nameOf(document.payload());
    const auto &side = m_models.environments.current().showtime;
    if (supplier.isEmpty() && side && !side->dataSupplierId.isEmpty()) {
        supplier = side->dataSupplierId;
        const payload::Edit edit = rules::placeValue(document.validator().context(), performances::messagePlace().child("@dataSupplierId"),
            payload::encodeJsonString(supplier));
        if (!document.apply(edit, {tr("Take the environment's supplier"), {}}))
            return false;
    }
    if (supplier.isEmpty())
        return true; // which is an error of its own
    if (sequence.isEmpty())
        return take(document, supplier, 0);
    bool isNumber = false;
    const qint64 number = sequence.toLongLong(&isNumber);
    if (!isNumber || number <= 0 || m_unsent.contains(performances::nameOf(document.payload()).toString()))
        return true;
    const auto last = m_numbers.lastBut(supplier, number);
    if (!last) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(last.error()));
        return false;
    }
    if (number > *last)
        return true;
    const bool next = m_frame.dialogs.confirm(&m_frame.window, tr("Number %1 was used already. Send with the next one?").arg(number),
        tr("The last message of %1 has number %2. Each message needs a number of its own, above those before it.").arg(supplier).arg(*last),
        tr("Take the next number"));
    return next && take(document, supplier, *last);
}

/// The next number is the message's, and used from now on, whatever becomes of it.
bool MessageNumbers::take(OpenDocument &document, const QString &supplier, qint64 above)
{
    const auto next = m_numbers.reserve(supplier, above);
    if (!next) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(next.error()));
        return false;
    }
    const auto done = document.apply(partners::numberingEdit(document.payload(), *next), {tr("Number the message %1").arg(*next), {}});
    if (!done) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(done.error()));
        return false;
    }
    m_unsent.insert(performances::nameOf(document.payload()).toString());
    return true;
}

} // namespace marquee::shell
