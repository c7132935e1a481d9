#include "core/memory/invertedindex.h"

#include "core/base/json.h"
#include "core/memory/terms.h"

#include <algorithm>
#include <map>

namespace autodidact {

InvertedIndex::InvertedIndex(const QStringList &documents, IdfTable idf)
    : m_idf(std::move(idf))
{
    for (int position = 0; position < int(documents.size()); ++position) {
        QStringList terms = termsOf(documents.at(position));
        std::ranges::sort(terms);
        terms.erase(std::ranges::unique(terms).begin(), terms.end());
        for (const QString &term : std::as_const(terms))
            m_positions[term].append(position);
    }
}

QList<TextHit> InvertedIndex::search(QStringView query, int k, const Filter &filter) const
{
    std::map<int, double> scores;
    double total = 0;
    for (const QString &term : m_idf.rarest(termsOf(query), QueryTerms)) {
        const double idf = m_idf.idf(term);
        total += idf;
        for (const int position : m_positions.value(term))
            scores[position] += idf;
    }
    QList<TextHit> hits;
    for (const auto &[position, score] : scores) {
        if (!filter || filter(position))
            hits.append({position, rounded(score / total)});
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, &TextHit::score);
    hits.resize(std::clamp<qsizetype>(k, 0, hits.size()));
    return hits;
}

} // namespace autodidact
