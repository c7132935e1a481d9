#pragma once

#include <QStringList>

namespace autodidact {

/// One thing to look for: a word, or several in a row.
struct SearchTerm {
    QStringList words;

    bool operator==(const SearchTerm &) const = default;
};

/// Words of \p text for the index, in lower case: identifiers whole and in their parts (snake_case, camelCase),
/// Chinese, Japanese and Korean one character a word.
QStringList indexWords(QStringView text);

/// Terms to look for, without repeats: identifiers by their parts, a run of CJK characters as one phrase.
QList<SearchTerm> searchTerms(QStringView text);

/// The same with CJK phrases cut into pairs of characters: a whole sentence would never be found again.
QList<SearchTerm> loosened(const QList<SearchTerm> &terms);

} // namespace autodidact
