#pragma once

#include "core/memory/embedder.h"

#include <hnswlib/hnswlib.h>

namespace autodidact {

/// How the graph sees embeddings: a byte for each number and the scale of the whole, a quarter of
/// the memory. Sums are of whole numbers, so that a distance is the same whatever the processor can
/// do at once. Only hnswindex.cpp includes this header.
class ByteSpace : public hnswlib::SpaceInterface<float> {
public:
    explicit ByteSpace(int dimension);

    /// \p embedding must have the space's dimension.
    QByteArray encoded(const Embedding &embedding) const;

    size_t get_data_size() override { return sizeof(float) + m_dimension; }
    hnswlib::DISTFUNC<float> get_dist_func() override { return &ByteSpace::distance; }
    void *get_dist_func_param() override { return &m_dimension; }

private:
    static float distance(
        const void *a, const void *b, const void *dimension); ///< 1 - cosine, about

    size_t m_dimension;
};

} // namespace autodidact
