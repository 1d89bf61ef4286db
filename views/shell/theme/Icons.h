// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"
#include "shell/theme/Theme.h"

#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace marquee::theme {

/// A freedesktop icon by its name ("document-save"), from the platform's theme or Breeze.
QIcon icon(const QString &name);

/// The same in one colour of ours: upon the accent.
QIcon tintedIcon(const QString &name, Token token);

/// Ours, told apart by shape as well as by colour: a filled circle with a cross, a triangle, a ring.
QIcon severityIcon(rules::Severity severity);
void paintSeverity(QPainter &painter, const QRectF &where, rules::Severity severity);

/// A filled dot, for environments and outcomes.
QIcon dotIcon(const QColor &color);
/// A plain cross for what closes or removes; quiet, and of the text's colour where `strong`.
QIcon crossIcon(bool strong = false);

} // namespace marquee::theme
