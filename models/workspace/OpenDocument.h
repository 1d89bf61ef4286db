// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Validator.h"
#include "workspace/Remarks.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <span>

namespace marquee::workspace {

/// One document that is open: a payload with its problems, or a text that isn't a payload and the reason why.
///
/// Made on any thread; everything else, signals included, on the thread that it was moved to. The only way to change the
/// payload is apply, editText, undo and redo: validation has followed before `changed` is told.
///
/// Edited as text it may be malformed for a while. Then the payload stays as it was last, and refuses other edits, and the text
/// waits beside it (`hasPendingText`): it is what saving writes and what a draft keeps. Whoever sends asks for it first.
class OpenDocument : public QObject
{
    Q_OBJECT

public:
    /// Where it came from: decides its name while it has no file, and whether its problems show at once.
    enum class Origin : std::uint8_t {
        File,
        New, ///< from a template: fields complain once they were touched
        Pasted,
        Reply ///< a partner's answer
    };

    /// Reads and validates; a text that isn't a payload becomes a document all the same. Any thread.
    static std::unique_ptr<OpenDocument> read(const rules::Rulebook &book, QByteArray bytes, Origin origin,
                                              const rules::Severities &severities = {},
                                              rules::Clock clock = rules::systemClock);
    /// The same for a payload that was made here.
    static std::unique_ptr<OpenDocument> adopt(const rules::Rulebook &book, std::unique_ptr<payload::Document> payload,
                                               Origin origin, const rules::Severities &severities = {},
                                               rules::Clock clock = rules::systemClock);
    ~OpenDocument() override;

    Origin origin() const { return m_origin; }

    /// False: bytes() is all there is, and textError() says why.
    bool isPayload() const { return m_payload != nullptr; }
    const payload::Document &payload() const { return *m_payload; } ///< isPayload() only
    const rules::Validator &validator() const { return *m_validator; } ///< isPayload() only
    const Error &textError() const { return m_pending ? m_pendingError : m_textError; }

    rules::DocumentKind kind() const;
    /// An avail that can be authored in a form.
    bool isAvail() const;
    /// A batch whose items can be authored in a form.
    bool isBatch() const;
    /// A message of performances that can be authored in a form.
    bool isMessage() const;
    /// A form may change it. Everything else is read-only in this version's forms.
    bool isEditable() const { return isAvail() || isBatch() || isMessage(); }
    bool isXml() const; ///< of the text that saving writes

    /// A snapshot of the payload's text, without what is pending; of the text as it stands where it isn't a payload.
    payload::Text text() const;
    payload::Text textToSave() const; ///< a snapshot of what saving writes: the pending text where there is one
    QByteArray bytes() const; ///< the same as bytes

    /// The file it belongs to; empty while it has none.
    const QString &path() const { return m_path; }
    void setPath(const QString &path);
    /// For tabs and lists: the file's name without ".json" or ".xml", or what it was called when it was made.
    QString name() const;
    void setName(const QString &name);
    /// For headings: the title that the payload gives itself, or its ALID, or its name.
    QString title() const;

    bool isModified() const;
    /// Names what saving writes: the present payload (payload::Document::state), or the pending text. 0 for what isn't a payload
    /// and wasn't edited.
    std::uint64_t state() const;
    /// The text that stood in that state has been written.
    void markSaved(std::uint64_t state);

    /// Does the edits as one step, and validates. Errors as payload::Document::apply; Invalid where this isn't a payload.
    Expected<bool> apply(std::span<const payload::Edit> edits, const payload::EditOptions &options = {});
    Expected<bool> apply(const payload::Edit &edit, const payload::EditOptions &options = {});
    /// Does what a rule proposes, as one step. Further documents that it makes are told as splitOff.
    Expected<bool> apply(const rules::Fix &fix);
    /// Takes back what stands last: the pending text where there is one, else the payload's last step.
    void undo();
    void redo();
    bool canUndo() const;
    bool canRedo() const;
    QString undoCaption() const;
    QString redoCaption() const;
    /// The field was left: the next edit begins a step of its own.
    void endMerging();

    /// The whole text is another. Well-formed: the payload is changed, in one step with the edits of its text right before
    /// (endMerging ends that), or begins with it where this wasn't one. Else it is pending. True where it is well-formed.
    bool editText(const QByteArray &text);
    bool hasPendingText() const { return m_pending.has_value(); }
    QByteArray pendingText() const { return m_pending.value_or(QByteArray()); }
    const Error &pendingError() const { return m_pendingError; } ///< why it isn't well-formed, and where
    std::uint64_t pendingState() const { return m_pending ? m_pendingState : 0; } ///< names the pending text; 0: there is none
    void discardPending(); ///< back to the payload as it was last; redo brings the text back

    /// Somebody types what isn't handed on yet: until finishTyping it counts as modified.
    void beginTyping();
    /// Who holds such text hands it on before this returns. Done by undo, redo, validateAll and saving by themselves.
    void finishTyping();

    rules::Counts counts() const;
    /// Validates everything again (the clock went on), and lets every problem show beside its field.
    void validateAll();
    /// Who knows the numbers of messages that were sent (PF012); has to be quick. Validates where this is a message.
    void setLastSequence(rules::LastSequence last);
    /// It is to be sent: from now on it is judged as what is (PF013). Validates.
    void validateForSending();
    /// Whether the problems of a field may show beside it: it was touched, or the document was validated or opened.
    bool showsProblemsAt(const payload::Pointer &field) const;
    void touch(const payload::Pointer &field);

    /// What the partner found wrong when it was sent last, where that still stands as it did.
    std::vector<Remark> remarks() const;
    void setRemarks(const std::vector<Remark> &remarks);

Q_SIGNALS:
    /// The payload changed, and its problems are up to date.
    void changed(const marquee::payload::Change &change);
    /// Problems, or which of them may show, changed without the payload.
    void problemsChanged();
    /// A fix that only shows was asked for (rules::isShowing); by its id.
    void showWanted(const QString &fix);
    /// A part of the payload is to be a document of its own from now on.
    void splitOff(const QByteArray &text);
    /// Path, name, modified, canUndo or canRedo may have changed.
    void stateChanged();
    /// There is a pending text, it is another, or it is gone.
    void pendingChanged();
    /// isPayload, isAvail or isBatch is another. Told in the middle of an edit: don't delete the document.
    void kindChanged();
    /// See finishTyping.
    void typingEnds();

private:
    explicit OpenDocument(Origin origin);
    void begin(const rules::Rulebook &book, std::unique_ptr<payload::Document> payload, const rules::Severities &severities, rules::Clock clock);
    void settle(const payload::Change &change);
    bool becomePayload(const QByteArray &text);
    void markTextSaved(std::uint64_t state);
    void setPending(const QByteArray &text, const Error &error);
    std::optional<Error> refusal() const;
    /// What decides on the form: whether it is a payload, an avail, a batch.
    int shape() const;
    void tellShape();

    Origin m_origin;
    std::unique_ptr<payload::Document> m_payload;
    rules::LastSequence m_lastSequence;
    bool m_isSending = false; ///< validated as what is sent
    std::unique_ptr<rules::Validator> m_validator;
    QByteArray m_bytes; ///< where it isn't a payload
    Error m_textError;
    /// What validating it takes, should it become a payload.
    struct Means
    {
        rules::Rulebook book;
        rules::Severities severities;
        rules::Clock clock;
    };
    std::optional<Means> m_means;
    std::optional<QByteArray> m_pending;
    Error m_pendingError;
    std::uint64_t m_pendingState = 0;
    std::uint64_t m_lastPending = std::uint64_t(1) << 63;
    std::uint64_t m_savedPending = 0; ///< the pending text that was written last
    bool m_isBase = true; ///< m_bytes are what was read or saved last
    struct TakenBack
    {
        QByteArray text;
        Error error;
        std::uint64_t pendingState = 0;
        std::uint64_t over = 0; ///< the payload's state
    };
    std::optional<TakenBack> m_takenBack;
    bool m_isTyping = false;
    int m_shape = 0;
    QString m_path;
    QString m_name;
    QSet<QString> m_touched; ///< pointers
    Remarks m_remarks;
    bool m_showsAll = false;
};

} // namespace marquee::workspace
