#include "core/experiments/studycell.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestStudyPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsBundled();
    void layersSettings();
    void refuses_data();
    void refuses();
};

namespace {

const QByteArray good = R"(
title = "T"
suite = "starter-python"
worlds = ["null", "helpful"]
seeds = 3
[settings]
"run.rounds" = 4
"agent.attempts" = 2
[[arm]]
name = "a"
measure = "version"
settings = { "agent.attempts" = 1 }
[[arm]]
name = "b"
measure = "retries"
against = "a"
worlds = ["null"]
)";

QString written(const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(u"plan.toml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(text);
    return path;
}

} // namespace

void TestStudyPlan::readsWhatIsBundled()
{
    const QStringList paths = bundledStudies();
    QVERIFY(paths.size() >= 3);
    for (const QString &path : paths) {
        const Result<StudyPlan> plan = readStudyPlan(path);
        QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().detail));
        QCOMPARE(plan->seeds, 20);
        QVERIFY(!plan->question.isEmpty());
        QCOMPARE(plan->hash.size(), 64);
    }
}

void TestStudyPlan::layersSettings()
{
    const QTemporaryDir folder;
    const StudyPlan plan = readStudyPlan(written(folder, good)).value();
    QCOMPARE(plan.name, u"plan"_s);
    const RunConfig a = plan.configOf(*plan.arm(u"a"_s), u"helpful"_s, 2).value();
    QCOMPARE(a.rounds, 4);
    QCOMPARE(a.attempts, 1);
    QCOMPARE(a.world, u"helpful"_s);
    QCOMPARE(a.seed, 2);
    QCOMPARE(plan.configOf(*plan.arm(u"b"_s), u"null"_s, 1).value().attempts, 2);
    const QList<StudyCellPlace> cells = cellsOf(plan);
    QCOMPARE(cells.size(), 9);       // three seeds: both arms in null, one in helpful
    QCOMPARE(cells.first(), (StudyCellPlace{u"null"_s, u"a"_s, 1}));
}

void TestStudyPlan::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *from, const char *to, const char *says) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(says);
    };
    row("no TOML", "title = \"T\"", "title = ", "plan.toml:2: not valid TOML");
    row("unknown key", "title", "titel", "plan.toml:2: there is no key \"titel\" here");
    row("unknown setting", "run.rounds", "run.turns", "There is no setting \"run.turns\"");
    row("value of a setting", "\"run.rounds\" = 4", "\"run.rounds\" = -1", "run.rounds takes");
    row("no end", "\"run.rounds\" = 4", "\"run.rounds\" = 0", "has no end");
    row("unknown measure", "\"version\"", "\"hope\"", "arm \"a\": measure is memory, version, both, retries or safety, not \"hope\"");
    row("unknown partner", "against = \"a\"", "against = \"c\"", "arm \"b\" is compared with \"c\", which is no arm");
    row("unknown expectation", "title = \"T\"", "title = \"T\"\nexpect = \"much\"", "expect takes nothing, or is left out, not \"much\"");
    row("no seeds", "seeds = 3", "seeds = 0", "seeds and laps from 1 on");
    row("unknown world", "\"helpful\"]", "\"happy\"]", "happy");
}

void TestStudyPlan::refuses()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, says);
    QByteArray text = good;
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const QTemporaryDir folder;
    const Result<StudyPlan> plan = readStudyPlan(written(folder, text));
    QVERIFY(!plan);
    QVERIFY2(plan.error().detail.contains(says), qPrintable(plan.error().detail));
    QVERIFY2(plan.error().detail.contains(u"plan.toml:"), qPrintable(plan.error().detail));
}

QTEST_GUILESS_MAIN(TestStudyPlan)
#include "tst_studyplan.moc"
