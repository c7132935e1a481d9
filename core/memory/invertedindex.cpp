#include "core/memory/invertedindex.h"

#include "core/base/json.h"
#include "core/memory/terms.h"

#include <algorithm>
#include <vector>

namespace autodidact {

InvertedIndex::InvertedIndex(const QStringList &documents, IdfTable idf)
    : m_idf(std::move(idf))
    , m_documents(int(documents.size()))
{
    for (int position = 0; position < m_documents; ++position) {
        for (const QString &term : termsOf(documents.at(position))) {
            QList<int> &positions = m_positions[term];
            if (positions.isEmpty() || positions.last() != position)
                positions.append(position);
        }
    }
}

QList<TextHit> InvertedIndex::search(QStringView query, int k, const Filter &filter) const
{
    std::vector<double> scores(size_t(m_documents), 0.0);
    double total = 0;
    for (const QString &term : m_idf.rarest(termsOf(query), QueryTerms)) {
        const double idf = m_idf.idf(term);
        total += idf;
        for (const QList<int> known = m_positions.value(term); const int position : known)
            scores[size_t(position)] += idf;
    }
    QList<TextHit> hits;
    for (int position = 0; position < m_documents; ++position) {
        const double score = scores[size_t(position)];
        if (score > 0 && (!filter || filter(position)))
            hits.append({position, rounded(score / total)});
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, &TextHit::score);
    hits.resize(std::clamp<qsizetype>(k, 0, hits.size()));
    return hits;
}

} // namespace autodidact
