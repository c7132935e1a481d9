#include "core/syntax/syntaxtree.h"

extern "C" {
const TSLanguage *tree_sitter_python();
#ifdef AUTODIDACT_GRAMMAR_JAVA
const TSLanguage *tree_sitter_java();
#endif
#ifdef AUTODIDACT_GRAMMAR_JAVASCRIPT
const TSLanguage *tree_sitter_javascript();
#endif
#ifdef AUTODIDACT_GRAMMAR_RUST
const TSLanguage *tree_sitter_rust();
#endif
}

using namespace Qt::StringLiterals;

namespace autodidact {

namespace detail {

struct TreeDeleter {
    void operator()(TSTree *tree) const { ts_tree_delete(tree); }
};

struct ParsedText {
    Language language;
    QByteArray source;
    std::unique_ptr<TSTree, TreeDeleter> tree;
};

} // namespace detail

namespace {

struct ParserDeleter {
    void operator()(TSParser *parser) const { ts_parser_delete(parser); }
};

const TSLanguage *grammarOf(Language language)
{
    switch (language) {
    case Language::Python:
        return tree_sitter_python();
    case Language::Java:
#ifdef AUTODIDACT_GRAMMAR_JAVA
        return tree_sitter_java();
#else
        break;
#endif
    case Language::JavaScript:
#ifdef AUTODIDACT_GRAMMAR_JAVASCRIPT
        return tree_sitter_javascript();
#else
        break;
#endif
    case Language::Rust:
#ifdef AUTODIDACT_GRAMMAR_RUST
        return tree_sitter_rust();
#else
        break;
#endif
    }
    return nullptr;
}

} // namespace

bool hasGrammar(Language language)
{
    return grammarOf(language) != nullptr;
}

SyntaxNode::SyntaxNode(TSNode node, const detail::ParsedText *parsed)
    : m_node(node)
    , m_parsed(parsed)
{
}

std::optional<SyntaxNode> SyntaxNode::wrap(TSNode node) const
{
    if (ts_node_is_null(node))
        return std::nullopt;
    return SyntaxNode(node, m_parsed);
}

QByteArrayView SyntaxNode::kind() const { return ts_node_type(m_node); }
bool SyntaxNode::isNamed() const { return ts_node_is_named(m_node); }
bool SyntaxNode::isMissing() const { return ts_node_is_missing(m_node); }
bool SyntaxNode::isError() const { return ts_node_is_error(m_node); }
bool SyntaxNode::hasError() const { return ts_node_has_error(m_node); }
qsizetype SyntaxNode::start() const { return ts_node_start_byte(m_node); }
qsizetype SyntaxNode::end() const { return ts_node_end_byte(m_node); }
int SyntaxNode::line() const { return int(ts_node_start_point(m_node).row) + 1; }
int SyntaxNode::column() const { return int(ts_node_start_point(m_node).column) + 1; }
int SyntaxNode::endLine() const { return int(ts_node_end_point(m_node).row) + 1; }

QByteArrayView SyntaxNode::text() const
{
    return QByteArrayView(m_parsed->source).sliced(start(), end() - start());
}

std::vector<SyntaxNode> SyntaxNode::children() const
{
    std::vector<SyntaxNode> list;
    TSTreeCursor cursor = ts_tree_cursor_new(m_node);
    if (ts_tree_cursor_goto_first_child(&cursor)) {
        do {
            list.push_back(SyntaxNode(ts_tree_cursor_current_node(&cursor), m_parsed));
        } while (ts_tree_cursor_goto_next_sibling(&cursor));
    }
    ts_tree_cursor_delete(&cursor);
    return list;
}

std::vector<SyntaxNode> SyntaxNode::namedChildren() const
{
    std::vector<SyntaxNode> list = children();
    std::erase_if(list, [](const SyntaxNode &node) { return !node.isNamed(); });
    return list;
}

std::optional<SyntaxNode> SyntaxNode::child(QByteArrayView field) const
{
    return wrap(ts_node_child_by_field_name(m_node, field.data(), uint32_t(field.size())));
}

std::optional<SyntaxNode> SyntaxNode::parent() const { return wrap(ts_node_parent(m_node)); }

std::optional<SyntaxNode> SyntaxNode::ancestor(QByteArrayView kind) const
{
    for (std::optional<SyntaxNode> node = parent(); node; node = node->parent()) {
        if (node->kind() == kind)
            return node;
    }
    return std::nullopt;
}

std::optional<SyntaxNode> SyntaxNode::previousNamed() const { return wrap(ts_node_prev_named_sibling(m_node)); }
std::optional<SyntaxNode> SyntaxNode::nextNamed() const { return wrap(ts_node_next_named_sibling(m_node)); }
bool SyntaxNode::operator==(const SyntaxNode &other) const { return ts_node_eq(m_node, other.m_node); }

SyntaxTree::SyntaxTree(std::unique_ptr<detail::ParsedText> parsed)
    : m_parsed(std::move(parsed))
{
}

SyntaxTree::SyntaxTree(SyntaxTree &&) noexcept = default;
SyntaxTree &SyntaxTree::operator=(SyntaxTree &&) noexcept = default;
SyntaxTree::~SyntaxTree() = default;

Result<SyntaxTree> SyntaxTree::parse(Language language, QByteArray utf8)
{
    const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
    const TSLanguage *grammar = grammarOf(language);
    if (!grammar || !ts_parser_set_language(parser.get(), grammar))
        return fail(ErrorKind::Missing, u"this build has no usable grammar for %1"_s.arg(toString(language)));
    auto parsed = std::make_unique<detail::ParsedText>(language, std::move(utf8));
    parsed->tree.reset(ts_parser_parse_string(
        parser.get(), nullptr, parsed->source.constData(), uint32_t(parsed->source.size())));
    if (!parsed->tree)
        return fail(ErrorKind::Internal, u"the parser for %1 gave no tree"_s.arg(toString(language)));
    return SyntaxTree(std::move(parsed));
}

const QByteArray &SyntaxTree::source() const { return m_parsed->source; }
Language SyntaxTree::language() const { return m_parsed->language; }
SyntaxNode SyntaxTree::root() const { return SyntaxNode(ts_tree_root_node(m_parsed->tree.get()), m_parsed.get()); }

std::optional<SyntaxNode> SyntaxTree::firstError() const
{
    std::optional<SyntaxNode> found;
    walk(root(), [&found](const SyntaxNode &node) {
        if (!node.hasError() && !node.isMissing())
            return Walk::Over;
        if (!node.isError() && !node.isMissing())
            return Walk::Into;
        found = node;
        return Walk::Stop;
    });
    return found;
}

void SyntaxTree::walk(const SyntaxNode &from, const std::function<Walk(const SyntaxNode &)> &visit)
{
    TSTreeCursor cursor = ts_tree_cursor_new(from.m_node);
    int depth = 0;
    bool going = true;
    while (going) {
        const Walk step = visit(SyntaxNode(ts_tree_cursor_current_node(&cursor), from.m_parsed));
        if (step == Walk::Stop)
            break;
        if (step == Walk::Into && ts_tree_cursor_goto_first_child(&cursor)) {
            ++depth;
            continue;
        }
        while (depth > 0 && !ts_tree_cursor_goto_next_sibling(&cursor)) {
            ts_tree_cursor_goto_parent(&cursor);
            --depth;
        }
        going = depth > 0;
    }
    ts_tree_cursor_delete(&cursor);
}

std::vector<SyntaxNode> SyntaxTree::all(const SyntaxNode &from, QByteArrayView kind)
{
    std::vector<SyntaxNode> list;
    walk(from, [&](const SyntaxNode &node) {
        if (node.isNamed() && node.kind() == kind)
            list.push_back(node);
        return Walk::Into;
    });
    return list;
}

} // namespace autodidact
