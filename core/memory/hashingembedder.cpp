#include "core/memory/hashingembedder.h"

#include "core/base/random.h"
#include "core/memory/terms.h"

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double NgramWeight = 1.0 / 3.0;
constexpr qsizetype NgramFrom = 4;   ///< letters of a word that is cut into n-grams

struct Feature {
    quint64 hash = 0;
    double idf = 0;
};

quint64 termHash(const QString &term)
{
    return stableHash(term.toUtf8(), 1);
}

/// Hash of three characters; a multiply and shifts are enough to spread 48 bits (Stafford's mix 13).
quint64 ngramHash(QChar first, QChar second, QChar third)
{
    quint64 x = first.unicode() | quint64(second.unicode()) << 16 | quint64(third.unicode()) << 32;
    x = (x ^ 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
    return x ^ x >> 31;
}

std::vector<Feature> featuresOf(const QStringList &terms, const IdfTable &table)
{
    std::vector<Feature> features;
    for (const QString &term : terms) {
        const double idf = table.idf(term);
        features.push_back({termHash(term), idf});
        if (term.size() < NgramFrom || !term.at(0).isLetter())
            continue;
        QChar first = u'^';
        for (qsizetype i = 0; i < term.size(); ++i) {
            const QChar third = i + 1 < term.size() ? term.at(i + 1) : QChar(u'$');
            features.push_back({ngramHash(first, term.at(i), third), idf * NgramWeight});
            first = term.at(i);
        }
    }
    // By hash, the most telling first: equal features become neighbours, and the order of the sums is fixed.
    std::ranges::sort(features, [](const Feature &a, const Feature &b) {
        return a.hash != b.hash ? a.hash < b.hash : a.idf > b.idf;
    });
    return features;
}

void addFeature(std::vector<double> &sums, quint64 hash, double weight)
{
    const quint64 size = sums.size();
    const double sign = (hash >> 63) != 0 ? 1 : -1;
    const double otherSign = ((hash >> 62) & 1) != 0 ? 1 : -1;
    sums[(hash & 0x7fffffff) % size] += sign * weight;
    sums[((hash >> 31) & 0x7fffffff) % size] += otherSign * weight;
}

Embedding normalised(const std::vector<double> &sums)
{
    double square = 0;
    for (const double sum : sums)
        square += sum * sum;
    if (square <= 0)
        return {};
    const double scale = 1 / std::sqrt(square);
    Embedding embedding;
    embedding.reserve(qsizetype(sums.size()));
    for (const double sum : sums)
        embedding.append(float(sum * scale));
    return embedding;
}

} // namespace

HashingEmbedder::HashingEmbedder(IdfTable idf, int dimension)
    : m_idf(std::move(idf))
    , m_dimension(std::max(8, dimension))
{
}

QString HashingEmbedder::name() const
{
    return u"hashing-1:%1"_s.arg(m_dimension);
}

Result<QList<Embedding>> HashingEmbedder::embed(const QStringList &texts, std::stop_token stop)
{
    QList<Embedding> embeddings;
    embeddings.reserve(texts.size());
    for (const QString &text : texts) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"embedding was stopped"_s);
        embeddings.append(embedOne(text));
    }
    return embeddings;
}

Embedding HashingEmbedder::embedOne(QStringView text) const
{
    const std::vector<Feature> features = featuresOf(termsOf(text), m_idf);
    std::vector<double> sums(size_t(m_dimension), 0.0);
    for (size_t begin = 0; begin < features.size();) {
        size_t end = begin;
        while (end < features.size() && features[end].hash == features[begin].hash)
            ++end;
        const double frequency = double(end - begin);
        addFeature(sums, features[begin].hash, (1 + std::log(frequency)) * features[begin].idf);
        begin = end;
    }
    return normalised(sums);
}

} // namespace autodidact
