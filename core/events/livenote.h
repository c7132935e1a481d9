#pragma once

#include "core/base/error.h"
#include "core/events/event.h"

namespace autodidact {

/// What the loop is doing at this moment; shown, never stored.
struct ChunkArrived {
    Place place;
    QString text;
};

/// What a call or the run waits for; an empty text means it waits no more.
struct WaitingFor {
    Place place;
    QString what;                ///< "first-token", "rate-limit", "retry", "person", "sandbox", "pace"
    double elapsedS = 0;
    double limitS = 0;
};

struct Progress {
    int round = 0;
    Phase phase = Phase::Open;
    int done = 0;                ///< tasks of this phase
    int total = 0;
    int attempts = 0;            ///< of the whole run
    qint64 tokens = 0;
    double cost = 0;
    double wallS = 0;
};

/// A fault that does not end the run, for the message bar.
struct Trouble {
    Error error;
    Place place;
};

using LiveNotePayload = std::variant<ChunkArrived, WaitingFor, Progress, Trouble>;

struct LiveNote {
    RunId run;
    LiveNotePayload payload;
};

/// Receives what happens, in the agent thread; must return at once.
class LiveSink
{
public:
    virtual ~LiveSink() = default;
    virtual void published(const Event &event) = 0;   ///< after its commit
    virtual void noted(const LiveNote &note) = 0;
};

} // namespace autodidact
