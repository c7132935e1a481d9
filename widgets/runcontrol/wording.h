#pragma once

#include "core/domain/attempt.h"
#include "core/domain/run.h"
#include "core/events/livenote.h"

#include <QString>

namespace autodidact {

/// Short translated texts that the run control, the status bar and dialogs share.
namespace wording {

QString status(RunStatus status);
QString interrupted();            ///< of a run marked as running that no program drives
QString statusWithReason(RunStatus status, const Reason &why, const QString &detail);   ///< "Failed: The sandbox does not work."
QString phase(Phase phase);
QString timeLeft(double seconds);            ///< "about 2 min left"
QString waiting(const WaitingFor &waiting);  ///< "Waiting for the first token, 38 s of 600 s"; empty when nothing is waited for
QString plainHint(const QString &text);      ///< a tool tip that is never read as markup
QString tokens(qint64 tokens);               ///< "41k"
QString model(const QString &model);         ///< "Simulated student – not a language model" for the student, else its name
bool isStudent(const QString &model);

} // namespace wording
} // namespace autodidact
