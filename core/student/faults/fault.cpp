#include "core/student/faults/fault.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr std::array<QLatin1StringView, faultFamilyCount> names{
    "off_by_one_range"_L1, "boundary"_L1, "comparison"_L1, "none_handling"_L1, "empty_input"_L1, "operator"_L1,
    "integer_division"_L1, "case_sensitivity"_L1, "mutated_argument"_L1, "missing_import"_L1, "wrong_return"_L1,
    "early_return"_L1, "infinite_loop"_L1, "syntax_slip"_L1, "sort_order"_L1, "shallow_copy"_L1,
    "default_argument"_L1, "accumulator_init"_L1, "index_base"_L1, "string_format"_L1, "duplicate_handling"_L1,
};

} // namespace

QString toString(FaultFamily family)
{
    return QString(names.at(size_t(family) - 1));
}

std::optional<FaultFamily> faultFamilyFromString(QStringView name)
{
    for (const FaultFamily family : allFaultFamilies()) {
        if (name == names.at(size_t(family) - 1))
            return family;
    }
    return std::nullopt;
}

std::array<FaultFamily, faultFamilyCount> allFaultFamilies()
{
    std::array<FaultFamily, faultFamilyCount> all{};
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = FaultFamily(i + 1);
    return all;
}

QByteArray applied(const QByteArray &program, const std::vector<Replacement> &pieces)
{
    QByteArray result;
    qsizetype from = 0;
    for (const Replacement &piece : pieces) {
        result += QByteArrayView(program).sliced(from, piece.start - from);
        result += piece.text;
        from = piece.end;
    }
    result += QByteArrayView(program).sliced(from);
    return result;
}

} // namespace autodidact
