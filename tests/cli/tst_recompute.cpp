#include "tests/support/commandline.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// What the script says about a journal; an empty object when it fails.
QJsonObject recomputed(const QString &journal, const QString &suite)
{
    QProcess script;
    script.start(u"python3"_s, {u"-B"_s, QStringLiteral(RECOMPUTE_SCRIPT), journal, suite});
    script.waitForFinished(120'000);
    if (script.exitCode() != 0)
        qWarning("%s", script.readAllStandardError().constData());
    return QJsonDocument::fromJson(script.readAllStandardOutput()).object();
}

/// Reports round to six places.
bool same(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isNull() || one.isUndefined() || other.isNull() || other.isUndefined())
        return (one.isNull() || one.isUndefined()) && (other.isNull() || other.isUndefined());
    return std::abs(one.toDouble() - other.toDouble()) <= 5.1e-7;
}

} // namespace

/// ReflectionAccuracy, MemoryReuseRate and SafetyDrop against an independent script over the exported journal.
class TestRecompute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &tool : {u"python3"_s, u"git"_s}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP(qPrintable(tool + u" is not installed"_s));
        }
    }

    void agrees_data();
    void agrees();
    void seesAnotherJournal();

private:
    /// Plays a run of that name, audits what it promoted, and exports journal and suite.
    static void play(const CommandLine &cli, const QString &suite, const QString &settings)
    {
        QStringList words{u"run"_s, u"--suite"_s, suite, u"--name"_s, u"r"_s, u"--quiet"_s};
        for (const QString &setting : settings.split(u' ', Qt::SkipEmptyParts))
            words << u"--set"_s << setting;
        QCOMPARE(cli.call(words).code, 0);
        QCOMPARE(cli.call({u"versions"_s, u"audit"_s, u"r"_s, u"--quiet"_s}).code, 0);
        QCOMPARE(cli.call({u"runs"_s, u"export"_s, u"r"_s, u"--texts"_s, u"--out"_s, cli.file(u"journal.jsonl"_s)}).code, 0);
        QCOMPARE(cli.call({u"suite"_s, u"export"_s, suite, u"--out"_s, cli.file(u"suite.jsonl"_s)}).code, 0);
    }
};

void TestRecompute::agrees_data()
{
    QTest::addColumn<QString>("suite");
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("applies");    // a value that the row must have, or it shows nothing
    const QString python = u"starter-python"_s;
    QTest::newRow("held out") << python << u"run.model=student:novice run.rounds=3 run.seed=3"_s << u"reflection_accuracy cause"_s;
    QTest::newRow("not held out, repeats") << python << u"run.split=none run.rounds=3"_s << u"memory_reuse_rate value"_s;
    QTest::newRow("classes not shown") << python << u"run.split=none run.rounds=2 agent.feedback=verdict"_s << u"reflection_accuracy kappa"_s;
    QTest::newRow("oracle feedback") << python << u"run.split=none run.rounds=2 agent.feedback=hidden"_s << u"reflection_accuracy lines_f1"_s;
    QTest::newRow("races, trials, shadows") << python
        << u"update.strategy=all update.rewrite=true run.model=student:novice run.rounds=3 run.seed=3"_s << u"reflection_accuracy lines_f1"_s;
    QTest::newRow("no memory") << python << u"memory.enabled=false run.rounds=1"_s << QString();
    QTest::newRow("no reflection") << python << u"agent.reflection=none run.rounds=1"_s << QString();
    QTest::newRow("harmful promotions") << python
        << u"run.model=student:average run.seed=10 run.rounds=2 run.split=none memory.enabled=false safety.rule=off student.harm=1"
           " student.world=adverse update.edit_bound=0.9"_s
        << u"safety_drop value"_s;
    QTest::newRow("rolled back by the window") << python
        << u"run.split=none run.rounds=4 safety.rule=window safety.window=40 student.harm=0.6 student.world=adverse"_s << u"safety_drop severe"_s;
    QTest::newRow("other language") << u"starter-javascript"_s << u"run.split=none run.rounds=2"_s << u"reflection_accuracy cause"_s;
}

void TestRecompute::agrees()
{
    QFETCH(const QString, suite);
    QFETCH(const QString, settings);
    QFETCH(const QString, applies);
    const CommandLine cli;
    play(cli, suite, settings);
    const Answer answer = cli.call({u"report"_s, u"r"_s, u"--format"_s, u"json"_s});
    const QJsonObject report = answer.json();
    const QJsonObject again = recomputed(cli.file(u"journal.jsonl"_s), cli.file(u"suite.jsonl"_s));
    QCOMPARE(again.size(), 3);
    for (const auto &[metric, keys] : std::initializer_list<std::pair<QString, QStringList>>{
             {u"reflection_accuracy"_s, {u"kappa"_s, u"lines_f1"_s, u"cause"_s}},
             {u"memory_reuse_rate"_s, {u"value"_s, u"precision"_s}},
             {u"safety_drop"_s, {u"value"_s, u"severe"_s}}}) {
        QVERIFY(report.contains(metric));
        for (const QString &key : keys) {
            const QJsonValue ours = report[metric][key];
            const QJsonValue theirs = again[metric][key];
            qInfo().noquote() << metric << key << ours.toVariant().toString() << theirs.toVariant().toString();
            QVERIFY2(same(ours, theirs), qPrintable(metric + u' ' + key));
        }
    }
    if (!applies.isEmpty())
        QVERIFY(report[applies.section(u' ', 0, 0)][applies.section(u' ', 1)].isDouble());
}

/// The comparison can fail: one changed verdict, promotion or memory gives other numbers.
void TestRecompute::seesAnotherJournal()
{
    const CommandLine cli;
    play(cli, u"starter-python"_s, u"run.split=none run.rounds=2 agent.feedback=verdict safety.rule=off"_s);
    QFile file(cli.file(u"journal.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray journal = file.readAll();
    const QString suite = cli.file(u"suite.jsonl"_s);
    const QJsonObject before = recomputed(file.fileName(), suite);
    QVERIFY(before[u"safety_drop"_s][u"value"_s].isDouble());
    const auto changed = [&](const QString &from, const QString &to) {
        cli.write(u"other.jsonl"_s, QString::fromUtf8(journal).replace(QRegularExpression(from), to).toUtf8());
        const QJsonObject numbers = recomputed(cli.file(u"other.jsonl"_s), suite);
        return numbers.size() == 3 ? numbers : before;
    };
    QVERIFY(changed(u"\"statedCause\":\"[a-z_]+\""_s, u"\"statedCause\":\"luck\""_s)[u"reflection_accuracy"_s] != before[u"reflection_accuracy"_s]);
    QVERIFY(changed(u"\"group\":\"[^\"]+\""_s, u"\"group\":\"rosters\""_s)[u"memory_reuse_rate"_s] != before[u"memory_reuse_rate"_s]);
    QVERIFY(changed(u"\"sum\":0"_s, u"\"sum\":-2"_s)[u"safety_drop"_s] != before[u"safety_drop"_s]);
}

QTEST_GUILESS_MAIN(TestRecompute)
#include "tst_recompute.moc"
