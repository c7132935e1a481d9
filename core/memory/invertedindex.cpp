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

QList<TextHit> TextScores::best(int k, const Filter &filter) const
{
    std::vector<int> found;
    for (size_t position = 0; position < m_scores.size(); ++position) {
        if (m_scores[position] > 0)
            found.push_back(int(position));
    }
    const auto worse = [this](int a, int b) { return at(a) != at(b) ? at(a) < at(b) : a > b; };
    std::ranges::make_heap(found, worse);
    QList<TextHit> hits;
    while (hits.size() < k && !found.empty()) {
        std::ranges::pop_heap(found, worse);
        if (!filter || filter(found.back()))
            hits.append({found.back(), at(found.back())});
        found.pop_back();
    }
    return hits;
}

InvertedIndex::InvertedIndex(const QStringList &documents, IdfTable idf)
    : m_idf(std::move(idf))
    , m_documents(size_t(documents.size()))
{
    for (int position = 0; position < int(documents.size()); ++position) {
        const QStringList terms = termsOf(documents.at(position));
        QHash<QString, int> frequencies;
        for (const QString &term : terms)
            ++frequencies[stemOf(term)];
        const double half = Saturation * (1 - LengthShare + LengthShare * double(terms.size()) / UsualLength);
        for (auto entry = frequencies.cbegin(); entry != frequencies.cend(); ++entry)
            m_postings[entry.key()].push_back({position, float(entry.value() / (entry.value() + half))});
    }
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
    std::ranges::stable_sort(wanted, [](const Wanted &a, const Wanted &b) {
        const auto length = [](const Wanted &term) { return term.postings ? term.postings->size() : 0; };
        return a.weight != b.weight ? a.weight > b.weight : length(a) < length(b);
    });
    return wanted;
}

TextScores InvertedIndex::search(QStringView query) const
{
    TextScores scores;
    scores.m_scores.resize(m_documents);
    double total = 0;
    int used = 0;
    qsizetype read = 0;
    for (const Wanted &term : wanted(query)) {
        total += term.weight;
        if (!term.postings || used == QueryTerms || (used > 0 && read + qsizetype(term.postings->size()) > MostPostings))
            continue;
        ++used;
        read += qsizetype(term.postings->size());
        for (const Posting &posting : *term.postings)
            scores.m_scores[size_t(posting.position)] += term.weight * double(posting.share);
    }
    if (used > 0) {
        for (double &score : scores.m_scores)
            score = rounded(score / total);
    }
    return scores;
}

} // namespace autodidact
