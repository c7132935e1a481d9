#include "core/tasks/multipleimporter.h"

#include "core/base/json.h"
#include "core/tasks/program.h"
#include "tests/tasks/importfixture.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QByteArray record(const QString &language, const QString &prompt, const QString &tests, const QStringList &stops, const QString &name = u"HumanEval_7_twice"_s)
{
    return toJsonLine({{u"name"_s, name}, {u"language"_s, language}, {u"prompt"_s, prompt}, {u"doctests"_s, u"transform"_s}, {u"original"_s, u"x.py"_s},
               {u"prompt_terminology"_s, u"reworded"_s}, {u"tests"_s, tests}, {u"stop_tokens"_s, toJsonArray(stops)}})
        + '\n';
}

QByteArray rust()
{
    return record(u"rs"_s, u"use std::collections::HashMap;\n\n/// Twice.\n/// >>> twice(vec![1])\n/// 2\nfn twice(x: Vec<isize>) -> isize {\n"_s,
        u"}\n\nfn main() {\n    let candidate = twice;\n    assert_eq!(candidate(vec![1]), 2);\n    assert_eq!(candidate(vec![4]), 8);\n}\n"_s, {u"\n}"_s});
}

QByteArray java(const QString &type)
{
    return record(u"java"_s, u"import java.util.*;\nimport org.javatuples.*;\nclass Problem {\n    // Twice.\n    public static %1 twice(long x) {\n"_s.arg(type),
        u"    }\n    public static void main(String[] args) {\n    assert(twice((1l)) == (2l));\n    assert(twice((4l)) == (8l));\n    }\n\n}\n"_s, {u"\n    }\n"_s});
}

} // namespace

class TestMultiplEImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rustIsCutAndClosed()
    {
        const auto content = parseMultiplE(rust(), u"m"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.group, u"HumanEval/7"_s);
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.at(1).code, u"let candidate = twice;\nassert_eq!(candidate(vec![4]), 8);"_s);
        QCOMPARE(task.visibleTests, QList<TestCase>{task.hiddenTests.first()});
        QCOMPARE(task.isolation, Isolation::InProcess);
        QCOMPARE(assembleProgram(task, u"    2 * x[0]\n}\n\nfn main() {}\n"_s, AnswerKind::Completion).code, task.prefix + u"    2 * x[0]\n}\n"_s);
        QCOMPARE(assembleProgram(task, u"    2 * x[0]"_s, AnswerKind::Completion).code, task.prefix + u"    2 * x[0]\n}\n"_s);
        QCOMPARE(assembleProgram(task, u"```rust\nfn twice(x: Vec<isize>) -> isize {\n    2\n}\n```"_s, AnswerKind::Answer).code,
            u"use std::collections::HashMap;\nfn twice(x: Vec<isize>) -> isize {\n    2\n}\n"_s);
    }

    void javaCallsItsClass()
    {
        const auto content = parseMultiplE(java(u"long"_s), u"m"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.entryPoint, u"twice"_s);
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.first().code, u"assertTrue((Problem.twice((1l)) == (2l)));"_s);
        QCOMPARE(task.testSetup, u"import java.util.*;\n"_s);
        QVERIFY(!task.prefix.contains(u"javatuples"_s));
        QCOMPARE(assembleProgram(task, u"        return 2 * x;\n    }\n\n    int y;"_s, AnswerKind::Completion).code, task.prefix + u"        return 2 * x;\n}\n}\n"_s);
    }

    void javaScriptKeepsItsImports()
    {
        const auto content = parseMultiplE(record(u"js"_s, u"//Twice.\n// >>> twice([1])\n// 2\nfunction twice(x){\n"_s,
                                               u"const assert = require('node:assert');\n\n\nfunction test() {\n  let candidate = twice;\n  assert.deepEqual(candidate([1]),2);\n  assert.deepEqual(candidate([4]),8);\n}\n\ntest();"_s,
                                               {u"\nfunction "_s}), u"m"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.testSetup, u"const assert = require('node:assert');\n"_s);
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.first().code, u"let candidate = twice;\nassert.deepEqual(candidate([1]),2);"_s);
        QCOMPARE(task.visibleTests.size(), 1);
    }

    void pythonLosesTheCaller()
    {
        const auto content = parseMultiplE(record(u"py"_s, u"def twice(x: int) -> int:\n    \"\"\"\n    >>> twice(1)\n    2\n    \"\"\"\n"_s,
                                               u"def check(candidate):\n    assert candidate(1) == 2\n    assert candidate(4) == 8\n\ndef test_check():\n    check(twice)\n\ntest_check()\n"_s,
                                               {u"\ndef"_s}, u"mbpp_3_twice"_s), u"m"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.group, u"MBPP/3"_s);
        QCOMPARE(task.hiddenTests.size(), 2);
        QCOMPARE(task.hiddenTests.first().code, u"candidate = twice\nassert candidate(1) == 2\n"_s);
        QCOMPARE(task.visibleTests.size(), 1);
    }

    void skipsWhatCannotBeJudged()
    {
        const auto content = parseMultiplE(rust() + java(u"Pair<Long, Long>"_s).replace("HumanEval_7", "HumanEval_8") + record(u"lua"_s, u"p"_s, u"t"_s, {}, u"a"_s), u"m"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->skipped, (QStringList{u"m:2: HumanEval_8_twice: it needs the library org.javatuples"_s, u"m:3: a: its language, \"lua\", is not one that this build runs"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::newRow("no stop tokens") << rust().replace("stop_tokens", "stops") << u"m:1: \"stop_tokens\" is missing"_s;
        QTest::newRow("no main") << rust().replace("fn main", "fn mane") << u"m:1: its prompt and tests do not make a program of Rust"_s;
        QTest::newRow("no assert") << rust().replace("assert_eq!(candidate(vec![1]), 2);\\n    assert_eq!(candidate(vec![4]), 8);", "") << u"m:1: \"tests\" asserts nothing"_s;
        QTest::newRow("broken") << rust() + "{" << u"m:2: not valid JSON"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseMultiplE(bytes, u"m"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }

    void readsTheOfficialFile()
    {
        NEEDS_PUBLIC_DATA(path, u"multipl-e/humaneval-rs.jsonl"_s);
        const auto content = importMultiplE(path);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 156);
        QCOMPARE(content->skipped, QStringList());
        qsizetype asserts = 0;
        for (const Task &task : content->tasks) {
            asserts += task.hiddenTests.size();
            QCOMPARE(task.suffix, u"\n}\n"_s);
        }
        QCOMPARE(asserts, 1092);
        QCOMPARE(std::ranges::count_if(content->tasks, [](const Task &task) { return !task.visibleTests.isEmpty(); }), 115);
    }
};

QTEST_APPLESS_MAIN(TestMultiplEImporter)
#include "tst_multipleimporter.moc"
