#pragma once

#include "core/base/error.h"

#include <QList>
#include <QStringList>

#include <stop_token>

namespace autodidact {

/// A text as a point: L2-normalised, or empty when the text has no features. Implicitly shared.
using Embedding = QList<float>;

/// Turns texts into embeddings. May be called from several threads at once.
class Embedder
{
public:
    virtual ~Embedder() = default;

    /// One embedding per text, in order. Cancelled when the token is stopped; Model when a served
    /// embedder failed for good.
    virtual Result<QList<Embedding>> embed(const QStringList &texts, std::stop_token stop) = 0;

    virtual int dimension() const = 0;

    /// Names the kind, its revision and its dimension; embeddings of different names never mix.
    virtual QString name() const = 0;
};

/// Cosine of two normalised embeddings, -1 to 1, rounded to 1e-6; 0 when one is empty or the
/// dimensions differ. Summed in a fixed order, so that it is always the same.
double similarity(const Embedding &a, const Embedding &b);

} // namespace autodidact
