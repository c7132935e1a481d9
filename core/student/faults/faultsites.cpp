#include "core/student/faults/faultsites.h"

#include "core/student/faults/operators.h"

#include <algorithm>

namespace autodidact {

namespace {

using Operator = void (*)(const PythonProgram &, const faults::Found &);

constexpr std::array<Operator, faultFamilyCount> operators{
    faults::offByOneRange, faults::boundary, faults::comparison, faults::noneHandling, faults::emptyInput,
    faults::wrongOperator, faults::integerDivision, faults::caseSensitivity, faults::mutatedArgument,
    faults::missingImport, faults::wrongReturn, faults::earlyReturn, faults::infiniteLoop, faults::syntaxSlip,
    faults::sortOrder, faults::shallowCopy, faults::defaultArgument, faults::accumulatorInit, faults::indexBase,
    faults::stringFormat, faults::duplicateHandling,
};

/// The line of the text that holds this byte, trimmed.
QByteArray lineAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype at = std::min(offset, text.size());
    const qsizetype from = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const qsizetype to = text.indexOf('\n', at);
    return text.sliced(from, (to < 0 ? text.size() : to) - from).trimmed();
}

bool isWanted(const SyntaxTree &program, const FaultSite &site, const QByteArray &edited)
{
    if (edited == program.source())
        return false;
    const Result<SyntaxTree> tree = SyntaxTree::parse(program.language(), edited);
    return tree && tree->hasError() == (site.family == FaultFamily::SyntaxSlip);
}

} // namespace

std::vector<FaultSite> faultSites(const SyntaxTree &program, FaultFamily family)
{
    std::vector<FaultSite> sites;
    const auto found = [&](const SyntaxNode &at, int rank, std::vector<Replacement> pieces) {
        std::ranges::sort(pieces, {}, &Replacement::start);
        FaultSite site{.family = family, .pieces = std::move(pieces), .line = at.line(), .rank = rank};
        const QByteArray edited = applied(program.source(), site.pieces);
        if (!isWanted(program, site, edited))
            return;
        site.before = lineAt(program.source(), at.start());
        site.after = lineAt(edited, site.pieces.front().start);
        sites.push_back(std::move(site));
    };
    operators.at(size_t(family) - 1)(PythonProgram(program), found);
    std::ranges::stable_sort(sites, {}, [](const FaultSite &site) { return site.pieces.front().start; });
    return sites;
}

} // namespace autodidact
