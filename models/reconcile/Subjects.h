// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "partners/Prime.h"
#include "payload/Pointer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace marquee::payload {
class Document;
}

namespace marquee::reconcile {

/// One document of the workspace as it stands now, saved or not.
struct Source
{
    QString key; ///< by which its owner finds it again: a path, or what an unsaved document goes by
    QString name; ///< for people
    QByteArray text;
    QString problem; ///< why there is no text: it can't be read
};

/// One question to the partner.
struct Ask
{
    partners::Operation operation = partners::Operation::GetFull; ///< GetFull or GetPartial
    partners::PrimeTarget target;
    int window = -1; ///< GetPartial: the window's place in the document
};

/// An avail of a document, and what one asks the partner to learn what it has of it. A value; the document is shared
/// and is read by one thread at a time.
struct Subject
{
    QString key; ///< of the source
    QString name;
    QString licensor;
    QString alid;
    QString title; ///< empty where the avail says none
    int item = -1; ///< in the source's requestItems; -1: the document itself
    payload::Pointer base; ///< where the avail's document begins in the source: the root, or an item's body
    partners::Reach reach = partners::Reach::Full; ///< Full or Partial
    std::shared_ptr<const payload::Document> document; ///< null where it is left out
    std::vector<std::string> ids; ///< of the windows, in their order; empty for those that have none
    std::vector<Ask> asks;
    QStringList twins; ///< names of other documents that speak of the same avail (full) or window (partial)
    /// Windows of this avail that only other documents have: the partner's aren't gone.
    std::vector<std::string> elsewhere;
    QStringList notes;
    QString leftOut; ///< why it isn't compared; empty: it is
    bool isUnreadable = false; ///< that is because it can't be read or isn't well-formed
};

/// What the addresses of full extracts are to say beside what the documents do.
struct AddressWish
{
    QString territory;
    QString businessLine;
};

/// The subjects of documents, in their order. Full extracts are asked for by ALID, partial ones window by window, and
/// so are the items of batch documents that have a body. What is no avail at all isn't among them; replies of a
/// partner, what can't be read, and what has no address are, with `leftOut`. `usual`: put under what a document says of
/// itself. Any thread.
std::vector<Subject> subjectsOf(
    const std::vector<Source> &sources, const partners::PrimeTarget &usual = {}, const AddressWish &wish = {});

} // namespace marquee::reconcile
