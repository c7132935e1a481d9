#pragma once

#include "core/memory/concepts.h"
#include "core/memory/embedder.h"
#include "core/memory/idftable.h"

namespace autodidact {

/// The built-in embedder: signed feature hashing of terms and character n-grams, no model needed.
///
/// Features are stems of words, what the words mean (Concepts) and character 3-grams of words of four
/// letters and more, at a third of the weight. A feature weighs (1 + ln tf) * weight. Every concept has a
/// place of its own, since texts that say the same in other words have little else in common, and weighs
/// less where a common word tells of it; the others
/// hash to one place, with a sign from the hash (Weinberger et al., ICML 2009), so that collisions cancel on
/// average. A line of code counts 0.4 of a line of prose: most of it is much the same everywhere.
class HashingEmbedder : public Embedder
{
public:
    static constexpr int LeastDimension = 256;   ///< leaves many places beside those of the concepts

    explicit HashingEmbedder(IdfTable idf, int dimension = 384);

    Result<QList<Embedding>> embed(const QStringList &texts, std::stop_token stop) override;
    int dimension() const override { return m_dimension; }
    QString name() const override;

    Embedding embedOne(QStringView text) const;

private:
    IdfTable m_idf;
    Concepts m_concepts;
    int m_dimension;
};

} // namespace autodidact
