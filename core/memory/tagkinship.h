#pragma once

#include <QHash>
#include <QStringList>

namespace autodidact {

/// How much tags have in common. A tag tells the more the fewer memories have it.
class TagKinship {
public:
    /// \p known: the tags of every memory that a search looks at; decides what a tag tells.
    explicit TagKinship(const QList<QStringList> &known);

    /// Cosine of two lists without repeats, where a tag weighs the root of its inverse document
    /// frequency, ln((1 + memories) / memories with the tag): 1 when they are equal, 0 when they
    /// have nothing in common or one is empty.
    double between(const QStringList &a, const QStringList &b) const;

private:
    double weight(const QString &tag) const;
    double sum(const QStringList &tags) const;

    double m_strange;                 ///< weight of a tag that no memory has
    QHash<QString, double> m_weights; ///< looked up; walked only where the order does not matter
};

} // namespace autodidact
