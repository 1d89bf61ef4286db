// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/MessageMaker.h"

#include "payload/Document.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Message", text);
}

/// A number that went out already is a warning on the page; here it is what the whole thing is held back for.
bool holdsBack(const rules::Problem &problem)
{
    return problem.severity == rules::Severity::Error || std::string_view(problem.rule->info().id) == "PF012";
}

/// There is no document.
bool isOfText(Error::Code code)
{
    return code == Error::Code::Malformed || code == Error::Code::NotUtf8 || code == Error::Code::TooDeep
        || code == Error::Code::UsesEntities;
}

} // namespace

MessageMaker::MessageMaker(
    rules::Rulebook rulebook, rules::Severities severities, SequenceNumbers numbers, Numbering numbering, bool force)
    : m_rulebook(std::move(rulebook))
    , m_severities(std::move(severities))
    , m_numbers(std::move(numbers))
    , m_numbering(numbering)
    , m_force(force)
{
}

/// The number that the message's own has to be above.
Expected<qint64> MessageMaker::lastFor(const partners::MessageTarget &target)
{
    if (m_numbering == Numbering::AsWritten)
        return m_numbers.lastBut(target.supplier, target.sequence);
    const auto last = m_numbers.last(target.supplier);
    return last ? Expected<qint64>(std::max(*last, m_shown.value(target.supplier))) : last;
}

QStringList MessageMaker::errorsOf(const payload::Document &document, qint64 last) const
{
    rules::Validator validator(m_rulebook, document, m_severities);
    validator.setSending(true);
    validator.setLastSequence([last](const QString &) { return last > 0 ? std::optional(last) : std::nullopt; });
    validator.validate();
    QStringList errors;
    for (const rules::Problem &problem : validator.problems()) {
        if (holdsBack(problem))
            errors << QString::fromLatin1(problem.rule->info().id) + u' '
                    + problem.rule->message(problem, validator.context()) + u" ["_s
                    + QString::fromStdString(document.pointerTo(problem.path).toString()) + u']';
    }
    return errors;
}

Expected<MessageMaker::Made> MessageMaker::make(const QByteArray &bytes)
{
    auto document = payload::Document::read(bytes);
    if (!document)
        return tl::unexpected(document.error());
    if (!partners::isMessage(**document)) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = tr("This isn't a message of performances.");
        return tl::unexpected(error);
    }
    Made made;
    made.target = partners::messageTargetOf(**document);
    const QString &supplier = made.target.supplier;
    Expected<qint64> last = 0;
    if (!supplier.isEmpty()) // without one it has an error of its own
        last = lastFor(made.target);
    if (!last)
        return tl::unexpected(last.error());
    const bool isNumbered = m_numbering != Numbering::AsWritten && !supplier.isEmpty();
    const auto number = [&document, &made](qint64 sequence) -> Expected<bool> {
        made.target.sequence = sequence;
        return (*document)->apply(partners::numberingEdit(**document, sequence));
    };
    // With the number that it is going to have, so that a message with errors uses none up.
    if (isNumbered) {
        if (const auto done = number(*last + 1); !done)
            return tl::unexpected(done.error());
    }
    if (!m_force)
        made.errors = errorsOf(**document, *last);
    if (!made.errors.isEmpty())
        return made;
    if (isNumbered && m_numbering == Numbering::Next) {
        const auto reserved = m_numbers.reserve(supplier);
        if (!reserved)
            return tl::unexpected(reserved.error());
        if (const auto done = number(*reserved); !done)
            return tl::unexpected(done.error());
    } else if (isNumbered) {
        m_shown.insert(supplier, made.target.sequence);
    }
    made.body = (*document)->text().toByteArray();
    return made;
}

MessageSource::MessageSource(ReadFile read, MessageMaker maker)
    : m_read(std::move(read))
    , m_maker(std::move(maker))
{
}

LoadedItem MessageSource::load(const QString &file, const BatchItem &)
{
    LoadedItem item;
    item.reach = partners::Reach::Message;
    const auto bytes = m_read(file);
    const auto made = bytes ? m_maker.make(*bytes) : tl::unexpected(bytes.error());
    if (made) {
        item.message = made->target;
        item.body = made->body;
        item.problem = made->errors.isEmpty() ? QString() : made->errors.first();
        return item;
    }
    const Error &error = made.error();
    const bool isIllFormed = bytes && isOfText(error.code);
    item.isUnreadable = !bytes || isIllFormed;
    const QString rule = isIllFormed
        ? QString(QString::fromLatin1(m_maker.rulebook().rules->ruleFor(error.code).info().id) + u' ')
        : QString();
    item.problem = rule + (error.message.isEmpty() ? tr("It can't be read.") : sentence(error));
    return item;
}

} // namespace marquee::exchange
