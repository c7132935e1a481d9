#include "core/tasks/humanevalximporter.h"

#include "core/base/json.h"
#include "core/tasks/suitefile.h"
#include "tests/tasks/importfixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QByteArray record(const QString &key, const QString &prompt, const QString &declaration, const QString &solution, const QString &tests,
    const QString &example = u"None"_s)
{
    return toJsonLine({{u"task_id"_s, key}, {u"prompt"_s, prompt}, {u"declaration"_s, declaration}, {u"canonical_solution"_s, solution},
               {u"test"_s, tests}, {u"example_test"_s, example}})
        + '\n';
}

QByteArray python()
{
    const QString head = u"def twice(x):\n"_s;
    return record(u"Python/7"_s, head + u"    \"\"\" Twice. \"\"\"\n"_s, head, u"    return 2 * x\n"_s,
        u"\nMETADATA = {}\n\n\ndef check(twice):\n    assert twice(1) == 2\n    assert twice(4) == 8\n\ncheck(twice)\n"_s,
        u"def check(twice):\n    assert twice(3) == 6\ncheck(twice)\n"_s);
}

QByteArray java()
{
    const QString head = u"import java.util.*;\n\nclass Solution {\n    public int twice(int x) {\n"_s;
    return record(u"Java/7"_s, head, head, u"        return 2 * x;\n    }\n}"_s,
        u"public class Main {\n    public static void main(String[] args) {\n        if (new Solution().twice(1) != 2) throw new AssertionError();\n    }\n}\n"_s,
        QString());
}

QByteArray javaScript(const QString &body, const QString &example = u"const testTwice = () => {\n  console.assert(twice(3) === 6)\n}\ntestOther()\n"_s)
{
    const QString head = u"const helper = (x) => x\nconst twice = (x) => {\n"_s;
    return record(u"JavaScript/7"_s, u"/* Twice. */\n"_s + head, head, u"  return helper(x) + x;\n}\n\n"_s,
        u"const testTwice = () => {\n%1}\n\ntestTwice()\n"_s.arg(body), example);
}

QByteArray rust(const QString &solution, const QString &tests)
{
    const QString head = u"\nuse std::{slice::Iter, ascii::AsciiExt};\nuse rand::Rng;\nuse md5;\n\nfn twice(x: i32) -> i32 {\n"_s;
    return record(u"Rust/7"_s, u"\n/*\n Twice.\n*/\n"_s, head, solution, u"\n#[cfg(test)]\nmod tests {\n    use super::*;\n%1}\n"_s.arg(tests));
}

const QString RustAsserts = u"    #[test]\n    fn test_twice() {\n        assert_eq!(twice(1), 2);\n        assert!(twice(4) == 8);\n    }\n"_s;

QStringList codesOf(const QList<TestCase> &tests)
{
    QStringList codes;
    for (const TestCase &test : tests)
        codes.append(test.code);
    return codes;
}

} // namespace

class TestHumanEvalXImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pythonKeepsTheHarnessImports()
    {
        const auto content = parseHumanEvalX(python(), u"p"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(task.group, u"HumanEval/7"_s);
        QCOMPARE(codesOf(task.hiddenTests), (QStringList{u"assert twice(1) == 2\n"_s, u"assert twice(4) == 8\n"_s}));
        QCOMPARE(codesOf(task.visibleTests), QStringList{u"assert twice(3) == 6\n"_s});
        QVERIFY(task.prefix.startsWith(u"import math\n"_s));
        QVERIFY(!task.prefix.contains(u"numpy"_s));
        QCOMPARE(task.references, QStringList{task.prefix + u"    return 2 * x\n"_s});
        QCOMPARE(task.isolation, Isolation::Split);
        QCOMPARE(content->warnings, QStringList());
    }

    void javaTestsAreWholeUnits()
    {
        const auto content = parseHumanEvalX(java(), u"j"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QVERIFY(task.language == Language::Java);
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(task.hiddenTests.size(), 1);
        QCOMPARE(task.hiddenTests.first().name, u"Main"_s);
        QVERIFY(task.hiddenTests.first().code.startsWith(u"import java.util.*;\npublic class Main {"_s));
        QVERIFY(task.visibleTests.isEmpty());
        QCOMPARE(task.isolation, Isolation::InProcess);
        QVERIFY(task.starter.endsWith(u"    }\n}\n"_s));
    }

    void javaScriptAssertsAreTakenApart()
    {
        const auto content = parseHumanEvalX(javaScript(u"  // one\n  console.assert(twice(1) === 2)\n  console.assert(\n    twice(4) === 8\n  );\n"_s), u"j"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(codesOf(task.hiddenTests), (QStringList{u"console.assert(twice(1) === 2)"_s, u"console.assert(\n    twice(4) === 8\n  );"_s}));
        QCOMPARE(task.isolation, Isolation::Split);
        QVERIFY(task.visibleTests.isEmpty());
        QCOMPARE(content->warnings, QStringList{u"j:1: JavaScript/7: its tests call testOther(), which they do not define; the call is left out"_s});
    }

    void javaScriptLoopsStayWhole()
    {
        const auto content = parseHumanEvalX(javaScript(u"  for (let i = 0; i < 3; i++) {\n    console.assert(twice(i) === i + i)\n  }\n"_s,
                                                 u"const testTwice = () => {\n  console.assert(twice(3) === 6)\n}\ntestTwice()\n"_s), u"j"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.hiddenTests.size(), 1);
        QVERIFY(task.hiddenTests.first().code.endsWith(u"}\n\ntestTwice()\n"_s));
        QCOMPARE(codesOf(task.visibleTests), QStringList{u"console.assert(twice(3) === 6)"_s});
    }

    void rustDropsWhatNobodyImports()
    {
        const auto content = parseHumanEvalX(rust(u"    2 * x\n}\n"_s, RustAsserts), u"r"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.prefix, u"\nuse std::{slice::Iter};\n\nfn twice(x: i32) -> i32 {\n"_s);
        QCOMPARE(codesOf(task.hiddenTests), (QStringList{u"assert_eq!(twice(1), 2);"_s, u"assert!(twice(4) == 8);"_s}));
        QCOMPARE(task.testSetup, QString());
        QVERIFY(task.visibleTests.isEmpty());
        QCOMPARE(content->warnings, QStringList());
    }

    void rustNamesTheCrateItNeeds()
    {
        const QString loop = u"    fn helper() {}\n    #[test]\n    // why\n    fn test_twice() {\n        let r = rand::random::<i32>();\n        assert_eq!(twice(r), r + r);\n    }\n"_s;
        const auto content = parseHumanEvalX(rust(u"    2 * x\n}\n"_s, loop), u"r"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QVERIFY(task.prefix.contains(u"use rand::Rng;\n"_s));
        QVERIFY(!task.prefix.contains(u"md5"_s));
        QCOMPARE(task.hiddenTests, (QList<TestCase>{{u"test_twice"_s, u"let r = rand::random::<i32>();\n        assert_eq!(twice(r), r + r);\n"_s}}));
        QCOMPARE(task.testSetup, u"fn helper() {}\n"_s);
        QCOMPARE(content->warnings, QStringList{u"r:1: Rust/7: it needs the crate rand"_s});
    }

    void skipsWhatCannotBeJudged()
    {
        const QByteArray commented = record(u"Rust/8"_s, u"p"_s, u"fn f() {\n"_s, u"}\n"_s, u"/*\n#[test]\nfn t() { assert!(true); }\n*/\n"_s);
        const auto content = parseHumanEvalX(python() + record(u"Go/7"_s, u"p"_s, u"d"_s, u"s"_s, u"t"_s) + commented, u"x"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 1);
        QCOMPARE(content->skipped.size(), 2);
        QVERIFY(content->skipped.first().startsWith(u"x:2: Go/7: its language"_s));
        QVERIFY2(content->skipped.last().startsWith(u"x:3: Rust/8: all its tests stand in a comment"_s), qPrintable(content->skipped.last()));
        const auto none = parseHumanEvalX(record(u"Go/7"_s, u"p"_s, u"d"_s, u"s"_s, u"t"_s), u"x"_s);
        QVERIFY(!none);
        QVERIFY(none.error().detail.contains(u"none of its 1 records can be judged"_s));
    }

    void languagesOfAFolderAreOneGroup()
    {
        const ImportFolder folder;
        folder.write(u"js/data/humaneval_js.jsonl"_s, javaScript(u"  console.assert(twice(1) === 2)\n"_s));
        folder.write(u"python/data/humaneval_python.jsonl"_s, python());
        const auto content = importHumanEvalX(folder.path());
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 2);
        QCOMPARE(content->tasks.at(0).key, u"Python/7"_s);
        QCOMPARE(content->tasks.at(1).repeatOf, u"Python/7"_s);
        QCOMPARE(content->tasks.at(1).repeatKind, RepeatKind::CrossLanguage);
        QCOMPARE(content->tasks.at(1).group, content->tasks.at(0).group);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << u"x: it holds no record"_s;
        QTest::newRow("twice") << python() + python() << u"x:2: the record \"Python/7\" was read before, at x:1"_s;
        QTest::newRow("no declaration") << python().replace("declaration", "declared") << u"x:1: \"declaration\" is missing"_s;
        QTest::newRow("wrong type") << python().replace("\"task_id\":\"Python/7\"", "\"task_id\":7") << u"x:1: \"task_id\" must be a text"_s;
        QTest::newRow("no number") << python().replace("Python/7", "Python") << u"x:1: the task_id \"Python\" is not of the form"_s;
        QTest::newRow("broken JSON") << python() + python().first(50) << u"x:2: not valid JSON"_s;
        QTest::newRow("broken UTF-8") << python().replace("Twice", "\xff") << u"x:1: the line is not valid UTF-8"_s;
        QTest::newRow("closed Java") << java().replace("twice(int x) {\\n", "twice(int x) {}}") << u"x:1: \"prompt\" does not leave a function open"_s;
        QTest::newRow("broken JavaScript") << javaScript(u"  console.assert(twice(1 === 2)\n"_s) << u"x:1: its tests are not valid JavaScript"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseHumanEvalX(bytes, u"x"_s);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::BadInput);
        QVERIFY2(content.error().detail.startsWith(message), problemOf(content));
    }

    void readsTheOfficialFiles()
    {
        NEEDS_PUBLIC_DATA(path, u"humaneval-x"_s);
        const auto content = importHumanEvalX(path);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 4 * 164 - 1);
        QCOMPARE(content->skipped.size(), 1);
        QVERIFY(content->skipped.first().contains(u"Rust/32: all its tests stand in a comment"_s));
        const auto count = [&content](Language language, auto &&good) {
            return std::ranges::count_if(content->tasks, [&](const Task &task) { return task.language == language && good(task); });
        };
        const auto many = [](const Task &task) { return task.hiddenTests.size() > 1; };
        QVERIFY(count(Language::Python, many) >= 150);
        QStringList whole;
        for (const Task &task : content->tasks) {
            if (task.language == Language::JavaScript && task.hiddenTests.first().code.contains(u"=> {"_s))
                whole.append(task.key);
        }
        QCOMPARE(whole.join(u' '), u"JavaScript/32 JavaScript/38 JavaScript/44 JavaScript/50 JavaScript/53 JavaScript/151"_s);
        QVERIFY(count(Language::Rust, many) >= 140);
        QCOMPARE(count(Language::Java, [](const Task &task) { return task.visibleTests.size() == 1; }), 158);
        QCOMPARE(count(Language::Rust, [](const Task &task) { return task.prefix.contains(u"AsciiExt"_s); }), 0);
        QStringList warned;
        for (const QString &warning : content->warnings)
            warned.append(warning.section(u": "_s, 1));
        QCOMPARE(warned.filter(u"needs the crate"_s).size(), 5);
        QCOMPARE(warned.filter(u"published reference fails"_s).size(), 2);
        QCOMPARE(warned.filter(u"js-md5"_s).size(), 1);
        QCOMPARE(warned.filter(u"example_test cannot be run"_s), QStringList{u"Python/119: its example_test cannot be run; the examples of its prompt stand in"_s});
        const auto again = parseSuite(writeSuite(content->suite, content->tasks), path);
        QVERIFY2(again, problemOf(again));
        QCOMPARE(again->suite.hash, content->suite.hash);
    }
};

QTEST_APPLESS_MAIN(TestHumanEvalXImporter)
#include "tst_humanevalximporter.moc"
