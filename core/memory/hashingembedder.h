#pragma once

#include "core/memory/embedder.h"
#include "core/memory/idftable.h"

namespace autodidact {

/// The built-in embedder: signed feature hashing of terms and character n-grams, no model needed.
///
/// A feature weighs (1 + ln tf) * idf; terms hash to two places each, words of four letters and more
/// also give their character 3-grams at a third of the weight. Signs come from the hash (Weinberger
/// et al., ICML 2009), so that collisions cancel on average.
class HashingEmbedder : public Embedder
{
public:
    explicit HashingEmbedder(IdfTable idf, int dimension = 384);

    Result<QList<Embedding>> embed(const QStringList &texts, std::stop_token stop) override;
    int dimension() const override { return m_dimension; }
    QString name() const override;

    Embedding embedOne(QStringView text) const;

private:
    IdfTable m_idf;
    int m_dimension;
};

} // namespace autodidact
