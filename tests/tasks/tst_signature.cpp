#include "core/tasks/signature.h"

#include "tests/tasks/signaturesamples.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What a pasted signature gives of a task.
class TestSignature : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("entryPoint");
        QTest::addColumn<QString>("starter");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QStringList>("tests");
        QTest::newRow("python with doctests") << Language::Python << QString::fromUtf8(signaturesamples::python) << u"longest"_s
            << QString(QString::fromUtf8(signaturesamples::python) + u"    raise NotImplementedError\n"_s) << u"The longest of the words"_s
            << QStringList{u"longest([\"a\", \"bb\"])"_s, u"longest([], 1)"_s};
        QTest::newRow("python with a body") << Language::Python << QString::fromUtf8(signaturesamples::whole) << u"area"_s
            << u"def area(width, height):\n    \"\"\"Width times height.\n\n    area(2, 3) == 6\n    \"\"\"\n    raise NotImplementedError\n"_s
            << u"Width times height."_s << QStringList{u"area(2, 3)"_s};
        QTest::newRow("python without a colon") << Language::Python << u"def area(width, height) -> int"_s << u"area"_s
            << u"def area(width, height) -> int:\n    raise NotImplementedError\n"_s << u""_s << QStringList();
        QTest::newRow("python body without docstring") << Language::Python << u"def one():\n    return 1"_s << u"one"_s
            << u"def one():\n    raise NotImplementedError\n"_s << u""_s << QStringList();
        QTest::newRow("javascript") << Language::JavaScript << QString::fromUtf8(signaturesamples::javascript) << u"add"_s
            << u"function add(a, b) {\n    throw new Error(\"not written yet\");\n}\n"_s << u"The sum of both."_s
            << QStringList{u"assert.deepStrictEqual(add(1, 2), 3);"_s, u"assert.deepStrictEqual(add(0.5, 0.5), 1);"_s};
        QTest::newRow("java") << Language::Java << QString::fromUtf8(signaturesamples::java) << u"add"_s
            << u"class Solution {\n    static int add(int a, int b) {\n        throw new UnsupportedOperationException(\"not written yet\");\n    }\n}\n"_s
            << u"The sum of both."_s << QStringList{u"assertEquals(3, Solution.add(1, 2));"_s};
        QTest::newRow("rust") << Language::Rust << QString::fromUtf8(signaturesamples::rust) << u"add"_s << u"pub fn add(a: i32, b: i32) -> i32 {\n    todo!()\n}\n"_s
            << u"The sum of both."_s << QStringList{u"assert_eq!(add(1, 2), 3);"_s};
    }

    void reads()
    {
        QFETCH(const Language, language);
        QFETCH(const QString, text);
        QFETCH(const QStringList, tests);
        const auto parts = readSignature(text, language);
        QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
        QTEST(parts->entryPoint, "entryPoint");
        QTEST(parts->starter, "starter");
        QFETCH(const QString, statement);
        QVERIFY2(statement.isEmpty() ? parts->statement.isEmpty() : parts->statement.startsWith(statement), qPrintable(parts->statement));
        QCOMPARE(parts->visibleTests.size(), tests.size());
        for (int i = 0; i < tests.size(); ++i)
            QVERIFY2(parts->visibleTests.at(i).code.contains(tests.at(i)), qPrintable(parts->visibleTests.at(i).code));
    }

    void refuses_data()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : {Language::Python, Language::Java, Language::JavaScript, Language::Rust}) {
            for (const char *text : {"", "   \n", "hello world", "1 + 1", "class X:", "((((", "\xef\xbf\xbf"})
                QTest::addRow("%s %s", qPrintable(toString(language)), text) << language;
        }
    }

    void refuses()
    {
        QFETCH(const Language, language);
        const QString text = QString::fromUtf8(QTest::currentDataTag()).section(u' ', 1);
        const auto parts = readSignature(text, language);
        QVERIFY2(!parts, parts ? qPrintable(parts->starter) : "");
        QVERIFY(!parts.error().detail.isEmpty());
    }
};

QTEST_MAIN(TestSignature)
#include "tst_signature.moc"
