#pragma once

#include "core/memory/idftable.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>
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

    double at(int position) const;       ///< 0 to 1, rounded to 1e-6

    /// The \p k best that pass the filter and hold any word of the query, best first, ties by position.
    QList<TextHit> best(int k, const Filter &filter = {}) const;

private:
    friend class InvertedIndex;

    std::shared_ptr<const std::vector<int>> m_documentAt;    ///< by position
    std::vector<float> m_sums;       ///< of weights, by document
    double m_total = 0;              ///< of the query's weights
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
    static constexpr qsizetype MostPostings = 100'000;

    InvertedIndex(const QStringList &documents, IdfTable idf);

    /// The earlier index with what has changed. Per position, \p kept says which position a text had in \p earlier, or -1
    /// where \p documents holds a new one; the other texts are not looked at.
    InvertedIndex(const InvertedIndex &earlier, const QList<int> &kept, const QStringList &documents);

    /// Documents that are gone but still take room; many of them are worth a new index.
    qsizetype gone() const { return m_documents - qsizetype(m_documentAt->size()); }

    TextScores search(QStringView query) const;

private:
    struct Posting {
        int document = 0;
        float share = 0;     ///< of the term's weight that the document gets, 0 to 1
    };
    struct Wanted {
        QString stem;
        double weight = 0;
        const QList<Posting> *postings = nullptr;
    };

    int add(QStringView document);
    std::vector<Wanted> wanted(QStringView query) const;

    IdfTable m_idf;
    int m_documents = 0;                                 ///< numbers given so far
    std::shared_ptr<const std::vector<int>> m_documentAt;    ///< by position
    QHash<QString, QList<Posting>> m_postings;           ///< by stem, documents ascending; looked up, never walked
};

} // namespace autodidact
