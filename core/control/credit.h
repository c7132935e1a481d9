#pragma once

#include "core/control/creditplan.h"
#include "core/evaluation/intervals.h"
#include "core/evaluation/judge.h"
#include "core/events/event.h"

#include <functional>

namespace autodidact {

/// What an entry is worth to the attempts that carried it. A pair is solved by the hidden tests.
struct Credit {
    int pairs = 0;
    int helped = 0; ///< solved with it, failed without
    int harmed = 0; ///< failed with it, solved without
    int bothSolved = 0;
    int faults = 0; ///< pairs that a fault of this machine kept from a verdict
    Usage usage;

    /// Success with it minus success without, -1 to 1. The interval is exact on the discordant
    /// pairs (Clopper and Pearson, 95 %), given how many there are; without any, plus and minus the
    /// exact upper bound of their share. Pairs of one task are taken as independent, which makes it
    /// too narrow where they are few tasks.
    Estimate difference() const;
    double p() const; ///< exact McNemar test, two-sided

    bool operator==(const Credit &) const = default;
};

/// Makes the attempts of a plan again. Any thread; writes nothing.
///
/// The first pair of a case is the attempt as it was, and one draw without the entry with the same
/// seed; each further draw gives both arms a seed of its own (common random numbers). No draw looks
/// at memory, so nothing takes the entry's place.
class CreditMeter {
public:
    using Progress = std::function<void(int done, int total)>;

    CreditMeter(ChatModel &coder, const Judge &judge)
        : m_coder(coder)
        , m_judge(judge)
    {
    }

    /// Errors: those of the model and of the sandbox; Cancelled.
    Result<Credit> measure(
        const CreditPlan &plan, std::stop_token stop, const Progress &progress = {}) const;

private:
    struct Outcome;
    Result<Outcome> attempt(const CreditPlan &plan, const CreditCase &one,
        const QList<ChatMessage> &messages, int draw, std::stop_token stop) const;

    ChatModel &m_coder;
    const Judge &m_judge;
};

/// The measurement as an event of the run's journal, by a person. It is for people: no stage of the
/// loop reads it.
Event creditEvent(const CreditPlan &plan, const Credit &credit);

/// What was measured of an entry, from the run's journal.
Credit creditOf(const CreditMeasured &measured);

} // namespace autodidact
