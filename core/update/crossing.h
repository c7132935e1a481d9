#pragma once

#include "core/memory/embedder.h"
#include "core/update/pareto.h"
#include "core/update/updater.h"

namespace autodidact {

/// Crosses the current version with one of another line: takes over the rules of a raced update of the Pareto set that
/// solved tasks which the version then failed. Asks no model.
class Crossing : public Updater
{
public:
    /// \p embedder must outlive it.
    explicit Crossing(Embedder &embedder) : m_embedder(embedder) {}

    /// One update, or none where no raced update brings a rule that is not there already. Of several the one that won most
    /// tasks that the current version fails now, then most tasks at all, then the newest.
    Result<QList<Update>> propose(const UpdateContext &context, std::stop_token stop) override;

private:
    Embedder &m_embedder;
};

/// The texts that raced updates of the Pareto set brought and the current version does not hold, those of most won tasks
/// first; at most six. For the optimiser.
QStringList winningRules(const UpdateContext &context);

} // namespace autodidact
