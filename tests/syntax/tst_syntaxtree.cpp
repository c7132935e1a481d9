#include "core/syntax/syntaxtree.h"

#include <QTest>

using namespace autodidact;

class TestSyntaxTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNamesPlacesAndFields();
    void findsTheFirstError_data();
    void findsTheFirstError();
    void walksInPreOrderAndCanStop();
    void survivesAMove();
    void countsBytesInUtf8();
    void knowsAllFourGrammars();
};

static const QByteArray s_program = "import math\n\ndef area(r):\n    if r < 0:\n        return None\n    return math.pi * r ** 2\n";

void TestSyntaxTree::readsNamesPlacesAndFields()
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, s_program);
    QVERIFY(tree.has_value());
    QVERIFY(!tree->hasError());
    const std::vector<SyntaxNode> functions = SyntaxTree::all(tree->root(), "function_definition");
    QCOMPARE(functions.size(), 1U);
    QCOMPARE(functions[0].child("name")->text(), QByteArrayView("area"));
    QCOMPARE(functions[0].line(), 3);
    QCOMPARE(functions[0].endLine(), 6);
    QCOMPARE(functions[0].parent()->kind(), QByteArrayView("module"));
    QVERIFY(!functions[0].child("return_type").has_value());
    const std::vector<SyntaxNode> returns = SyntaxTree::all(tree->root(), "return_statement");
    QCOMPARE(returns.size(), 2U);
    QCOMPARE(returns[1].column(), 5);
    QVERIFY(returns[0].ancestor("if_statement").has_value());
    QVERIFY(!returns[1].ancestor("if_statement").has_value());
    QCOMPARE(returns[1].previousNamed()->kind(), QByteArrayView("if_statement"));
}

void TestSyntaxTree::findsTheFirstError_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<int>("line");
    QTest::newRow("none") << s_program << 0;
    QTest::newRow("missing colon") << QByteArray("a = 1\ndef f(x)\n    return x\n") << 2;
    QTest::newRow("open bracket") << QByteArray("a = (1\n") << 1;
}

void TestSyntaxTree::findsTheFirstError()
{
    QFETCH(QByteArray, program);
    QFETCH(int, line);
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, program);
    QVERIFY(tree.has_value());
    const std::optional<SyntaxNode> error = tree->firstError();
    QCOMPARE(error.has_value(), line > 0);
    QCOMPARE(tree->hasError(), line > 0);
    if (error)
        QCOMPARE(error->line(), line);
}

void TestSyntaxTree::walksInPreOrderAndCanStop()
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, "x = 1\ny = 2\n");
    QByteArrayList seen;
    SyntaxTree::walk(tree->root(), [&seen](const SyntaxNode &node) {
        seen.append(node.kind().toByteArray());
        return node.kind() == "integer" ? Walk::Stop : Walk::Into;
    });
    QCOMPARE(seen, (QByteArrayList{"module", "expression_statement", "assignment", "identifier", "=", "integer"}));
}

void TestSyntaxTree::survivesAMove()
{
    Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, s_program);
    const SyntaxNode root = tree->root();
    const SyntaxTree moved = std::move(*tree);
    QCOMPARE(root.text(), QByteArrayView(s_program));
    QVERIFY(root == moved.root());
}

void TestSyntaxTree::countsBytesInUtf8()
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, "s = 'äö'\nt = s\n");
    const std::vector<SyntaxNode> names = SyntaxTree::all(tree->root(), "identifier");
    QCOMPARE(names.size(), 3U);
    QCOMPARE(names[1].line(), 2);
    QCOMPARE(names[1].start(), 11);
}

void TestSyntaxTree::knowsAllFourGrammars()
{
    QVERIFY(hasGrammar(Language::Python));
    const QList<std::pair<Language, QByteArray>> programs{
        {Language::Java, "class Main { int f(int a) { return a + 1; } }"},
        {Language::JavaScript, "function f(a) { return a + 1; }"},
        {Language::Rust, "fn f(a: i64) -> i64 { a + 1 }"}};
    for (const auto &[language, program] : programs) {
        if (!hasGrammar(language))
            continue;
        const Result<SyntaxTree> tree = SyntaxTree::parse(language, program);
        QVERIFY(tree.has_value());
        QVERIFY2(!tree->hasError(), program.constData());
    }
}

QTEST_GUILESS_MAIN(TestSyntaxTree)
#include "tst_syntaxtree.moc"
