// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Form.h"
#include "performance/Sources.h"

class QLabel;

namespace marquee::form {
class ProblemLines;
}

namespace marquee::performance {

/// What a message says of itself: supplier, sequence number and where the outcome is posted to, in one strip. Base: the
/// message.
class MessageForm : public form::Form
{
    Q_OBJECT

public:
    MessageForm(const editor::Lookup &lookup, PerformanceSources sources, QWidget *parent = nullptr);

protected:
    QString shape() const override;
    void build() override;
    void refreshed() override;
    std::vector<rules::Problem> problems(const payload::Pointer &base) const override;
    void showOthers(const std::vector<rules::Problem> &problems, const QStringList &remarks) override;
    bool concerns(const payload::Pointer &field) const override;

private:
    std::unique_ptr<editor::FieldEditor> editorFor(const std::string &name) const;

    PerformanceSources m_sources;
    form::ProblemLines *m_others = nullptr;
    QLabel *m_more = nullptr; ///< what else stands in the message
};

} // namespace marquee::performance
