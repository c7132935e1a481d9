#include "core/student/faults/faultsites.h"

#include <algorithm>

namespace autodidact {

namespace {

/// The line of the text that holds this byte, trimmed.
QByteArray lineAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype at = std::min(offset, text.size());
    const qsizetype from = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const qsizetype to = text.indexOf('\n', at);
    return text.sliced(from, (to < 0 ? text.size() : to) - from).trimmed();
}

QByteArray lineOf(const QByteArray &text, int line)
{
    return text.split('\n').value(line - 1).trimmed();
}

} // namespace

std::vector<FaultSite> candidateSites(const SeenProgram &program, FaultFamily family)
{
    std::vector<FaultSite> sites;
    const auto found = [&](const SyntaxNode &at, int rank, std::vector<Replacement> pieces) {
        std::ranges::sort(pieces, {}, &Replacement::start);
        sites.push_back({.family = family, .pieces = std::move(pieces), .line = at.line(), .rank = rank});
    };
    program.visit(family, found);
    std::ranges::stable_sort(sites, {}, [](const FaultSite &site) { return site.pieces.front().start; });
    return sites;
}

std::optional<FaultSite> triedOut(const SeenProgram &program, FaultSite candidate)
{
    const QByteArray &source = program.source();
    const QByteArray edited = applied(source, candidate.pieces);
    const Result<SyntaxTree> tree = SyntaxTree::parse(program.tree().language(), edited);
    if (edited == source || !tree || tree->hasError() != (candidate.family == FaultFamily::SyntaxSlip))
        return std::nullopt;
    candidate.before = lineOf(source, candidate.line);
    candidate.after = lineAt(edited, candidate.pieces.front().start);
    return candidate;
}

std::vector<FaultSite> faultSites(const SyntaxTree &tree, FaultFamily family)
{
    const SeenProgram program(tree);
    std::vector<FaultSite> sites;
    for (const FaultSite &candidate : candidateSites(program, family)) {
        if (std::optional<FaultSite> site = triedOut(program, candidate))
            sites.push_back(std::move(*site));
    }
    return sites;
}

} // namespace autodidact
