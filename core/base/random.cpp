#include "core/base/random.h"

#include <QtAssert>

#include <cmath>
#include <numbers>
#include <numeric>

namespace autodidact {

namespace {

quint64 mix(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::array<quint32, 4> philoxRound(const std::array<quint32, 4> &c, const std::array<quint32, 2> &k)
{
    const quint64 product0 = quint64(0xD2511F53U) * c[0];
    const quint64 product1 = quint64(0xCD9E8D57U) * c[2];
    return {quint32(product1 >> 32) ^ c[1] ^ k[0], quint32(product1),
            quint32(product0 >> 32) ^ c[3] ^ k[1], quint32(product0)};
}

} // namespace

quint64 stableHash(QByteArrayView bytes, quint64 seed)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ mix(seed + 0x9e3779b97f4a7c15ULL);
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    return mix(hash);
}

Random::Random(quint64 seed)
    : m_key{quint32(seed), quint32(seed >> 32)}
{
}

quint64 Random::seedOf(std::initializer_list<qint64> parts, QByteArrayView purpose)
{
    quint64 hash = stableHash(purpose);
    for (const qint64 part : parts)
        hash = mix(hash ^ mix(quint64(part) + 0x9e3779b97f4a7c15ULL)) + 0x632be59bd9b4e019ULL;
    return hash;
}

Random Random::of(std::initializer_list<qint64> parts, QByteArrayView purpose)
{
    return Random(seedOf(parts, purpose));
}

void Random::refill()
{
    std::array<quint32, 4> state = m_counter;
    std::array<quint32, 2> key = m_key;
    for (int round = 0; round < 10; ++round) {
        state = philoxRound(state, key);
        key[0] += 0x9E3779B9U;
        key[1] += 0xBB67AE85U;
    }
    m_block = state;
    m_used = 0;
    for (quint32 &word : m_counter) {
        if (++word != 0)
            break;
    }
}

quint32 Random::next32()
{
    if (m_used == m_block.size())
        refill();
    return m_block[m_used++];
}

quint64 Random::next64()
{
    const quint64 low = next32();
    return low | (quint64(next32()) << 32);
}

double Random::uniform()
{
    return double(next64() >> 11) * 0x1.0p-53;
}

qint64 Random::below(qint64 bound)
{
    Q_ASSERT(bound >= 1);
    const quint64 range = quint64(bound);
    const quint64 limit = ~quint64(0) - (~quint64(0) % range + 1) % range;
    quint64 value = next64();
    while (value > limit)
        value = next64();
    return qint64(value % range);
}

bool Random::chance(double probability)
{
    return uniform() < probability;
}

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

int Random::poisson(double mean)
{
    const double limit = std::exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform())
        ++count;
    return count;
}

size_t Random::weighted(std::span<const double> weights)
{
    Q_ASSERT(!weights.empty());
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    double point = uniform() * total;
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
        point -= weights[i];
        if (point < 0)
            return i;
    }
    return weights.size() - 1;
}

std::vector<int> Random::permutation(int count)
{
    std::vector<int> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[size_t(below(qint64(i)))]);
    return order;
}

} // namespace autodidact
