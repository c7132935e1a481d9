#include "core/tasks/codeextractor.h"

#include "core/syntax/syntaxtree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestCodeExtractor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extracts_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("code");
        const QString f = u"def f(x):\n    return x\n"_s;
        QTest::newRow("program alone") << f << f;
        QTest::newRow("program with a fence inside") << u"def f(x):\n    \"\"\"\n    ```\n    f(1)\n    ```\n    \"\"\"\n    return x"_s
                                                     << u"def f(x):\n    \"\"\"\n    ```\n    f(1)\n    ```\n    \"\"\"\n    return x"_s;
        QTest::newRow("fenced") << u"Here:\n```python\n%1```\nDone."_s.arg(f) << f;
        QTest::newRow("CRLF") << u"Here:\r\n```python\r\ndef f(x):\r\n    return x\r\n```\r\n"_s << f;
        QTest::newRow("tildes, no language") << u"~~~\n%1~~~"_s.arg(f) << f;
        QTest::newRow("longer fence") << u"````py\n%1````"_s.arg(f) << f;
        QTest::newRow("never closed") << u"Sure.\n```python\n%1"_s.arg(f) << f + u'\n';
        QTest::newRow("in a list") << u"1. so:\n   ```python\n   def f(x):\n       return x\n   ```"_s << f;
        QTest::newRow("usage behind") << u"```python\n%1```\nUse:\n```python\nprint(f(1))\nprint(f(2))\nprint(f(3))\n```"_s.arg(f) << f;
        QTest::newRow("corrected later") << u"```\ndef f(x):\n    return 0\n```\nNo, better:\n```\n%1```"_s.arg(f) << f;
        QTest::newRow("stub last") << u"```\n%1```\nIts shape was\n```\ndef f(x):\n    ...\n```"_s.arg(f) << f;
        QTest::newRow("broken one last") << u"```\n%1```\nor\n```\ndef f(x:\n```"_s.arg(f) << f;
        QTest::newRow("helper in its own block") << u"```\ndef g(x):\n    return x\n```\nthen\n```\ndef f(x):\n    return g(x)\n```"_s
                                                 << u"def g(x):\n    return x\n\ndef f(x):\n    return g(x)\n"_s;
        QTest::newRow("fence inside a string of the block") << u"Look:\n```python\ndef f(x):\n    return '''\n```\n'''\n```\nbye"_s
                                                            << u"def f(x):\n    return '''\n```\n'''\n"_s;
        QTest::newRow("thoughts") << u"<think>\n```\ndef f(x):\n    return 'draft'\n```\n</think>\n```\n%1```"_s.arg(f) << f;
        QTest::newRow("thoughts without a beginning") << u"maybe def f(x): no\n</think>\n%1"_s.arg(f) << f;
        QTest::newRow("prose around bare code") << u"The answer is:\n\nimport math\n\n%1\nThis returns its input, don't you think?"_s.arg(f)
                                                << u"import math\n\ndef f(x):\n    return x\n"_s;
        QTest::newRow("assigned") << u"```\nf = lambda x: x\n```"_s << u"f = lambda x: x\n"_s;
        QTest::newRow("async") << u"```\nasync def f(x):\n    return x\n```"_s << u"async def f(x):\n    return x\n"_s;
        QTest::newRow("body only") << u"```\n    return x\n```"_s << u"    return x\n"_s;
        QTest::newRow("no code") << u"I cannot do that."_s << u"I cannot do that."_s;
    }

    void extracts()
    {
        QFETCH(QString, answer);
        QFETCH(QString, code);
        QCOMPARE(extractCode(answer, Language::Python, u"f"_s), code);
    }

    void everyCutOfAnAnswerGivesSomething()
    {
        const QString answer = u"Text\n```python\nimport re\n\ndef f(x):\n    return re.sub('a', '`', x)\n```\nmore ``` text\n"_s;
        for (qsizetype cut = 1; cut <= answer.size(); ++cut)
            QVERIFY2(!extractCode(answer.first(cut), Language::Python, u"f"_s).isEmpty(), qPrintable(QString::number(cut)));
    }

    void otherLanguages_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("code");
        const QString rust = u"use std::mem;\n\npub fn f(x: i32) -> i32 {\n    x\n}\n"_s;
        const QString java = u"import java.util.*;\n\nclass Solution {\n    public int f(int x) {\n        return x;\n    }\n}\n"_s;
        const QString js = u"const f = (x) => {\n  return x\n}\n"_s;
        QTest::newRow("Rust, usage behind") << Language::Rust << u"So:\n```rust\n%1```\nand\n```\nf(2);\n```"_s.arg(rust) << rust;
        QTest::newRow("Rust alone") << Language::Rust << rust << rust;
        QTest::newRow("Rust in prose") << Language::Rust << u"The function f is this:\n\n%1\nIt returns x, doesn't it?"_s.arg(rust) << rust;
        QTest::newRow("Rust, body") << Language::Rust << u"```rust\n    f2(x)\n```"_s << u"    f2(x)\n"_s;
        QTest::newRow("Java, main behind") << Language::Java << u"```java\n%1```\nTry\n```java\nnew Solution().f(1);\n```"_s.arg(java) << java;
        QTest::newRow("Java in prose") << Language::Java << u"Here is f:\n\n%1\nThat's it."_s.arg(java) << java;
        QTest::newRow("Java, method") << Language::Java << u"```java\npublic int f(int x) {\n    return x;\n}\n```"_s << u"public int f(int x) {\n    return x;\n}\n"_s;
        QTest::newRow("JavaScript, corrected later") << Language::JavaScript << u"```js\nconst f = (x) => 0\n```\nNo:\n```js\n%1```"_s.arg(js) << js;
        QTest::newRow("JavaScript in prose") << Language::JavaScript << u"Use f:\n\n%1\nIt's done."_s.arg(js) << js;
        QTest::newRow("JavaScript, function") << Language::JavaScript << u"```\nfunction f(x) { return x }\n```\n```\nf(1)\n```"_s << u"function f(x) { return x }\n"_s;
    }

    void otherLanguages()
    {
        QFETCH(Language, language);
        QFETCH(QString, answer);
        QFETCH(QString, code);
        if (!hasGrammar(language))
            QSKIP("this build has no grammar for the language");
        QCOMPARE(extractCode(answer, language, u"f"_s), code);
    }
};

QTEST_APPLESS_MAIN(TestCodeExtractor)
#include "tst_codeextractor.moc"
