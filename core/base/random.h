#pragma once

#include <QByteArrayView>
#include <QtTypes>

#include <array>
#include <initializer_list>
#include <span>
#include <vector>

namespace autodidact {

/// Deterministic random stream: Philox 4x32-10 (Salmon et al., SC 2011), keyed by a 64-bit seed.
///
/// Every random choice of the project comes from here; the samplers are our own, so that results do
/// not depend on a standard library. A value type: copies continue independently.
class Random
{
public:
    explicit Random(quint64 seed);

    /// A stream for one purpose: the key is a stable hash of the parts and the purpose's name.
    static Random of(std::initializer_list<qint64> parts, QByteArrayView purpose);
    static quint64 seedOf(std::initializer_list<qint64> parts, QByteArrayView purpose);

    quint32 next32();
    quint64 next64();
    double uniform();                       ///< in [0, 1), 53 bits
    qint64 below(qint64 bound);             ///< in [0, bound), unbiased; bound >= 1
    bool chance(double probability);        ///< true with that probability
    double normal();                        ///< N(0, 1), Box-Muller
    int poisson(double mean);               ///< Knuth's product method; mean <= 30
    size_t weighted(std::span<const double> weights); ///< index with chance proportional to its weight; weights >= 0, some > 0
    std::vector<int> permutation(int count);          ///< Fisher-Yates

private:
    void refill();

    std::array<quint32, 2> m_key;
    std::array<quint32, 4> m_counter{};
    std::array<quint32, 4> m_block{};
    unsigned m_used = 4;
};

/// 64-bit FNV-1a followed by a finaliser: stable over builds and machines, not cryptographic.
quint64 stableHash(QByteArrayView bytes, quint64 seed = 0);

} // namespace autodidact
