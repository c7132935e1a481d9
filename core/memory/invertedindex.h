#pragma once

#include "core/memory/idftable.h"

#include <QHash>
#include <QList>

#include <functional>
#include <vector>

namespace autodidact {

struct TextHit {
    int position = 0;        ///< of the document, from 0
    double score = 0;        ///< 0 to 1

    bool operator==(const TextHit &) const = default;
};

/// How well every document fits one query.
class TextScores
{
public:
    using Filter = std::function<bool(int position)>;

    double at(int position) const { return m_scores[size_t(position)]; }

    /// The \p k best that pass the filter and hold any word of the query, best first, ties by position.
    QList<TextHit> best(int k, const Filter &filter = {}) const;

private:
    friend class InvertedIndex;

    std::vector<double> m_scores;    ///< by position
};

/// Full text over a fixed list of documents: BM25 (Robertson and Zaragoza, 2009) over stems, with frozen
/// weights, divided by what a document would reach that held every word of the query countless times.
///
/// The rarest words of a query are looked up, as long as their lists together stay short enough: common
/// words have the longest lists and say the least.
class InvertedIndex
{
public:
    static constexpr int QueryTerms = 64;
    static constexpr qsizetype MostPostings = 200'000;

    InvertedIndex(const QStringList &documents, IdfTable idf);

    TextScores search(QStringView query) const;

private:
    struct Posting {
        int position = 0;
        float share = 0;     ///< of the term's weight that the document gets, 0 to 1
    };
    struct Wanted {
        QString stem;
        double weight = 0;
        const std::vector<Posting> *postings = nullptr;
    };

    std::vector<Wanted> wanted(QStringView query) const;

    IdfTable m_idf;
    size_t m_documents;
    QHash<QString, std::vector<Posting>> m_postings;     ///< by stem, positions ascending; looked up, never walked
};

} // namespace autodidact
