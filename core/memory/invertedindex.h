#pragma once

#include "core/memory/idftable.h"

#include <QHash>
#include <QList>

#include <functional>

namespace autodidact {

struct TextHit {
    int position = 0;        ///< of the document, from 0
    double score = 0;        ///< share of the query terms' IDF that the document holds, 0 to 1

    bool operator==(const TextHit &) const = default;
};

/// Full text over a fixed list of documents, by the eight rarest terms of a query: common terms
/// have the longest lists and say the least.
class InvertedIndex
{
public:
    static constexpr int QueryTerms = 8;

    using Filter = std::function<bool(int position)>;

    InvertedIndex(const QStringList &documents, IdfTable idf);

    /// The \p k best that pass the filter, best first, ties by position.
    QList<TextHit> search(QStringView query, int k, const Filter &filter = {}) const;

private:
    IdfTable m_idf;
    int m_documents;
    QHash<QString, QList<int>> m_positions;   ///< by term, ascending; looked up, never walked
};

} // namespace autodidact
