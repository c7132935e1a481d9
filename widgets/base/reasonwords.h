#pragma once

#include "core/domain/run.h"
#include "core/domain/update.h"

#include <QString>

namespace autodidact {

/// Turns the reasons that the core states by code and numbers into translated sentences. A reason without a code, or with
/// one that this program does not know, is shown as it is stored: it is a person's, a model's or an older program's text.
namespace reasonwords {

QString sentence(const Reason &reason, const QString &stored);

QString of(const SafetyDecision &decision);
QString of(const Update &update);
QString of(const RuleEdit &edit);
QString note(const PromptVersion &version);
QString validation(const QJsonObject &validation);    ///< of an update; empty when it says nothing

/// Why a run paused or ended, without its status; empty when the status says all.
QString status(const Reason &why, const QString &detail);

/// The kind of a mistake that a reflection names: error classes and the student's fault families in words, others as they are.
QString cause(const QString &cause);

} // namespace reasonwords
} // namespace autodidact
