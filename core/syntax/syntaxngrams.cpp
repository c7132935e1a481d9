#include "core/syntax/syntaxngrams.h"

#include "core/base/random.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isComment(const SyntaxNode &node)
{
    return node.kind().endsWith("comment");
}

/// A string that stands alone as a statement does nothing.
bool isDocstring(const SyntaxNode &node)
{
    if (node.kind() != "expression_statement")
        return false;
    const std::vector<SyntaxNode> parts = node.namedChildren();
    return parts.size() == 1 && parts.front().kind() == "string";
}

bool isPunctuation(const SyntaxNode &node)
{
    static constexpr std::string_view marks = "()[]{},;:.";
    return !node.isNamed() && node.kind().size() == 1 && marks.contains(node.kind().front());
}

/// Literals and names count as one node; only strings with code inside are looked into.
bool isLeaf(const SyntaxNode &node)
{
    if (!node.kind().contains("string"))
        return false;
    const std::vector<SyntaxNode> parts = node.namedChildren();
    return std::ranges::none_of(parts, [](const SyntaxNode &part) {
        return part.kind() == "interpolation" || part.kind() == "template_substitution";
    });
}

void parseInto(SyntaxNgrams &grams, Language language, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    if (const Result<SyntaxTree> tree = SyntaxTree::parse(language, text.toUtf8()))
        grams.add(SyntaxNgrams::ofTree(*tree));
}

double similarity(Language language, const QString &a, const QString &b, SyntaxNgrams (*gramsOf)(const SyntaxTree &))
{
    const Result<SyntaxTree> treeA = SyntaxTree::parse(language, a.toUtf8());
    const Result<SyntaxTree> treeB = SyntaxTree::parse(language, b.toUtf8());
    if (!treeA || !treeB)
        return 0;
    return SyntaxNgrams::dice(gramsOf(*treeA), gramsOf(*treeB));
}

} // namespace

SyntaxNgrams SyntaxNgrams::ofTree(const SyntaxTree &tree)
{
    std::vector<quint64> kinds;
    SyntaxTree::walk(tree.root(), [&kinds](const SyntaxNode &node) {
        if (isComment(node) || isDocstring(node))
            return Walk::Over;
        if (!isPunctuation(node) && node.end() > node.start())
            kinds.push_back(stableHash(node.kind()));
        return isLeaf(node) ? Walk::Over : Walk::Into;
    });
    return of(kinds, treeLength);
}

SyntaxNgrams SyntaxNgrams::ofTokens(const SyntaxTree &tree)
{
    std::vector<quint64> tokens;
    SyntaxTree::walk(tree.root(), [&tokens](const SyntaxNode &node) {
        if (isComment(node) || isDocstring(node))
            return Walk::Over;
        const bool leaf = isLeaf(node) || node.children().empty();
        if (leaf && node.end() > node.start())
            tokens.push_back(stableHash(node.text()));
        return leaf ? Walk::Over : Walk::Into;
    });
    return of(tokens, tokenLength);
}

SyntaxNgrams SyntaxNgrams::of(const std::vector<quint64> &sequence, int length)
{
    SyntaxNgrams grams;
    if (sequence.empty())
        return grams;
    const size_t width = std::min(size_t(length), sequence.size());
    for (size_t start = 0; start + width <= sequence.size(); ++start) {
        const QByteArrayView bytes(reinterpret_cast<const char *>(&sequence[start]), qsizetype(width * sizeof(quint64)));
        grams.m_grams.push_back(stableHash(bytes));
    }
    std::ranges::sort(grams.m_grams);
    return grams;
}

void SyntaxNgrams::add(const SyntaxNgrams &other)
{
    m_grams.insert(m_grams.end(), other.m_grams.begin(), other.m_grams.end());
    std::ranges::sort(m_grams);
}

qsizetype SyntaxNgrams::common(const SyntaxNgrams &a, const SyntaxNgrams &b)
{
    std::vector<quint64> both;
    std::ranges::set_intersection(a.m_grams, b.m_grams, std::back_inserter(both));
    return qsizetype(both.size());
}

double SyntaxNgrams::dice(const SyntaxNgrams &a, const SyntaxNgrams &b)
{
    if (a.size() + b.size() == 0)
        return 1;
    return 2.0 * double(common(a, b)) / double(a.size() + b.size());
}

double treeSimilarity(Language language, const QString &a, const QString &b)
{
    return similarity(language, a, b, &SyntaxNgrams::ofTree);
}

double tokenSimilarity(Language language, const QString &a, const QString &b)
{
    return similarity(language, a, b, &SyntaxNgrams::ofTokens);
}

double coverage(Language language, const QString &carried, const QString &reference)
{
    static const QRegularExpression fence(u"^ {0,3}(```+|~~~+)[^\\n]*\\n(.*?)^ {0,3}\\1[ \\t]*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    SyntaxNgrams grams;
    QString rest;
    qsizetype from = 0;
    for (auto match = fence.globalMatch(carried); match.hasNext();) {
        const QRegularExpressionMatch block = match.next();
        rest += QStringView(carried).sliced(from, block.capturedStart() - from);
        parseInto(grams, language, block.captured(2));
        from = block.capturedEnd();
    }
    rest += QStringView(carried).sliced(from);
    parseInto(grams, language, rest);

    SyntaxNgrams wanted;
    parseInto(wanted, language, reference);
    if (wanted.size() == 0)
        return 0;
    return double(SyntaxNgrams::common(grams, wanted)) / double(wanted.size());
}

} // namespace autodidact
