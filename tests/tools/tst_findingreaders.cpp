#include "core/tools/findingreaders.h"
#include "core/tools/subject.h"
#include "core/tools/tidy.h"
#ifndef Q_MOC_RUN // moc loses its way in raw texts
#include "tests/tools/toolsamples.h"
#endif

#include <QTest>

using namespace autodidact;
using namespace autodidact::samples;
using namespace Qt::StringLiterals;

using Reader = QList<ToolFinding> (*)(const QByteArray &);
Q_DECLARE_METATYPE(Reader)

namespace {

/// "line:column code message", a line a finding.
QString told(const QList<ToolFinding> &findings)
{
    QStringList lines;
    for (const ToolFinding &finding : findings)
        lines.append(u"%1:%2 %3 %4"_s.arg(finding.line)
                .arg(finding.column)
                .arg(finding.code, finding.message));
    return lines.join(u'\n');
}

} // namespace

/// What each tool writes, as findings.
class TestFindingReaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void survivesAnything_data() { reads_data(); }
    void survivesAnything();
    void tidies();
    void silencesNothing_data();
    void silencesNothing();
    void namesFiles_data();
    void namesFiles();
};

void TestFindingReaders::reads_data()
{
    QTest::addColumn<Reader>("reader");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Reader reader, const QByteArray &text,
                         const QString &expected) {
        QTest::newRow(name) << reader << text << expected;
    };
    row("python, well", readPythonSyntax, {}, {});
    row("python, a place", readPythonSyntax,
        R"({"line": 2, "column": 15, "code": "SyntaxError", "message": "invalid syntax"})",
        u"2:15 SyntaxError invalid syntax"_s);
    row("pyflakes", readPyflakes, pyflakesText,
        u"1:1  'os' imported but unused\n5:5  local variable 'unused' is assigned to but never used\n12:26  undefined name 'undefined_name'"_s);
    row("pyflakes, broken program", readPyflakes, pyflakesBroken, u"2:15  invalid syntax"_s);
    row("pycodestyle", readPycodestyle, pycodestyleText,
        u"4:1 E302 expected 2 blank lines, found 1\n8:20 W291 trailing whitespace\n12:10 E711 "
        u"comparison to None should be 'if cond is None:'\n"
        "12:17 E701 multiple statements on one line (colon)"_s);
    row("mypy, with a note and cut off", readMypy, mypyText,
        u"8:19 operator Unsupported operand types for + (\"str\" and \"int\")\n9:12 return-value Incompatible return value type (got \"str\", expected \"int\")"_s);
    row("node", readNodeCheck, nodeText, u"2:13 SyntaxError Unexpected token ';'"_s);
    row("node, the program imitates it", readNodeCheck, nodeFake,
        u"1:1 SyntaxError Missing initializer in const declaration"_s);
    row("eslint", readEslint, eslintText, u"5:26 no-undef 'summ' is not defined."_s);
    row("eslint, fatal", readEslintFatal, eslintText, u"2:13  Parsing error: Unexpected token ;"_s);
    row("javac, warnings", readJavacWarnings, javacText,
        u"4:22 rawtypes found raw type: List\n7:28 unchecked unchecked conversion; required: List<String>; found: ArrayList"_s);
    row("javac, errors", readJavacErrors, javacText,
        u"9:16  cannot find symbol; symbol: variable y\n10:23  ';' expected"_s);
    row("javac, the program imitates it", readJavacErrors, javacFake, u"3:23  ';' expected"_s);
    row("javac, arguments", readJavacErrors, javacArgument,
        u"4:16  method f in class A cannot be applied to given types;; required: int; found: int,int; reason: actual and formal argument lists differ in length"_s);
    row("rustc, errors", readRustErrors, rustText,
        u"4:5 arithmetic_overflow this arithmetic operation will overflow: attempt to compute "
        u"`255_u8 + 1`, which would overflow\n"
        "2:19 E0308 mismatched types: expected `&str`, found `i32`\n0:0  expected one of `!` or `::`"_s);
    row("rustc, refusals", readRustRefusals, rustText,
        u"2:19 E0308 mismatched types: expected `&str`, found `i32`\n0:0  expected one of `!` or `::`"_s);
    row("rustc, lints", readRustLints, rustText,
        u"3:9 unused_variables unused variable: `unused`\n"
        "4:5 arithmetic_overflow this arithmetic operation will overflow: attempt to compute `255_u8 + 1`, which would overflow"_s);
    row("rustfmt", readRustfmt, rustfmtText,
        u"4:0 format rustfmt would write: for i in 0..values.len() {\n7:0 format rustfmt would "
        u"write: fn helper(x: i32) -> i32 {\n"
        "21:0 format rustfmt would lay this out otherwise"_s);
}

void TestFindingReaders::reads()
{
    QFETCH(Reader, reader);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(told(reader(text)), expected);
    QCOMPARE(told(reader({})), QString());
}

/// Cut off anywhere, or with bytes changed: no crash, and never more findings than lines.
void TestFindingReaders::survivesAnything()
{
    QFETCH(Reader, reader);
    QFETCH(QByteArray, text);
    for (qsizetype at = 0; at < text.size(); ++at) {
        QVERIFY(reader(text.left(at)).size() <= text.count('\n') + 1);
        QByteArray changed = text;
        changed[at] = char(changed[at] ^ 0x55);
        QVERIFY(reader(changed).size() <= changed.count('\n') + 1);
    }
}

void TestFindingReaders::tidies()
{
    const QList<ToolFinding> messy{
        {7, 1, u"b"_s, u"later"_s},
        {-3, -1, u"a"_s,
            u"cannot open /work/tools/x.py at 0x7ffff69ee129 under Node.js v20.19.2 and /home/me/a/b"_s},
        {7, 1, u"b"_s, u"later"_s},
        {5, 2, {}, u"two\nlines\tand "_s + QChar(0) + u'x'},
        {5, 1, {}, QString(400, u'y')},
        {6, 1, {}, u"a ratio a/b, 1/usr"_s},
    };
    const QList<ToolFinding> tidy = tidied(messy);
    QCOMPARE(tidy.size(), 5);
    QCOMPARE(
        tidy[0], (ToolFinding{0, 0, u"a"_s, u"cannot open x.py at 0x0 under Node.js and b"_s}));
    QCOMPARE(tidy[1].message.size(), 300);
    QCOMPARE(tidy[2].message, u"two lines and x"_s);
    QCOMPARE(tidy[3].message, u"a ratio a/b, 1/usr"_s);
    QCOMPARE(tidy[4].line, 7);
    QList<ToolFinding> many;
    for (int line = 100; line > 0; --line)
        many.append({line, 1, {}, u"x"_s});
    QCOMPARE(tidied(many).size(), mostFindings);
    QCOMPARE(tidied(many).last().line, mostFindings);
}

void TestFindingReaders::silencesNothing_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u"type: int = 3\nnoqa = 1\n"_s << u"type: int = 3\nnoqa = 1\n"_s;
    QTest::newRow("type: ignore") << u"x = 1  # type: ignore[arg-type]\n"_s
                                  << u"x = 1  # _ype: ignore[arg-type]\n"_s;
    QTest::newRow("both") << u"x = 1  #type:ignore # noqa: E711\n"_s
                          << u"x = 1  #_ype:ignore # _oqa: E711\n"_s;
    QTest::newRow("settings") << u"# mypy: ignore-errors\n# NOPEP8\n"_s
                              << u"# _ypy: ignore-errors\n# _OPEP8\n"_s;
    QTest::newRow("a type comment stays")
        << u"x = []  # type: list[int]\n"_s << u"x = []  # type: list[int]\n"_s;
}

void TestFindingReaders::silencesNothing()
{
    QFETCH(QString, code);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromUtf8(subjectOf(Task{}, code).code), expected);
}

void TestFindingReaders::namesFiles_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("module");
    QTest::newRow("python") << Language::Python << u"x = 1"_s << u"program.py"_s << false;
    QTest::newRow("script") << Language::JavaScript << u"const x = import('y'); // export"_s
                            << u"program.js"_s << false;
    QTest::newRow("import") << Language::JavaScript << u"import x from 'y';"_s << u"program.js"_s
                            << true;
    QTest::newRow("export") << Language::JavaScript << u"export const x = 1;"_s << u"program.js"_s
                            << true;
    QTest::newRow("java, public last")
        << Language::Java << u"class A {}\npublic final class B {}\n"_s << u"B.java"_s << false;
    QTest::newRow("java, an interface")
        << Language::Java << u"package a;\ninterface C {}\n"_s << u"C.java"_s << false;
    QTest::newRow("java, record") << Language::Java << u"class A {}\npublic record R(int x) {}\n"_s
                                  << u"R.java"_s << false;
    QTest::newRow("java, nothing") << Language::Java << QString() << u"Program.java"_s << false;
    QTest::newRow("java, no path")
        << Language::Java << u"public class ../../etc/A {}\n"_s << u"Program.java"_s << false;
    QTest::newRow("rust") << Language::Rust << u"fn main() {}"_s << u"program.rs"_s << false;
}

void TestFindingReaders::namesFiles()
{
    QFETCH(Language, language);
    QFETCH(QString, code);
    QFETCH(QString, file);
    QFETCH(bool, module);
    Task task;
    task.language = language;
    const Subject subject = subjectOf(task, code);
    QVERIFY2(!subject.file.contains(u'/'), qPrintable(subject.file));
    if (qstrcmp(QTest::currentDataTag(), "java, no path") != 0)
        QCOMPARE(subject.file, file);
    QCOMPARE(subject.module, module);
}

QTEST_GUILESS_MAIN(TestFindingReaders)
#include "tst_findingreaders.moc"
