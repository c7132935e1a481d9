#pragma once

#include "core/base/random.h"
#include "core/safety/paircounts.h"

namespace autodidact {

/// Two versions on tasks of differing difficulty, both drawn independently given the task.
///
/// An older version solves a task with probability p ~ Beta(0.65 c, 0.35 c); the newer one with p + shift, kept in [0, 1].
/// SCIENCE section 4 states the mean of 0.65 and leaves c open: with c = 1 (many tasks nearly always or nearly never
/// solved, 23 % of pairs differ between equal versions) its figures come out.
class PairWorld
{
public:
    /// \p effect: mean of D, in -0.6 ... 0.3; the shift that yields it is found on 20,000 tasks.
    explicit PairWorld(double effect, double concentration = 1.0);

    Pair draw(Random &random) const;
    double shift() const { return m_shift; }

private:
    double m_concentration;
    double m_shift;
};

} // namespace autodidact
