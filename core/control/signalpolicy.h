#pragma once

#include "core/domain/run.h"
#include "core/events/event.h"

namespace autodidact {

/// Whether a consumer may use a signal of a split under a run's feedback setting (SCIENCE section 1):
///
/// | split  | consumers | signals |
/// |--------|-----------|---------|
/// | learn  | retry, reflection, memory, update, race, search | visible; also verdict or hidden when the feedback says so |
/// | select | guard, trial | verdict |
/// | report | none |  |
/// | none   | all of the above; every number is marked as not held out | |
///
/// What the tools said of an attempt's code ("tools") is made of nothing but that code: retry and reflection may use it
/// wherever they may use "visible".
///
/// Metrics read the hidden verdict of every split, and write nothing that the loop reads.
bool isAllowed(const SignalUse &use, Feedback feedback);

/// The signals that a learning consumer uses under this feedback, in the order of the journal.
QList<SignalUse> learningUses(const QString &consumer, Split split, Feedback feedback);

/// The same of a consumer that is shown \p reports, too.
QList<SignalUse> learningUses(const QString &consumer, Split split, Feedback feedback, const QList<ToolReport> &reports);

} // namespace autodidact
