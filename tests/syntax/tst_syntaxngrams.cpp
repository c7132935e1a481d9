#include "core/syntax/syntaxngrams.h"

#include <QElapsedTimer>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestSyntaxNgrams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamingKeepsTheTree();
    void commentsAndDocstringsDoNotCount();
    void operatorsCount();
    void differentProgramsDiffer();
    void coverageOfMarkdownAndBareCode();
    void proseCoversLittle();
    void isFast();
};

static const QString s_program = u"def total(rows):\n    result = 0\n    for row in rows:\n        if row is not None:\n"
                                 "            result += row * 2\n    return result\n"_s;
static const QString s_other = u"import re\n\nclass Reader:\n    def words(self, text):\n"
                               "        return sorted(set(re.findall('[a-z]+', text)), key=len)\n"_s;

void TestSyntaxNgrams::renamingKeepsTheTree()
{
    QString renamed = s_program;
    renamed.replace(u"result"_s, u"amount"_s).replace(u"row"_s, u"line"_s).replace(u"* 2"_s, u"* 3"_s);
    QCOMPARE(treeSimilarity(Language::Python, s_program, s_program), 1.0);
    QCOMPARE(tokenSimilarity(Language::Python, s_program, s_program), 1.0);
    QCOMPARE(treeSimilarity(Language::Python, s_program, renamed), 1.0);
    QVERIFY(tokenSimilarity(Language::Python, s_program, renamed) < 0.6);
}

void TestSyntaxNgrams::commentsAndDocstringsDoNotCount()
{
    QString noted = s_program;
    noted.replace(u"    result = 0\n"_s, u"    \"\"\"Add up.\"\"\"\n    result = 0  # nothing yet\n"_s);
    QCOMPARE(treeSimilarity(Language::Python, s_program, noted), 1.0);
    QCOMPARE(tokenSimilarity(Language::Python, s_program, noted), 1.0);
}

void TestSyntaxNgrams::operatorsCount()
{
    QString changed = s_program;
    changed.replace(u"row * 2"_s, u"row + 2"_s);
    const double similarity = treeSimilarity(Language::Python, s_program, changed);
    QVERIFY(similarity < 1.0);
    QVERIFY(similarity > 0.6);
}

void TestSyntaxNgrams::differentProgramsDiffer()
{
    QVERIFY(treeSimilarity(Language::Python, s_program, s_other) < 0.3);
    QCOMPARE(treeSimilarity(Language::Python, s_program, s_other), treeSimilarity(Language::Python, s_other, s_program));
    QCOMPARE(treeSimilarity(Language::Python, QString(), QString()), 1.0);
    QCOMPARE(treeSimilarity(Language::Python, QString(), s_other), 0.0);
}

void TestSyntaxNgrams::coverageOfMarkdownAndBareCode()
{
    QCOMPARE(coverage(Language::Python, s_program, s_program), 1.0);
    const QString memory = u"## Memories\n\n### Memory 1: rows\nIt worked:\n```python\n%1```\nThen more words.\n"_s.arg(s_program);
    QCOMPARE(coverage(Language::Python, memory, s_program), 1.0);
    QVERIFY(coverage(Language::Python, memory, s_other) < 0.3);
    const QString half = s_program.left(s_program.indexOf(u"        if"_s));
    const double covered = coverage(Language::Python, half, s_program);
    QVERIFY(covered > 0.1);
    QVERIFY(covered < exposedFrom);
    QCOMPARE(coverage(Language::Python, s_program, QString()), 0.0);
}

void TestSyntaxNgrams::proseCoversLittle()
{
    const QString lesson = u"Check for a missing value before you add it up. Start the sum at zero, return it after the loop."_s;
    QVERIFY(coverage(Language::Python, lesson, s_program) < 0.1);
}

void TestSyntaxNgrams::isFast()
{
    QString longProgram;
    for (int i = 0; i < 34; ++i)
        longProgram += s_program;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(treeSimilarity(Language::Python, longProgram, longProgram), 1.0);
    const qint64 elapsed = timer.elapsed();
    QVERIFY2(elapsed < 250, qPrintable(u"%1 ms for two programs of 204 lines"_s.arg(elapsed)));
}

QTEST_GUILESS_MAIN(TestSyntaxNgrams)
#include "tst_syntaxngrams.moc"
