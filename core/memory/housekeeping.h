#pragma once

#include "core/memory/forgetting.h"
#include "core/memory/idftable.h"
#include "core/memory/tidying.h"

namespace autodidact {

/// What happens to memory between rounds: tidying, then forgetting of what is left.
class Housekeeping {
public:
    Housekeeping(Embedder &embedder, const IdfTable &idf, const Forgetting &forgetting,
        TidyOptions options = {})
        : m_embedder(embedder)
        , m_idf(idf)
        , m_forgetting(forgetting)
        , m_tidying(options)
    {
    }

    /// All changes at the end of \p round, to be stored together and in this order; a memory may
    /// come twice. \p before: as the round saw it; \p after: with what the round remembered.
    Result<QList<MemoryChange>> keep(const MemorySnapshot::Ptr &before,
        const MemorySnapshot::Ptr &after, int round, std::stop_token stop) const;

private:
    Embedder &m_embedder;
    const IdfTable &m_idf;
    const Forgetting &m_forgetting;
    Tidying m_tidying;
};

} // namespace autodidact
