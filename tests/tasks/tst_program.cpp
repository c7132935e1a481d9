#include "core/tasks/program.h"

#include "core/syntax/syntaxtree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

Task prefixed()
{
    Task task;
    task.entryPoint = u"f"_s;
    task.prefix = u"import math\n\n\ndef g(x):\n    return x\n\n\ndef f(x):\n    \"\"\"Says x.\"\"\"\n"_s;
    return task;
}

const QString Preamble = u"import math\n\n\ndef g(x):\n    return x\n\n\n"_s;

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completionsFollowThePrefix()
    {
        const Task task = prefixed();
        const Program program = assembleProgram(task, u"    return x"_s, AnswerKind::Completion);
        QCOMPARE(program.code, task.prefix + u"    return x"_s);
        QCOMPARE(program.preambleLines, 9);
    }

    void answers_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("lines");
        const QString f = u"def f(x):\n    return g(x)\n"_s;
        QTest::newRow("the function alone") << f << Preamble + f << 7;
        QTest::newRow("the whole file") << Preamble + f << Preamble + f << 0;
        QTest::newRow("fenced") << u"```\n%1```"_s.arg(f) << Preamble + f << 7;
        QTest::newRow("a body") << u"    y = g(x)\n    return y\n"_s << prefixed().prefix + u"    y = g(x)\n    return y\n"_s << 9;
        QTest::newRow("a fenced body at the margin") << u"```\ny = g(x)\nreturn y\n```"_s << prefixed().prefix + u"    y = g(x)\n    return y\n"_s << 9;
        QTest::newRow("a body that lost its first blanks") << u"for y in x:\n        return y\n    return None"_s
                                                           << prefixed().prefix + u"    for y in x:\n        return y\n    return None\n"_s << 9;
        QTest::newRow("a future import comes first") << u"from __future__ import annotations\n"_s + f
                                                     << u"from __future__ import annotations\n"_s + Preamble + u'\n' + f << 8;
        QTest::newRow("nothing") << u"  \n"_s << QString() << 0;
        QTest::newRow("prose") << u"I do not know."_s << u"I do not know."_s << 0;
    }

    void answers()
    {
        QFETCH(QString, answer);
        QFETCH(QString, code);
        QFETCH(int, lines);
        const Program program = assembleProgram(prefixed(), answer, AnswerKind::Answer);
        QCOMPARE(program.code, code);
        QCOMPARE(program.preambleLines, lines);
    }

    void theStarterLendsItsHead()
    {
        Task task;
        task.entryPoint = u"f"_s;
        task.starter = u"import math\n\ndef f(x):\n    \"\"\"Says x.\"\"\"\n    raise NotImplementedError\n"_s;
        QCOMPARE(assembleProgram(task, u"    return x"_s, AnswerKind::Answer).code,
            u"import math\n\ndef f(x):\n    \"\"\"Says x.\"\"\"\n    return x\n"_s);
        QCOMPARE(assembleProgram(task, u"def f(x):\n    return 1\n"_s, AnswerKind::Answer).code, u"def f(x):\n    return 1\n"_s);
    }

    void completionsAreCutAndClosed()
    {
        Task task = prefixed();
        task.stopTokens = {u"\ndef"_s, u""_s, u"\nif"_s};
        task.suffix = u"\n# end\n"_s;
        QCOMPARE(assembleProgram(task, u"    return x\nif 1:\n    pass\ndef g():"_s, AnswerKind::Completion).code, task.prefix + u"    return x\n# end\n"_s);
        QCOMPARE(assembleProgram(task, u"    return x"_s, AnswerKind::Completion).code, task.prefix + u"    return x\n# end\n"_s);
    }

    void importsAloneGoInFront()
    {
        Task task;
        task.entryPoint = u"f"_s;
        task.prefix = u"import math\nfrom typing import *\n"_s;
        const QString f = u"def f(x):\n    return math.pi\n"_s;
        QCOMPARE(assembleProgram(task, f, AnswerKind::Answer), (Program{task.prefix + f, 2}));
        task.kind = TaskKind::Program;
        task.entryPoint.clear();
        QCOMPARE(assembleProgram(task, u"print(1)\n"_s, AnswerKind::Answer), (Program{task.prefix + u"print(1)\n"_s, 2}));
    }

    void braces_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("lines");
        const QString rust = u"use std::mem;\n\n/// Says x.\nfn f(x: i32) -> i32 {\n"_s;
        QTest::newRow("Rust, function") << Language::Rust << rust << u"fn f(x: i32) -> i32 {\n    x\n}\n"_s << u"use std::mem;\nfn f(x: i32) -> i32 {\n    x\n}\n"_s << 1;
        QTest::newRow("Rust, whole") << Language::Rust << rust << rust + u"    x\n}\n"_s << rust + u"    x\n}\n"_s << 0;
        QTest::newRow("Rust, body") << Language::Rust << rust << u"```rust\n    x\n```"_s << rust + u"    x\n}\n"_s << 4;
        QTest::newRow("Rust, closed body") << Language::Rust << rust << u"```rust\n    x\n}\n```"_s << rust + u"    x\n}\n"_s << 4;
        const QString js = u"const g = (x) => x\n\n/* Says x. */\nconst f = (x) => {\n"_s;
        QTest::newRow("JavaScript, function") << Language::JavaScript << js << u"const f = (x) => g(x)\n"_s << u"const g = (x) => x\nconst f = (x) => g(x)\n"_s << 1;
        QTest::newRow("JavaScript, helper of its own") << Language::JavaScript << js << u"const g = 1\nconst f = (x) => g\n"_s << u"const g = 1\nconst f = (x) => g\n"_s << 0;
        QTest::newRow("JavaScript, body") << Language::JavaScript << js << u"```js\n  return g(x)\n```"_s << js + u"  return g(x)\n}\n"_s << 4;
        const QString java = u"import java.util.*;\n\nclass Solution {\n    public int f(int x) {\n"_s;
        QTest::newRow("Java, class") << Language::Java << java << u"class Solution {\n    public int f(int x) { return x; }\n}\n"_s
                                     << u"import java.util.*;\nclass Solution {\n    public int f(int x) { return x; }\n}\n"_s << 1;
        QTest::newRow("Java, method") << Language::Java << java << u"public int f(int x) { return x; }\n"_s
                                      << u"import java.util.*;\nclass Solution {\npublic int f(int x) { return x; }\n}\n"_s << 2;
        QTest::newRow("Java, body") << Language::Java << java << u"```java\n        return x;\n```"_s << java + u"        return x;\n}\n}\n"_s << 4;
        QTest::newRow("no code") << Language::Rust << rust << u"I don't know f."_s << u"I don't know f."_s << 0;
    }

    void braces()
    {
        QFETCH(Language, language);
        QFETCH(QString, prefix);
        QFETCH(QString, answer);
        QFETCH(QString, code);
        QFETCH(int, lines);
        if (!hasGrammar(language))
            QSKIP("this build has no grammar for the language");
        Task task;
        task.language = language;
        task.entryPoint = u"f"_s;
        task.prefix = prefix;
        const Program program = assembleProgram(task, answer, AnswerKind::Answer);
        QCOMPARE(program.code, code);
        QCOMPARE(program.preambleLines, lines);
    }
};

QTEST_APPLESS_MAIN(TestProgram)
#include "tst_program.moc"
