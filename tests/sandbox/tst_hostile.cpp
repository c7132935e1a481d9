#include "containerobstacle.h"
#include "core/runners/runnerfactory.h"
#include "hostileprogram.h"
#include "ordinaryuser.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <map>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Each program in hostile/ attacks; its head says how that must end. The test that it must not
/// pass: attack() == 42.
class tst_Hostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attack_data();
    void attack();

private:
    Result<Runner *> runner(SandboxGear gear, bool ordinary);

    OrdinaryUser m_ordinaryUser;
    std::map<std::pair<SandboxGear, bool>, std::unique_ptr<Runner>> m_runners;
};

namespace {

bool hasControlGroups()
{
    const Result<SandboxOptions> options = resolved({});
    return options && QProcess::execute(options->helperPath, {u"check-group"_s}) == 0;
}

} // namespace

Result<Runner *> tst_Hostile::runner(SandboxGear gear, bool ordinary)
{
    std::unique_ptr<Runner> &place = m_runners[{gear, ordinary}];
    if (!place) {
        Result<SandboxOptions> options = resolved({.gear = gear, .jobs = 1});
        if (!options)
            return std::unexpected(options.error());
        Result<std::unique_ptr<Runner>> made =
            makeRunner(ordinary ? m_ordinaryUser.apply(*options) : *options);
        if (!made)
            return std::unexpected(made.error());
        place = std::move(*made);
    }
    return place.get();
}

void tst_Hostile::attack_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<SandboxGear>("gear");
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<bool>("ordinary");
    const QDir folder(QStringLiteral(AUTODIDACT_SOURCE_DIR "/tests/sandbox/hostile"));
    const QStringList names = folder.entryList({u"*.py"_s, u"*.js"_s, u"*.java"_s, u"*.rs"_s}, QDir::Files, QDir::Name);
    QVERIFY(names.size() > 130);
    for (const bool ordinary : {false, true}) {
        for (const QString &name : names) {
            const bool valuesCross =
                readHead(readProgram(folder.filePath(name)))[u"in-process"_s] == u"skip";
            const auto row = [&](const char *kind, SandboxGear gear, Isolation isolation) {
                QTest::addRow("%s, %s%s", qPrintable(name.endsWith(u".py"_s) ? name.chopped(3) : name), kind,
                    ordinary ? ", ordinary user" : "")
                    << folder.filePath(name) << gear << isolation << ordinary;
            };
            if (sharesProcess(languageOf(name))) {
                row("in-process", SandboxGear::Warm, Isolation::InProcess);
                if (!ordinary)
                    row("container, in-process", SandboxGear::Container, Isolation::InProcess);
                continue;
            }
            row("split", SandboxGear::Warm, Isolation::Split);
            if (!valuesCross) // in one process none does
                row("in-process", SandboxGear::Warm, Isolation::InProcess);
            row("single", SandboxGear::Single, Isolation::Split);
            if (ordinary)
                continue; // a container's users are others than the one who starts it
            row("container", SandboxGear::Container, Isolation::Split);
            if (!valuesCross)
                row("container, in-process", SandboxGear::Container, Isolation::InProcess);
        }
    }
}

void tst_Hostile::attack()
{
    QFETCH(const QString, file);
    QFETCH(const SandboxGear, gear);
    QFETCH(const Isolation, isolation);
    QFETCH(const bool, ordinary);
    if (ordinary && !m_ordinaryUser.obstacle().isEmpty())
        QSKIP(qPrintable(m_ordinaryUser.obstacle()));
    if (gear == SandboxGear::Container && !containerObstacle().isEmpty())
        QSKIP(qPrintable(containerObstacle()));
    const Language language = languageOf(file);
    if (const QString tool = missingTool(language); !tool.isEmpty())
        QSKIP(qPrintable(tool + u" is not installed"_s));
    const QString code = readProgram(file);
    QVERIFY(!code.isEmpty());
    const std::map<QString, QString> head = readHead(code);
    if (head.contains(u"needs a control group"_s) && (ordinary || !hasControlGroups()))
        QSKIP("no control group can be made");
    const bool inProcess = isolation == Isolation::InProcess;
    QString expected = head.at(u"class"_s);
    if (inProcess && head.contains(u"in-process"_s))
        expected = head.at(u"in-process"_s);

    const Result<Runner *> sandbox = runner(gear, ordinary);
    QVERIFY2(sandbox, sandbox ? "" : qPrintable(sandbox.error().detail));
    Execution execution = attackExecution(language, code, isolation);
    if (expected == u"memory") { // on a busy machine a tree of processes takes long to grow
        execution.limits.cpuMs = 2000;
        execution.limits.wallMs = 8000;
    }
    const Result<Verdict> verdict = (*sandbox)->run(execution, {});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
    const QString story = toString(verdict->errorClass) + u": "_s + verdict->errorDetail + u" | "_s
        + verdict->output.left(400);
    QVERIFY2(toString(verdict->errorClass) == expected, qPrintable(story));
    QCOMPARE(verdict->passed, expected == u"none");
    const bool tampering =
        head.contains(u"tampering"_s) || (inProcess && head.contains(u"in-process-tampering"_s));
    QVERIFY2(verdict->tampering == tampering, qPrintable(story));
    QCOMPARE(verdict->infrastructureRetries, 0);

    // The next attempt on the same server is unharmed, and finds nothing of the last one.
    const Result<Verdict> next = (*sandbox)->run(attackExecution(language, honestProgram(language), isolation), {});
    QVERIFY(next);
    QVERIFY2(next->passed, qPrintable(next->errorDetail));
    QCOMPARE(next->infrastructureRetries, 0);
}

QTEST_GUILESS_MAIN(tst_Hostile)
#include "tst_hostile.moc"
