#include "core/storage/memorystore.h"
#include "core/storage/runreader.h"
#include "tests/support/looppieces.h"

#include <QTest>

#include <set>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// What a run remembers in one language reaches another when, and only when, it is asked for.
class TestCrossLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossesOnRequest_data()
    {
        QTest::addColumn<bool>("asked");
        QTest::newRow("by default") << false;
        QTest::newRow("memory.cross_language") << true;
    }

    void crossesOnRequest()
    {
        QFETCH(const bool, asked);
        LoopFixture fixture;
        QList<Task> tasks = LoopFixture::taskList(6);
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            tasks[i].language = i % 2 ? Language::Rust : Language::Python;
            tasks[i].statement = u"Task %1, %2. Count the vowels of the given text number %1."_s.arg(i).arg(i < 4 ? u"easy" : u"hard");
        }
        Suite suite;
        suite.name = u"mixed"_s;
        QVERIFY(SuiteStore(*fixture.database).add(suite, tasks));
        fixture.config.suite = suite.name;
        fixture.config.crossLanguage = asked;
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);

        // Which (language of the task, language of the memory) came together, and of which kinds.
        std::set<std::pair<Language, Language>> met;
        std::set<MemoryKind> crossed;
        RunReader reader(*fixture.database);
        MemoryStore store(*fixture.database);
        const QList<AttemptRow> rows = reader.attempts(run.id, {}).value();
        for (const AttemptRow &row : rows) {
            const Attempt attempt = reader.attempt(row.id).value().attempt;
            const Language language = tasks.at(attempt.place.task).language;
            for (const MemoryUse &use : attempt.memories) {
                const Memory memory = store.byId(use.memory).value();
                met.emplace(language, memory.language);
                if (memory.language != language)
                    crossed.insert(memory.kind);
            }
        }
        QVERIFY(met.contains({Language::Python, Language::Python}));
        QVERIFY(met.contains({Language::Rust, Language::Rust}));
        QCOMPARE(met.contains({Language::Python, Language::Rust}), asked);
        QCOMPARE(met.contains({Language::Rust, Language::Python}), asked);
        QCOMPARE(crossed.contains(MemoryKind::Code), asked);
    }
};

QTEST_GUILESS_MAIN(TestCrossLanguage)
#include "tst_crosslanguage.moc"
