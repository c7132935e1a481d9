#include "containerobstacle.h"
#include "core/evaluation/judge.h"
#include "core/runners/runnerfactory.h"
#include "core/tasks/importer.h"

#include <QTest>

#include <map>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Every sandbox says the same of every program: the references and the starters of the bundled suites.
class tst_Sandboxes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agree_data();
    void agree();

private:
    Result<QStringList> opinions(const QString &suite, SandboxGear gear);

    std::map<QString, QStringList> m_warm; ///< by suite
};

namespace {

/// What must not depend on the sandbox, in one line.
QString opinion(const QString &what, const Verdict &verdict)
{
    QStringList tests;
    for (const TestResult &test : verdict.tests)
        tests << test.name + u'=' + QString::number(int(test.status));
    return u"%1: %2, %3%4 [%5]"_s.arg(what, verdict.passed ? u"green"_s : u"red"_s, toString(verdict.errorClass),
        verdict.tampering ? u", tampering"_s : QString(), tests.join(u' '));
}

QString wall(SandboxGear gear)
{
    return gear == SandboxGear::Container ? u"container"_s : gear == SandboxGear::None ? u"none"_s : u"bubblewrap"_s;
}

} // namespace

Result<QStringList> tst_Sandboxes::opinions(const QString &suite, SandboxGear gear)
{
    const Result<SuiteContent> content = importSuite(u"jsonl"_s, suite);
    if (!content)
        return std::unexpected(content.error());
    const Result<std::unique_ptr<Runner>> runner = makeRunner({.gear = gear, .jobs = 1});
    if (!runner)
        return std::unexpected(runner.error());
    const Judge judge(**runner);
    QStringList lines;
    for (const Task &task : content->tasks) {
        for (const QString &program : task.references + QStringList{task.starter}) {
            const Result<Verdict> verdict = judge.judge(task, program, Visibility::Hidden, {});
            if (!verdict)
                return std::unexpected(verdict.error());
            if (verdict->sandbox != wall(gear) || verdict->infrastructureRetries != 0)
                return fail(ErrorKind::Sandbox, task.key + u": "_s + verdict->sandbox + u", "_s + verdict->errorDetail);
            lines << opinion(task.key, *verdict);
        }
    }
    return lines;
}

void tst_Sandboxes::agree_data()
{
    QTest::addColumn<QString>("suite");
    QTest::addColumn<SandboxGear>("gear");
    const QStringList suites = bundledSuites();
    QVERIFY(suites.size() >= 4);
    for (const QString &suite : suites) {
        const QString name = suite.section(u'/', -1).section(u'.', 0, 0);
        for (const SandboxGear gear : {SandboxGear::Warm, SandboxGear::Single, SandboxGear::Container, SandboxGear::None})
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(toString(gear))) << suite << gear;
    }
}

void tst_Sandboxes::agree()
{
    QFETCH(const QString, suite);
    QFETCH(const SandboxGear, gear);
    if (gear == SandboxGear::Container && !containerObstacle().isEmpty())
        QSKIP(qPrintable(containerObstacle()));
    const Result<QStringList> said = opinions(suite, gear);
    if (!said && said.error().kind == ErrorKind::Missing)
        QSKIP(qPrintable(said.error().detail));
    QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
    if (gear == SandboxGear::Warm) {
        QVERIFY(said->size() >= 30);
        QVERIFY(said->filter(u": green, none ["_s).size() >= said->size() / 2); // the references
        m_warm[suite] = *said;
    }
    QVERIFY2(m_warm.contains(suite), "run the warm row first");
    QCOMPARE(*said, m_warm[suite]);
}

QTEST_GUILESS_MAIN(tst_Sandboxes)
#include "tst_sandboxes.moc"
