#pragma once

#include "core/base/error.h"
#include "core/domain/verdict.h"
#include "core/student/faults/fault.h"

#include <QJsonObject>

#include <bitset>

namespace autodidact {

using FamilySet = std::bitset<faultFamilyCount>;

inline FamilySet only(FaultFamily family) { return FamilySet().set(size_t(family) - 1); }
inline bool holds(const FamilySet &set, FaultFamily family) { return set.test(size_t(family) - 1); }

/// What can be said about one kind of mistake.
struct FamilyLore {
    QString title;
    QString topic;                    ///< fits "do not bother about …"
    QList<ErrorClass> classes;        ///< how it shows
    QStringList remedies;             ///< rules that help against it
    QStringList whys;                 ///< explanations of it
    QString when;
    QList<QStringList> cues;          ///< beginnings of words that must all stand in one sentence
};

/// What a text says about mistakes.
struct Meaning {
    FamilySet helps;                  ///< its remedy is given, or it is named
    FamilySet hurts;                  ///< the text says not to care

    bool none() const { return helps.none() && hurts.none(); }
};

/// The student's knowledge of its own mistakes, in words. Its way of understanding a text (word beginnings in one
/// sentence) is its own: it shares no code with the embedder or with the optimiser. Immutable.
class Lore
{
public:
    /// As shipped. BadInput names what is wrong with the file.
    static Result<Lore> bundled();
    static Result<Lore> fromJson(const QJsonObject &json);

    const FamilyLore &of(FaultFamily family) const { return m_families.at(size_t(family) - 1); }
    const QStringList &harmfulRules() const { return m_harmful; }     ///< with {topic}
    const QStringList &uselessRules() const { return m_useless; }

    Meaning meaningOf(const QString &text) const;

    /// Families that can show as this class; all of them when none does.
    FamilySet consistentWith(ErrorClass errorClass) const;

private:
    std::array<FamilyLore, faultFamilyCount> m_families;
    QList<QStringList> m_contrary;
    QStringList m_harmful;
    QStringList m_useless;
};

} // namespace autodidact
