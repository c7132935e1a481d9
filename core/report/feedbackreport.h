#pragma once

#include "core/evaluation/runrecord.h"

#include <QJsonObject>

namespace autodidact {

/// "6 of 7 thumbs agree with the hidden tests (up and green 4, …); 2 comments, 1 correction"; empty when nobody said anything.
QString feedbackText(const FeedbackTally &tally);
QJsonObject feedbackJson(const FeedbackTally &tally);

/// "3 of 6 rounds", or "3 rounds, without an end".
QString roundsText(const Run &run);

} // namespace autodidact
