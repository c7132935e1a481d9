#include "core/safety/paircounts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Pair pairOf(bool newer, bool older)
{
    return static_cast<Pair>(int(newer) - int(older));
}

void PairCounts::add(Pair pair)
{
    switch (pair) {
    case Pair::Worse: ++worse; break;
    case Pair::Equal: ++equal; break;
    case Pair::Better: ++better; break;
    }
}

QJsonObject PairCounts::toJson() const
{
    return {{u"worse"_s, worse}, {u"equal"_s, equal}, {u"better"_s, better}};
}

Result<PairCounts> PairCounts::fromJson(const QJsonObject &json, const QString &where)
{
    constexpr int most = 300'000'000;   // so that their sum is an int
    PairCounts counts;
    for (const auto &[name, count] : {std::pair(u"worse"_s, &counts.worse), std::pair(u"equal"_s, &counts.equal),
                                      std::pair(u"better"_s, &counts.better)}) {
        *count = json[name].toInt(-1);
        if (*count < 0 || *count > most)
            return fail(ErrorKind::BadInput, u"%1: \"%2\" must be a count of pairs, 0 or more"_s.arg(where, name));
    }
    return counts;
}

} // namespace autodidact
