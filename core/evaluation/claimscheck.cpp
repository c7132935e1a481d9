#include "core/evaluation/claimscheck.h"

#include "core/evaluation/metrics.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString joined(const QList<int> &numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(u", "_s);
}

/// Letters and digits alone: "Empty input" and "empty_input" name the same.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

ClaimState stateOf(bool holds)
{
    return holds ? ClaimState::Supported : ClaimState::Contradicted;
}

Claim classClaim(ErrorClass stated, const std::optional<VerdictSummary> &hidden)
{
    Claim claim{u"class"_s, toString(stated), {}, ClaimState::Unverifiable};
    if (hidden && hidden->counts()) {
        claim.found = toString(hidden->errorClass);
        claim.state = stateOf(hidden->errorClass == stated);
    }
    return claim;
}

Claim linesClaim(const QList<int> &stated, const QString &code, const std::optional<QList<int>> &touched)
{
    Claim claim{u"lines"_s, joined(stated), {}, ClaimState::Unverifiable};
    const QStringList lines = code.split(u'\n');
    const bool exist = std::ranges::all_of(stated, [&](int line) { return line >= 1 && line <= lines.size() && !lines[line - 1].trimmed().isEmpty(); });
    if (!exist) {
        claim.found = u"the program has %1 lines, and nothing stands there"_s.arg(lines.size());
        claim.state = ClaimState::Contradicted;
    } else if (touched && !touched->isEmpty()) {
        claim.found = joined(*touched);
        claim.state = stateOf(std::ranges::any_of(stated, [&](int line) { return touched->contains(line); }));
    }
    return claim;
}

Claim causeClaim(const QString &stated, const QStringList &faults)
{
    Claim claim{u"cause"_s, stated, faults.join(u", "_s), ClaimState::Unverifiable};
    if (!faults.isEmpty())
        claim.state = stateOf(std::ranges::any_of(faults, [&](const QString &fault) { return plain(fault) == plain(stated); }));
    return claim;
}

} // namespace

QList<Claim> checkClaims(const Reflection &reflection, const AttemptRecord &attempt, const std::optional<QList<int>> &touched)
{
    QList<Claim> claims;
    if (reflection.origin == ReflectionOrigin::RuleBased)
        return claims;
    if (reflection.statedClass)
        claims.append(classClaim(*reflection.statedClass, attempt.hidden));
    if (!reflection.statedLines.isEmpty())
        claims.append(linesClaim(reflection.statedLines, attempt.code, touched));
    if (!reflection.statedCause.isEmpty())
        claims.append(causeClaim(reflection.statedCause, manifestFamilies(attempt.manifest)));
    return claims;
}

} // namespace autodidact
