#include "core/student/habits.h"

#include "fixtures.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Whether mistakes really turn tests red: runs the bundled suite's tests with the system's Python.
class TestFaultEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesAreGreenAndMistakesRed();
};

static QByteArray line(const QByteArray &code, const Task &task)
{
    QStringList tests;
    for (const TestCase &test : task.visibleTests + task.hiddenTests)
        tests.append(test.code);
    return toJsonLine({{u"code"_s, QString::fromUtf8(code)}, {u"tests"_s, toJsonArray(tests)}}) + '\n';
}

void TestFaultEffect::referencesAreGreenAndMistakesRed()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not here");
    const Textbook book(fixtures::bundledSuite());
    const Habits habits(book, 1, fixtures::parameters().faults);
    QByteArray input;
    QStringList what;
    for (qsizetype i = 0; i < book.size(); ++i) {
        const TaskHabits &task = habits.of(i);
        const int reference = int(i) % int(task.references.size());
        input += line(task.references[size_t(reference)].program, book.task(i));
        what.append(QString());
        for (const FaultFamily family : allFaultFamilies()) {
            const WrittenProgram written = Habits::write(task, reference, only(family));
            if (written.faults.empty())
                continue;
            input += line(written.code, book.task(i));
            what.append(toString(family));
        }
    }
    QProcess python;
    python.start(u"python3"_s, {u"-I"_s, u"-B"_s, QStringLiteral(AUTODIDACT_SOURCE_DIR "/tests/student/run_programs.py")});
    QVERIFY(python.waitForStarted());
    python.write(input);
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(240'000));
    const QByteArrayList results = python.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(results.size(), what.size());
    int made = 0;
    int red = 0;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (what[i].isEmpty()) {
            QCOMPARE(results[i], QByteArray("1"));
            continue;
        }
        ++made;
        red += results[i] == "0" ? 1 : 0;
    }
    qInfo("%d of %d mistakes turn a test red", red, made);
    QVERIFY(made >= 100);
    QVERIFY2(red >= 0.90 * made, qPrintable(u"%1 of %2"_s.arg(red).arg(made)));
}

QTEST_GUILESS_MAIN(TestFaultEffect)
#include "tst_faulteffect.moc"
