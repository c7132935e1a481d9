#include "core/memory/invertedindex.h"

#include "core/base/json.h"
#include "core/memory/terms.h"
#include "core/memory/wordstem.h"

#include <algorithm>
#include <map>

namespace autodidact {

namespace {

constexpr double Saturation = 0.8;       ///< BM25's k1
constexpr double LengthShare = 0.75;     ///< BM25's b
constexpr double UsualLength = 150;      ///< terms; fixed, so that a score does not depend on what else is remembered

} // namespace

double TextScores::at(int position) const
{
    return m_total > 0 ? rounded(double(m_sums[size_t((*m_documentAt)[size_t(position)])]) / m_total) : 0;
}

QList<TextHit> TextScores::best(int k, const Filter &filter) const
{
    struct Found {
        float sum;
        int position;
    };
    // The worst of the kept is on top: most documents need no more than one comparison with it.
    const auto before = [](const Found &a, const Found &b) { return a.sum != b.sum ? a.sum > b.sum : a.position < b.position; };
    std::vector<Found> kept;
    float least = 0;
    for (size_t position = 0; k > 0 && position < m_documentAt->size(); ++position) {
        const float sum = m_sums[size_t((*m_documentAt)[position])];
        if (sum <= least || (filter && !filter(int(position))))
            continue;
        if (kept.size() == size_t(k)) {
            std::ranges::pop_heap(kept, before);
            kept.pop_back();
        }
        kept.push_back({sum, int(position)});
        std::ranges::push_heap(kept, before);
        if (kept.size() == size_t(k))
            least = kept.front().sum;    // of equal ones the first stay
    }
    std::ranges::sort_heap(kept, before);
    QList<TextHit> hits;
    for (const Found &found : kept)
        hits.append({found.position, at(found.position)});
    return hits;
}

InvertedIndex::InvertedIndex(const QStringList &documents, IdfTable idf)
    : m_idf(std::move(idf))
{
    std::vector<int> documentAt;
    for (const QString &document : documents)
        documentAt.push_back(add(document));
    m_documentAt = std::make_shared<const std::vector<int>>(std::move(documentAt));
}

InvertedIndex::InvertedIndex(const InvertedIndex &earlier, const QList<int> &kept, const QStringList &documents)
    : m_idf(earlier.m_idf)
    , m_documents(earlier.m_documents)
    , m_postings(earlier.m_postings)
{
    std::vector<int> documentAt;
    for (qsizetype position = 0; position < kept.size(); ++position)
        documentAt.push_back(kept.at(position) < 0 ? add(documents.at(position)) : (*earlier.m_documentAt)[size_t(kept.at(position))]);
    m_documentAt = std::make_shared<const std::vector<int>>(std::move(documentAt));
}

int InvertedIndex::add(QStringView document)
{
    const QStringList terms = termsOf(document);
    QHash<QString, int> frequencies;
    for (const QString &term : terms)
        ++frequencies[stemOf(term)];
    const double half = Saturation * (1 - LengthShare + LengthShare * double(terms.size()) / UsualLength);
    for (auto entry = frequencies.cbegin(); entry != frequencies.cend(); ++entry)
        m_postings[entry.key()].append({m_documents, float(entry.value() / (entry.value() + half))});
    return m_documents++;
}

/// The query's stems, the most telling first.
std::vector<InvertedIndex::Wanted> InvertedIndex::wanted(QStringView query) const
{
    std::map<QString, double> weights;
    for (const QString &term : termsOf(query)) {
        double &weight = weights[stemOf(term)];
        weight = std::max(weight, m_idf.weight(term));
    }
    std::vector<Wanted> wanted;
    for (const auto &[stem, weight] : weights) {
        const auto known = m_postings.constFind(stem);
        wanted.push_back({stem, weight, known == m_postings.cend() ? nullptr : &known.value()});
    }
    // Ties by alphabet: a sum must not depend on how an index came to be.
    std::ranges::stable_sort(wanted, std::ranges::greater{}, &Wanted::weight);
    return wanted;
}

TextScores InvertedIndex::search(QStringView query) const
{
    TextScores scores;
    scores.m_documentAt = m_documentAt;
    scores.m_sums.resize(size_t(m_documents));
    int used = 0;
    qsizetype read = 0;
    for (const Wanted &term : wanted(query)) {
        scores.m_total += term.weight;
        if (!term.postings || used == QueryTerms || (used > 0 && read + term.postings->size() > MostPostings))
            continue;
        ++used;
        read += term.postings->size();
        const auto weight = float(term.weight);
        for (const Posting &posting : *term.postings)
            scores.m_sums[size_t(posting.document)] += weight * posting.share;
    }
    return scores;
}

} // namespace autodidact
