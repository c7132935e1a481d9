#include "core/student/lore.h"

#include "core/base/json.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QList<QStringList> cuesFrom(const QJsonValue &value)
{
    QList<QStringList> cues;
    for (const QJsonValue &cue : value.toArray())
        cues.append(toStringList(cue.toArray()));
    return cues;
}

QStringList wordsOf(const QString &sentence)
{
    static const QRegularExpression word(u"[a-z][a-z'-]*"_s);
    QStringList words;
    for (auto match = word.globalMatch(sentence); match.hasNext();)
        words.append(match.next().captured());
    return words;
}

bool holdsAll(const QStringList &words, const QStringList &cue)
{
    return std::ranges::all_of(cue, [&words](const QString &beginning) {
        return std::ranges::any_of(words, [&beginning](const QString &word) { return word.startsWith(beginning); });
    });
}

bool holdsAny(const QStringList &words, const QList<QStringList> &cues)
{
    return std::ranges::any_of(cues, [&words](const QStringList &cue) { return holdsAll(words, cue); });
}

} // namespace

Result<Lore> Lore::bundled()
{
    QFile file(u":/student/families.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"the student's families are not built in"_s);
    const Result<QJsonObject> json = parseJsonObject(file.readAll(), u"student/families.json"_s);
    if (!json)
        return std::unexpected(json.error());
    return fromJson(*json);
}

Result<Lore> Lore::fromJson(const QJsonObject &json)
{
    Lore lore;
    FamilySet seen;
    for (const QJsonValue &value : json["families"_L1].toArray()) {
        const QString id = value["id"_L1].toString();
        const std::optional<FaultFamily> family = faultFamilyFromString(id);
        if (!family)
            return fail(ErrorKind::BadInput, u"student/families.json: unknown family \"%1\""_s.arg(id));
        FamilyLore &entry = lore.m_families.at(size_t(*family) - 1);
        entry.title = value["title"_L1].toString();
        entry.topic = value["topic"_L1].toString();
        for (const QString &name : toStringList(value["classes"_L1].toArray()))
            entry.classes.append(errorClassFromString(name).value_or(ErrorClass::Logic));
        entry.remedies = toStringList(value["remedies"_L1].toArray());
        entry.whys = toStringList(value["whys"_L1].toArray());
        entry.when = value["when"_L1].toString();
        entry.cues = cuesFrom(value["cues"_L1]);
        if (entry.remedies.isEmpty() || entry.whys.isEmpty() || entry.cues.isEmpty())
            return fail(ErrorKind::BadInput, u"student/families.json: family \"%1\" lacks texts"_s.arg(id));
        seen |= only(*family);
    }
    lore.m_contrary = cuesFrom(json["contrary"_L1]);
    lore.m_harmful = toStringList(json["harmful"_L1].toArray());
    lore.m_useless = toStringList(json["useless"_L1].toArray());
    if (!seen.all() || lore.m_harmful.isEmpty() || lore.m_useless.isEmpty())
        return fail(ErrorKind::BadInput, u"student/families.json: families or rules are missing"_s);
    return lore;
}

namespace {

/// "Cause: operator" and "logic error: operator" name a family; so does a name with an underscore anywhere. Other
/// names are plain words, and a rule that says "operator" need not be about a wrong one.
bool names(const QString &sentence, const QString &family)
{
    if (family.contains(u'_'))
        return sentence.contains(family);
    return sentence.trimmed().endsWith(u"cause: "_s + family)
        || sentence.trimmed().endsWith(u"error: "_s + family);
}

} // namespace

Meaning Lore::meaningOf(const QString &text) const
{
    static const QRegularExpression sentenceEnd(u"[.!?;]\\s|[.!?;]$|\\n"_s);
    Meaning meaning;
    for (const QString &sentence : text.toLower().split(sentenceEnd, Qt::SkipEmptyParts)) {
        const QStringList words = wordsOf(sentence);
        const bool contrary = holdsAny(words, m_contrary);
        for (const FaultFamily family : allFaultFamilies()) {
            if (names(sentence, toString(family)) || holdsAny(words, of(family).cues))
                (contrary ? meaning.hurts : meaning.helps) |= only(family);
        }
    }
    return meaning;
}

FamilySet Lore::consistentWith(ErrorClass errorClass) const
{
    FamilySet set;
    for (const FaultFamily family : allFaultFamilies()) {
        if (of(family).classes.contains(errorClass))
            set |= only(family);
    }
    return set.any() ? set : FamilySet().set();
}

} // namespace autodidact
