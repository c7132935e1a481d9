#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace autodidact {

/// What several words mean: an array, a list and a vector are one concept.
struct Concept {
    int number = 0;    ///< from 0
    double weight = 0; ///< how much it says that a text is about it, when a rare word tells so

    bool operator==(const Concept &) const = default;
};

/// Which concepts a word stands for: lets texts meet that say the same in other words, or in
/// another programming language.
class Concepts {
public:
    Concepts();

    QList<Concept> of(const QString &stem) const; ///< of stemOf() of a word; often none
    int size() const { return m_size; }           ///< how many concepts there are

private:
    int m_size = 0;
    QHash<QString, QList<Concept>> m_byStem; ///< looked up, never walked
};

} // namespace autodidact
