#include "core/memory/opposites.h"

#include "core/memory/terms.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LeastShared = 2; ///< content words that two clauses about the same share
constexpr double SharedPart = 0.5;   ///< of all content words of both

struct Pair {
    QLatin1StringView one;
    QLatin1StringView other;
};

constexpr std::array Antonyms{Pair{"before"_L1, "after"_L1}, Pair{"first"_L1, "last"_L1},
    Pair{"ascending"_L1, "descending"_L1}, Pair{"inclusive"_L1, "exclusive"_L1},
    Pair{"include"_L1, "exclude"_L1}, Pair{"more"_L1, "less"_L1}, Pair{"add"_L1, "remove"_L1},
    Pair{"add"_L1, "subtract"_L1}, Pair{"keep"_L1, "drop"_L1}, Pair{"keep"_L1, "remove"_L1},
    Pair{"copy"_L1, "mutate"_L1}, Pair{"increase"_L1, "decrease"_L1}, Pair{"true"_L1, "false"_L1},
    Pair{"left"_L1, "right"_L1}, Pair{"start"_L1, "end"_L1}, Pair{"upper"_L1, "lower"_L1},
    Pair{"integer"_L1, "float"_L1}, Pair{"iterative"_L1, "recursive"_L1},
    Pair{"largest"_L1, "smallest"_L1}, Pair{"maximum"_L1, "minimum"_L1},
    Pair{"sensitive"_L1, "insensitive"_L1}, Pair{"mutable"_L1, "immutable"_L1},
    Pair{"greater"_L1, "smaller"_L1}, Pair{"allow"_L1, "forbid"_L1}};

const QSet<QString> &negations()
{
    static const QSet<QString> words{u"not"_s, u"never"_s, u"no"_s, u"without"_s, u"avoid"_s,
        u"skip"_s, u"omit"_s, u"ignore"_s, u"cannot"_s, u"不"_s, u"别"_s, u"勿"_s, u"没"_s, u"无"_s,
        u"忽"_s};
    return words;
}

/// Words that carry nothing of what a clause is about.
const QSet<QString> &fillers()
{
    static const QSet<QString> words{u"a"_s, u"an"_s, u"the"_s, u"of"_s, u"to"_s, u"in"_s, u"on"_s,
        u"at"_s, u"is"_s, u"are"_s, u"be"_s, u"it"_s, u"its"_s, u"this"_s, u"that"_s, u"and"_s,
        u"or"_s, u"for"_s, u"with"_s, u"when"_s, u"if"_s, u"do"_s, u"does"_s, u"always"_s,
        u"must"_s, u"should"_s, u"you"_s, u"them"_s, u"by"_s, u"as"_s, u"from"_s, u"的"_s, u"要"_s,
        u"应"_s, u"该"_s, u"总"_s, u"是"_s};
    return words;
}

struct Clause {
    QSet<QString> content; ///< antonyms left out
    QSet<QString> antonyms;
    QString negation; ///< the last one
    bool negated = false;
};

bool isAntonym(const QString &word)
{
    return std::ranges::any_of(
        Antonyms, [&](const Pair &pair) { return word == pair.one || word == pair.other; });
}

Clause read(const QString &text)
{
    static const QRegularExpression contracted(
        u"\\b(do|does|is|are|must|should|can|will)n['’]t\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.replace(contracted, u"not"_s);
    Clause clause;
    for (const QString &word : termsOf(plain)) {
        const bool wide = word.size() > 1 && word.at(0).script() == QChar::Script_Han;
        if (negations().contains(word)) {
            clause.negated = !clause.negated;
            clause.negation = word;
        } else if (isAntonym(word)) {
            clause.antonyms.insert(word);
        } else if (!fillers().contains(word) && !wide) {
            clause.content.insert(
                word); // of Chinese single characters: pairs straddle the negation
        }
    }
    return clause;
}

QList<Clause> clausesOf(const QString &text)
{
    static const QRegularExpression ends(u"[.;:!?,\\n。；：！？，]+|\\bbut\\b"_s);
    QList<Clause> clauses;
    for (const QString &part : text.split(ends, Qt::SkipEmptyParts)) {
        Clause clause = read(part);
        if (!clause.content.isEmpty())
            clauses.append(std::move(clause));
    }
    return clauses;
}

bool sameSubject(const Clause &a, const Clause &b)
{
    const qsizetype shared = (a.content & b.content).size();
    const qsizetype all = (a.content | b.content).size();
    return shared >= LeastShared && double(shared) >= SharedPart * double(all);
}

std::optional<QString> antonymCue(const Clause &a, const Clause &b)
{
    for (const Pair &pair : Antonyms) {
        const QString one(pair.one);
        const QString other(pair.other);
        const auto only = [](const Clause &clause, const QString &has, const QString &lacks) {
            return clause.antonyms.contains(has) && !clause.antonyms.contains(lacks);
        };
        if ((only(a, one, other) && only(b, other, one))
            || (only(a, other, one) && only(b, one, other)))
            return one + u"/"_s + other;
    }
    return std::nullopt;
}

std::optional<QString> opposed(const Clause &a, const Clause &b)
{
    const bool negated = a.negated != b.negated;
    const std::optional<QString> antonyms = antonymCue(a, b);
    if (negated == antonyms.has_value()) // both turn it round twice
        return std::nullopt;
    return negated ? (a.negated ? a.negation : b.negation) : antonyms;
}

} // namespace

std::optional<QString> oppositeCue(const QString &a, const QString &b)
{
    const QList<Clause> left = clausesOf(a);
    const QList<Clause> right = clausesOf(b);
    struct Opposed {
        qsizetype one;
        qsizetype other;
        QString cue;
    };
    QList<Opposed> found;
    QSet<qsizetype> agreeing; // clauses of the left, and those of the right behind them
    for (qsizetype i = 0; i < left.size(); ++i) {
        for (qsizetype j = 0; j < right.size(); ++j) {
            if (!sameSubject(left.at(i), right.at(j)))
                continue;
            if (const std::optional<QString> cue = opposed(left.at(i), right.at(j)))
                found.append({i, j, *cue});
            else
                agreeing << i << left.size() + j;
        }
    }
    // Who says both says neither.
    for (const Opposed &pair : std::as_const(found)) {
        if (!agreeing.contains(pair.one) && !agreeing.contains(left.size() + pair.other))
            return pair.cue;
    }
    return std::nullopt;
}

} // namespace autodidact
