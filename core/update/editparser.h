#pragma once

#include "core/base/error.h"
#include "core/domain/update.h"

#include <QJsonObject>

namespace autodidact {

/// The edits in an optimiser's answer: the first JSON object in it, alone, in a fence, or in prose.
/// BadInput says what is wrong in words that a model can act on. An empty list is a valid answer.
Result<QList<RuleEdit>> parseEdits(const QString &answer);

/// The JSON schema of that answer, for providers that enforce one.
QJsonObject editSchema();

QString toString(RuleEditKind kind);     ///< "add", "change", "merge", "drop"
QJsonObject toJson(const RuleEdit &edit);

} // namespace autodidact
