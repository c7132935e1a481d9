#include "core/memory/hashingembedder.h"

#include "core/base/random.h"
#include "core/memory/terms.h"
#include "core/memory/wordstem.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double NgramWeight = 1.0 / 3.0;
constexpr qsizetype NgramFrom = 4;       ///< letters of a word that is cut into n-grams
constexpr double CodeCount = 0.4;        ///< of a feature in a line of code; in prose 1
constexpr qsizetype SignsFrom = 8;       ///< a line is code when every eighth character is a sign

struct Feature {
    quint64 hash = 0;        ///< of a concept: its number
    double weight = 0;
    double count = 0;
};

/// Whether a line looks like code: it is indented, or full of signs that prose has little of.
bool isCode(QStringView line)
{
    if (line.startsWith(u' ') || line.startsWith(u'\t'))
        return true;
    qsizetype characters = 0;
    qsizetype signs = 0;
    for (const QChar c : line) {
        if (c.isSpace())
            continue;
        ++characters;
        if (c.unicode() < 128 && !c.isLetterOrNumber() && !QStringView(u".,`'\"-").contains(c))
            ++signs;
    }
    return characters > 0 && signs * SignsFrom >= characters;
}

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

void addNgrams(std::vector<Feature> &features, const QString &term, double weight, double count)
{
    QChar first = u'^';
    for (qsizetype i = 0; i < term.size(); ++i) {
        const QChar third = i + 1 < term.size() ? term.at(i + 1) : QChar(u'$');
        features.push_back({ngramHash(first, term.at(i), third), weight, count});
        first = term.at(i);
    }
}

/// In the order in which they are summed up.
std::vector<Feature> featuresOf(QStringView text, const IdfTable &table, const Concepts &concepts)
{
    std::vector<Feature> features;
    const double unlisted = table.unlistedWeight();
    for (const QStringView line : text.split(u'\n')) {
        const double count = isCode(line) ? CodeCount : 1;
        for (const QString &term : termsOf(line)) {
            const double weight = table.weight(term);
            const QString stem = stemOf(term);
            features.push_back({termHash(stem), weight, count});
            for (const Concept &meant : concepts.of(stem))
                features.push_back({quint64(meant.number), meant.weight * weight / unlisted, count});
            if (term.size() >= NgramFrom && term.at(0).isLetter())
                addNgrams(features, term, weight * NgramWeight, count);
        }
    }
    // By hash, the most telling first: equal features become neighbours, and the order of the sums is fixed.
    std::ranges::sort(features, [](const Feature &a, const Feature &b) {
        return std::tie(a.hash, b.weight, b.count) < std::tie(b.hash, a.weight, a.count);
    });
    return features;
}

/// The last places belong to a concept each, the others are hashed to.
void addFeature(std::vector<double> &sums, int concepts, quint64 hash, double weight)
{
    const quint64 size = sums.size();
    if (hash < quint64(concepts))
        sums[size - 1 - hash] += weight;
    else
        sums[(hash & 0x7fffffff) % (size - quint64(concepts))] += (hash >> 63) != 0 ? weight : -weight;
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
    , m_dimension(std::max(LeastDimension, dimension))
{
}

QString HashingEmbedder::name() const
{
    return u"hashing-3:%1"_s.arg(m_dimension);
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
    const std::vector<Feature> features = featuresOf(text, m_idf, m_concepts);
    std::vector<double> sums(size_t(m_dimension), 0.0);
    for (size_t begin = 0; begin < features.size();) {
        double frequency = 0;
        size_t end = begin;
        for (; end < features.size() && features[end].hash == features[begin].hash; ++end)
            frequency += features[end].count;
        const double times = frequency < 1 ? frequency : 1 + std::log(frequency);
        addFeature(sums, m_concepts.size(), features[begin].hash, times * features[begin].weight);
        begin = end;
    }
    return normalised(sums);
}

} // namespace autodidact
