#include "core/student/faults/faultsites.h"

#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestFaultSites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesRoundTrip();
    void makesTheMistake_data();
    void makesTheMistake();
    void leavesOtherProgramsAlone();
    void everyFamilyEveryBundledReference();
};

void TestFaultSites::namesRoundTrip()
{
    for (const FaultFamily family : allFaultFamilies())
        QVERIFY(faultFamilyFromString(toString(family)) == family);
    QVERIFY(!faultFamilyFromString(u"nonsense").has_value());
}

void TestFaultSites::makesTheMistake_data()
{
    QTest::addColumn<FaultFamily>("family");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("wanted");     // one of the sites gives this line
    using F = FaultFamily;
    const auto row = [](const char *name, F family, const QByteArray &body, const QByteArray &wanted) {
        QTest::newRow(name) << family << body << wanted;
    };
    row("range stop", F::OffByOneRange, "for i in range(n):\n    x += i\n", "for i in range(n - 1):");
    row("range plus one", F::OffByOneRange, "for i in range(1, n + 1):\n    x += i\n", "for i in range(1, n):");
    row("range down", F::OffByOneRange, "for i in range(n, 0, -1):\n    x += i\n", "for i in range(n, 1, -1):");
    row("range choice", F::OffByOneRange, "for i in range(a if a else b):\n    x += i\n", "for i in range((a if a else b) - 1):");
    row("limit", F::Boundary, "return [v for v in x if v < n]\n", "return [v for v in x if v <= n]");
    row("chained limit", F::Boundary, "return 0 < n <= 9\n", "return 0 < n < 9");
    row("slice end", F::Boundary, "return x[:n]\n", "return x[:n - 1]");
    row("opposite", F::Comparison, "if x == n:\n    return 1\n", "if x != n:");
    row("membership", F::Comparison, "return n not in x\n", "return n in x");
    row("both or one", F::Comparison, "return x and n\n", "return x or n");
    row("none guard", F::NoneHandling, "if x is None:\n    return 0\nreturn n\n", "return n");
    row("none elif", F::NoneHandling, "if x is None:\n    y = 0\nelif n:\n    y = 1\nreturn y\n", "if n:");
    row("none else", F::NoneHandling, "if x is None:\n    y = 0\nelse:\n    y = 1\nreturn y\n", "y = 1");
    row("none unwrap", F::NoneHandling, "if x is not None:\n    y = x + 1\nreturn n\n", "y = x + 1");
    row("none stand-in", F::NoneHandling, "for v in x or []:\n    print(v)\n", "for v in x:");
    row("none filter", F::NoneHandling, "return [v for v in x if v is not None]\n", "return [v for v in x]");
    row("empty guard", F::EmptyInput, "if not x:\n    return None\nreturn x[0]\n", "return x[0]");
    row("empty length", F::EmptyInput, "if len(x) == 0 or n:\n    return 1\n", "if n:");
    row("empty default", F::EmptyInput, "return max(x, default=0)\n", "return max(x)");
    row("plus", F::Operator, "return x * 2 + n\n", "return x * 2 - n");
    row("augmented", F::Operator, "x -= n\n", "x += n");
    row("floor", F::IntegerDivision, "return x // n\n", "return x / n");
    row("round", F::IntegerDivision, "return round(x / n)\n", "return int(x / n)");
    row("lower", F::CaseSensitivity, "return x.strip().lower() == n\n", "return x.strip() == n");
    row("key lower", F::CaseSensitivity, "return sorted(x, key=str.lower)\n", "return sorted(x)");
    row("copy", F::MutatedArgument, "y = list(x)\ny.append(n)\n", "y = x");
    row("sorted", F::MutatedArgument, "return sorted(x, reverse=True)\n", "x.sort(reverse=True)");
    row("swapped pair", F::WrongReturn, "return x, n\n", "return n, x");
    row("other variable", F::WrongReturn, "y = 1\nz = 2\nreturn z\n", "return y");
    row("no return", F::WrongReturn, "return x + n\n", "x + n");
    row("return in loop", F::EarlyReturn, "for v in x:\n    n += v\nreturn n\n", "return n");
    row("no step", F::InfiniteLoop, "while n > 0:\n    n -= 1\nreturn n\n", "pass");
    row("no colon", F::SyntaxSlip, "if x:\n    return n\n", "if x");
    row("no bracket", F::SyntaxSlip, "y = len(x)\nreturn y\n", "y = len(x");
    row("no key", F::SortOrder, "x.sort(key=len)\n", "x.sort()");
    row("reversed", F::SortOrder, "return sorted(x)\n", "return sorted(x, reverse=True)");
    row("shallow rows", F::ShallowCopy, "return [row[:] for row in x]\n", "return list(x)");
    row("same row", F::ShallowCopy, "return [[0] * n for _ in range(n)]\n", "return [[0] * n] * (n)");
    row("start value", F::AccumulatorInit, "y = 0\nfor v in x:\n    y += v\nreturn y\n", "y = 1");
    row("sum start", F::AccumulatorInit, "return sum(v for v in x)\n", "return sum((v for v in x), 1)");
    row("index", F::IndexBase, "return x[0]\n", "return x[1]");
    row("index shift", F::IndexBase, "return x[n - 1]\n", "return x[n]");
    row("enumerate", F::IndexBase, "for i, v in enumerate(x, 1):\n    print(i, v)\n", "for i, v in enumerate(x):");
    row("format", F::StringFormat, "return f\"{n:02d}\"\n", "return f\"{n}\"");
    row("separator", F::StringFormat, "return \", \".join(x)\n", "return \"\".join(x)");
    row("set", F::DuplicateHandling, "return sorted(set(x))\n", "return sorted(list(x))");
    row("seen", F::DuplicateHandling, "if x and n not in x:\n    return 1\n", "if x:");
}

void TestFaultSites::makesTheMistake()
{
    QFETCH(FaultFamily, family);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, wanted);
    body.chop(1);
    const QByteArray program = "def f(x, n):\n    " + body.replace("\n", "\n    ") + '\n';
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, program);
    QVERIFY2(!tree->hasError(), program.constData());
    const std::vector<FaultSite> sites = faultSites(*tree, family);
    QByteArrayList got;
    for (const FaultSite &site : sites) {
        got.append(applied(program, site.pieces));
        QVERIFY(site.family == family);
        QVERIFY(site.line >= 1);
    }
    const bool found = std::ranges::any_of(got, [&](const QByteArray &text) {
        const QByteArrayList lines = text.split('\n');
        return std::ranges::any_of(lines, [&](const QByteArray &line) { return line.trimmed() == wanted; });
    });
    QVERIFY2(found, ("got:\n" + got.join("\n---\n")).constData());
}

void TestFaultSites::leavesOtherProgramsAlone()
{
    const QByteArray program = "import math\n\ndef f(x):\n    \"\"\"Use range(3), x < 3 and sorted(x).\"\"\"\n    return x\n";
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, program);
    for (const FaultFamily family : allFaultFamilies()) {
        const bool possible = family == FaultFamily::WrongReturn || family == FaultFamily::SyntaxSlip;
        QCOMPARE(!faultSites(*tree, family).empty(), possible);   // the import is unused, the docstring is no code
    }
}

void TestFaultSites::everyFamilyEveryBundledReference()
{
    const QList<Task> tasks = fixtures::bundledSuite();
    QVERIFY(tasks.size() >= 12);
    FamilySet met;
    int count = 0;
    for (const Task &task : tasks) {
        for (const QString &reference : task.references) {
            const Result<SyntaxTree> tree = SyntaxTree::parse(Language::Python, reference.toUtf8());
            QVERIFY2(!tree->hasError(), qPrintable(task.key));
            for (const FaultFamily family : allFaultFamilies()) {
                for (const FaultSite &site : faultSites(*tree, family)) {
                    const QByteArray edited = applied(tree->source(), site.pieces);
                    QVERIFY(edited != tree->source());
                    const bool broken = SyntaxTree::parse(Language::Python, edited)->hasError();
                    QVERIFY2(broken == (family == FaultFamily::SyntaxSlip), edited.constData());
                    met |= only(family);
                    ++count;
                }
            }
        }
    }
    QVERIFY2(met.count() >= 18, qPrintable(u"%1 families, %2 sites"_s.arg(met.count()).arg(count)));
}

QTEST_GUILESS_MAIN(TestFaultSites)
#include "tst_faultsites.moc"
