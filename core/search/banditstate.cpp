#include "core/search/banditstate.h"

#include <QJsonArray>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject toJson(const OptionState &option)
{
    return {{u"picks"_s, option.picks}, {u"pulls"_s, option.pulls}, {u"reward"_s, option.reward}, {u"weight"_s, option.weight}};
}

bool isPossible(const OptionState &option)
{
    constexpr double rounding = 1e-9;
    return option.picks >= 0 && option.pulls >= 0 && option.pulls <= option.picks + rounding && option.reward >= 0
        && option.reward <= option.pulls + rounding && std::isfinite(option.weight);
}

OptionState optionFromJson(const QJsonObject &json)
{
    // What is absent or no number becomes impossible.
    return {json[u"picks"_s].toInt(-1), json[u"pulls"_s].toDouble(-1), json[u"reward"_s].toDouble(-1),
            json[u"weight"_s].toDouble(std::nan(""))};
}

} // namespace

BanditState BanditState::fresh(qsizetype options)
{
    return {QList<OptionState>(options), 0};
}

double BanditState::pulls() const
{
    return std::accumulate(options.begin(), options.end(), 0.0,
                           [](double sum, const OptionState &option) { return sum + option.pulls; });
}

int BanditState::picks() const
{
    return std::accumulate(options.begin(), options.end(), 0,
                           [](int sum, const OptionState &option) { return sum + option.picks; });
}

QJsonObject BanditState::toJson() const
{
    QJsonArray array;
    for (const OptionState &option : options)
        array.append(autodidact::toJson(option));
    return {{u"options"_s, array}, {u"baseline"_s, baseline}};
}

Result<BanditState> BanditState::fromJson(const QJsonObject &json, qsizetype options, const QString &where)
{
    const QJsonArray array = json[u"options"_s].toArray();
    if (array.size() != options) {
        return fail(ErrorKind::BadInput,
                    u"%1: %2 options are expected here, %3 are there"_s.arg(where).arg(options).arg(array.size()));
    }
    BanditState state;
    state.baseline = json[u"baseline"_s].toDouble(-1);
    if (state.baseline < 0 || state.baseline > 1)
        return fail(ErrorKind::BadInput, u"%1: \"baseline\" must be a number from 0 to 1"_s.arg(where));
    for (const QJsonValue &value : array) {
        state.options.append(optionFromJson(value.toObject()));
        if (!isPossible(state.options.last())) {
            return fail(ErrorKind::BadInput,
                        u"%1: option %2 needs the numbers 0 <= reward <= pulls <= picks, and a weight"_s.arg(where)
                            .arg(state.options.size() - 1));
        }
    }
    return state;
}

} // namespace autodidact
