#include "core/tasks/checksplitter.h"

#include "core/tasks/pythonsource.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool holds(const SyntaxNode &node, QByteArrayView kind)
{
    return !SyntaxTree::all(node, kind).empty();
}

/// Statements whose meaning depends on standing in a function body.
bool needsFunction(const SyntaxNode &body)
{
    bool needed = false;
    SyntaxTree::walk(body, [&needed](const SyntaxNode &node) {
        const QByteArrayView kind = node.kind();
        if (kind == "function_definition" || kind == "class_definition" || kind == "lambda")
            return Walk::Over;
        needed =
            needed || kind == "return_statement" || kind == "yield" || kind == "nonlocal_statement" || kind == "global_statement";
        return needed ? Walk::Stop : Walk::Into;
    });
    return needed;
}

/// `assert True` says nothing, whatever its message.
bool assertsNothing(const SyntaxNode &statement)
{
    const auto parts = statement.namedChildren();
    return statement.kind() == "assert_statement" && !parts.empty() && parts.front().kind() == "true";
}

/// Statements of the body in order; a test is one of them, or a row that must stay together.
class BodySplitter
{
public:
    BodySplitter(std::vector<SyntaxNode> statements, QByteArray setup, QByteArray candidate)
        : m_statements(std::move(statements))
        , m_context(std::move(setup))
        , m_candidate(std::move(candidate))
    {
    }

    QList<TestCase> split()
    {
        for (size_t i = 0; i < m_statements.size(); ++i) {
            const SyntaxNode &statement = m_statements[i];
            if (assertsNothing(statement))
                continue;
            if (!holds(statement, "assert_statement")) {
                addContext(statement);
            } else if (changesWhatFollows(i)) {
                addTest(i, m_statements.size());
                return m_tests;
            } else {
                addTest(i, i + 1);
            }
        }
        if (m_trailingCall)
            addTest(m_statements.size(), m_statements.size());
        return m_tests;
    }

private:
    void addContext(const SyntaxNode &statement)
    {
        m_context += dedented(statement) + '\n';
        m_trailingCall = m_trailingCall || holds(statement, "call");
        for (const SyntaxNode &assignment : SyntaxTree::all(statement, "assignment"))
            m_values.unite(namesBoundIn(assignment));
    }

    /// True when running this test can change what a later statement sees: it binds a name, calls a
    /// method for its effect, or hands out a value that is still used below.
    bool changesWhatFollows(size_t at) const
    {
        QSet<QByteArray> later;
        for (size_t i = at + 1; i < m_statements.size(); ++i)
            later.unite(identifiersIn(m_statements[i]));
        const SyntaxNode &statement = m_statements[at];
        QSet<QByteArray> touched = namesBoundIn(statement);
        touched.unite(identifiersIn(statement).intersect(m_values));
        for (const SyntaxNode &call : SyntaxTree::all(statement, "expression_statement"))
            touched.unite(identifiersIn(call));
        touched.remove(m_candidate);
        return touched.intersects(later);
    }

    void addTest(size_t from, size_t to)
    {
        QByteArray code = m_context;
        for (size_t i = from; i < to; ++i)
            code += dedented(m_statements[i]) + '\n';
        m_tests.append({u"assert %1"_s.arg(m_tests.size() + 1), QString::fromUtf8(code)});
        m_trailingCall = false;
    }

    std::vector<SyntaxNode> m_statements;
    QByteArray m_context;
    QByteArray m_candidate;
    QSet<QByteArray> m_values;
    QList<TestCase> m_tests;
    bool m_trailingCall = false;
};

bool isCallOf(const SyntaxNode &statement, QByteArrayView name)
{
    const auto parts = statement.namedChildren();
    const auto function =
        statement.kind() == "expression_statement" && parts.size() == 1 ? parts.front().child("function") : std::nullopt;
    return function && function->text() == name;
}

/// Module-level statements beside check(): imports and functions that it may use.
QByteArray setupBeside(const SyntaxTree &module, const SyntaxNode &check)
{
    QByteArray setup;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        if (statement == check || statement.kind() == "comment" || namesBoundIn(statement).contains("METADATA")
            || isCallOf(statement, "check"))
            continue;
        setup += statement.text().toByteArray() + '\n';
    }
    return setup;
}

/// Callables, generators and instances of classes cannot cross a process border.
bool valuesCannotCross(const SyntaxTree &module, QByteArrayView candidate)
{
    QSet<QByteArray> definitions;
    for (const char *kind : {"function_definition", "class_definition"}) {
        for (const SyntaxNode &definition : SyntaxTree::all(module.root(), kind)) {
            if (const auto name = definition.child("name"))
                definitions.insert(name->text().toByteArray());
        }
    }
    for (const SyntaxNode &call : SyntaxTree::all(module.root(), "call")) {
        const auto function = call.child("function");
        const auto arguments = call.child("arguments");
        if (!function || !arguments || function->text() != candidate)
            continue;
        if (holds(*arguments, "lambda") || arguments->kind() == "generator_expression"
            || holds(*arguments, "generator_expression") || identifiersIn(*arguments).intersects(definitions))
            return true;
    }
    return false;
}

} // namespace

Result<SplitCheck> splitCheck(const QString &testText, const QString &entryPoint)
{
    auto module = SyntaxTree::parse(Language::Python, testText.toUtf8());
    if (!module)
        return std::unexpected(module.error());
    const auto check = topLevelFunction(*module, "check");
    const auto parameters = check ? check->child("parameters") : std::nullopt;
    const auto body = check ? check->child("body") : std::nullopt;
    if (!body || !parameters || parameters->namedChildren().size() != 1)
        return fail(ErrorKind::BadInput, u"\"test\" does not define check(candidate). Every record needs it."_s);
    for (const SyntaxNode &statement : module->root().namedChildren()) {
        if (statement.kind() == "return_statement")
            return fail(ErrorKind::BadInput, u"\"test\" returns outside a function. Fetch the file again."_s);
    }
    const QByteArray candidate = parameters->namedChildren().front().text().toByteArray();
    SplitCheck result;
    if (valuesCannotCross(*module, candidate))
        result.isolation = Isolation::InProcess;
    if (module->hasError() || needsFunction(*body)) {
        const QByteArray text =
            module->hasError() ? module->source() : setupBeside(*module, *check) + check->text().toByteArray();
        result.tests = {{u"check"_s, u"%1\ncheck(%2)\n"_s.arg(QString::fromUtf8(text).trimmed(), entryPoint)}};
        return result;
    }
    std::vector<SyntaxNode> statements;
    for (const SyntaxNode &statement : body->namedChildren()) {
        if (statement.kind() != "comment")
            statements.push_back(statement);
    }
    QByteArray setup = setupBeside(*module, *check);
    if (candidate != entryPoint.toUtf8())
        setup += candidate + " = " + entryPoint.toUtf8() + '\n';
    result.tests = BodySplitter(std::move(statements), setup, candidate).split();
    if (result.tests.isEmpty())
        return fail(ErrorKind::BadInput, u"\"test\" asserts nothing. A task without a test cannot be judged."_s);
    return result;
}

} // namespace autodidact
