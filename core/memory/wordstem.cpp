#include "core/memory/wordstem.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype ShortestTerm = 4;
constexpr qsizetype ShortestStem = 3;

bool isPlain(const QString &term)
{
    return std::ranges::all_of(term, [](QChar c) { return c >= u'a' && c <= u'z'; });
}

bool hasVowel(QStringView word)
{
    return std::ranges::any_of(word, [](QChar c) { return QStringView(u"aeiouy").contains(c); });
}

void dropPlural(QString &word)
{
    if (word.endsWith("ies"_L1) && word.size() > 4)
        word.replace(word.size() - 3, 3, u"y"_s);
    else if (word.endsWith("sses"_L1) || word.endsWith("ches"_L1) || word.endsWith("shes"_L1)
        || word.endsWith("xes"_L1))
        word.chop(2);
    else if (word.endsWith(u's') && !word.endsWith("ss"_L1) && !word.endsWith("us"_L1)
        && !word.endsWith("is"_L1))
        word.chop(1);
}

void dropEnding(QString &word)
{
    constexpr std::array endings{"ing"_L1, "ed"_L1, "er"_L1, "est"_L1, "ly"_L1};
    for (const QLatin1StringView ending : endings) {
        const qsizetype left = word.size() - ending.size();
        if (!word.endsWith(ending) || left < ShortestStem
            || !hasVowel(QStringView(word).first(left)))
            continue;
        word.truncate(left);
        const QChar last = word.back();
        const bool doubled =
            left > ShortestStem && last == word.at(left - 2); // "stopped", but not "filled"
        if (doubled && last != u'l' && last != u's' && last != u'z')
            word.chop(1);
        return;
    }
}

} // namespace

QString stemOf(const QString &term)
{
    if (term.size() < ShortestTerm || !isPlain(term))
        return term;
    QString word = term;
    dropPlural(word);
    dropEnding(word);
    if (word.endsWith(u'e') && word.size() > ShortestStem)
        word.chop(1);
    if (word.endsWith(u'y') && word.size() > ShortestStem)
        word.back() = u'i';
    return word;
}

} // namespace autodidact
