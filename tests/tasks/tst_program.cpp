#include "core/tasks/program.h"

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
};

QTEST_APPLESS_MAIN(TestProgram)
#include "tst_program.moc"
