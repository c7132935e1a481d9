#include "core/student/textbook.h"

#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTextbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryBundledTask();
    void isNotDisturbedByMoreText();
    void doesNotGuess();
    void tellsTasksOfOneNameApart();
    void findsProgramsByWhatTheyDefine();
};

void TestTextbook::findsEveryBundledTask()
{
    const Textbook book(fixtures::bundledSuite());
    QVERIFY(book.size() >= 12);
    for (qsizetype i = 0; i < book.size(); ++i)
        QCOMPARE(book.find(fixtures::taskSection(book.task(i))), i);
}

void TestTextbook::isNotDisturbedByMoreText()
{
    const Textbook book(fixtures::bundledSuite());
    for (qsizetype i = 0; i < book.size(); ++i) {
        QString statement = book.task(i).statement;
        statement.replace(u"\n"_s, u"\n\n   "_s);
        const QString text = u"Think hard about edge cases.\n%1\nLanguage: python. `%2`\nBe brief, please."_s.arg(statement, book.task(i).entryPoint);
        QCOMPARE(book.find(text), i);
    }
}

void TestTextbook::doesNotGuess()
{
    const Textbook book(fixtures::bundledSuite());
    QVERIFY(!book.find(u"Write a function that reverses a list. Entry point: `reverse_it`"_s).has_value());
    QVERIFY(!book.find(u"Write %1, it turns the sea into soup."_s.arg(book.task(0).entryPoint)).has_value());
    QVERIFY(!book.find(QString()).has_value());
}

void TestTextbook::tellsTasksOfOneNameApart()
{
    const Task sum{.key = u"a"_s, .statement = u"Add the numbers of the list."_s, .entryPoint = u"run"_s};
    const Task most{.key = u"b"_s, .statement = u"Find the largest of the words."_s, .entryPoint = u"run"_s};
    const Task longer{.key = u"c"_s, .statement = u"Add the numbers of the list. Skip gaps."_s, .entryPoint = u"run"_s};
    const Textbook book({sum, most, longer});
    QCOMPARE(book.find(u"Add the numbers of the list. `run`"_s), 0);
    QCOMPARE(book.find(u"Find the largest of the words. `run`"_s), 1);
    QCOMPARE(book.find(u"Add the numbers of the list. Skip gaps. `run`"_s), 2);
}

void TestTextbook::findsProgramsByWhatTheyDefine()
{
    const Textbook book(fixtures::bundledSuite());
    QCOMPARE(book.findProgram(book.task(3).references[0]), 3);
    QVERIFY(!book.findProgram(u"x = 1"_s).has_value());
}

QTEST_GUILESS_MAIN(TestTextbook)
#include "tst_textbook.moc"
