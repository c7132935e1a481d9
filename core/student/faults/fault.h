#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace autodidact {

/// The kinds of mistakes the student makes. Persisted by name; the numbers seed random choices: never renumber.
enum class FaultFamily {
    OffByOneRange = 1, Boundary = 2, Comparison = 3, NoneHandling = 4, EmptyInput = 5, Operator = 6,
    IntegerDivision = 7, CaseSensitivity = 8, MutatedArgument = 9, MissingImport = 10, WrongReturn = 11,
    EarlyReturn = 12, InfiniteLoop = 13, SyntaxSlip = 14, SortOrder = 15, ShallowCopy = 16,
    DefaultArgument = 17, AccumulatorInit = 18, IndexBase = 19, StringFormat = 20, DuplicateHandling = 21,
};

inline constexpr int faultFamilyCount = 21;

QString toString(FaultFamily family);                              ///< "off_by_one_range", …
std::optional<FaultFamily> faultFamilyFromString(QStringView name);

/// All families, in the order of their numbers.
std::array<FaultFamily, faultFamilyCount> allFaultFamilies();

/// Bytes [start, end) of a program give way to a text.
struct Replacement {
    qsizetype start = 0;
    qsizetype end = 0;
    QByteArray text;

    bool operator==(const Replacement &) const = default;
};

/// One place where one mistake can be made.
struct FaultSite {
    FaultFamily family = FaultFamily::OffByOneRange;
    std::vector<Replacement> pieces;   ///< in order of the text, not overlapping
    int line = 0;                      ///< of the untouched program, from 1
    int rank = 0;                      ///< 0 for places where the mistake is likely to show; higher is weaker
    QByteArray before;                 ///< the line as it was, trimmed
    QByteArray after;                  ///< the first changed line as it is then, trimmed

    bool operator==(const FaultSite &) const = default;
};

/// The program with the pieces put in.
QByteArray applied(const QByteArray &program, const std::vector<Replacement> &pieces);

} // namespace autodidact
