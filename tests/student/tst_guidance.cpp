#include "core/student/guidance.h"

#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestGuidance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rulesCountByMeaning();
    void lessonsAreRelevantToTheirFamily();
    void solvedTasksAreRelevantToWhatTheyShare();
    void anotherTimeContradictsWhenRequirementsDrift();
    void reflectionsNameCauses();

private:
    Guidance read(const ReadPrompt &prompt, qsizetype task, WorldKind kind = WorldKind::Helpful) const
    {
        const World world(kind, 1, fixtures::parameters());
        return GuidanceReader(*m_lore, *m_book, *m_habits, world, fixtures::parameters().prompt).read(prompt, task);
    }

    std::optional<Lore> m_lore;
    std::optional<Textbook> m_book;
    std::optional<Habits> m_habits;
};

static ShownMemory solved(const Task &task)
{
    return {task.title, u"A solved problem: %1\n```python\n%2```"_s.arg(task.statement, task.references[0])};
}

void TestGuidance::initTestCase()
{
    QList<Task> tasks = fixtures::bundledSuite().first(12);
    Task twin = tasks[0];
    twin.key = u"twin"_s;
    twin.group = tasks[0].groupKey();
    twin.entryPoint = u"twin_entry"_s;
    twin.statement = u"As before, but `twin_entry` counts from the far end of the yard, says the new foreman."_s;
    twin.repeatKind = RepeatKind::Drift;
    tasks.append(twin);
    m_lore = *Lore::bundled();
    m_book.emplace(tasks);
    m_habits.emplace(*m_book, 1, fixtures::parameters().faults);
}

void TestGuidance::rulesCountByMeaning()
{
    ReadPrompt prompt;
    prompt.tokens = 3000;
    prompt.rules = {{u"r1"_s, m_lore->of(FaultFamily::Boundary).remedies[0]}, {u"r2"_s, m_lore->of(FaultFamily::Boundary).remedies[1]},
        {u"r3"_s, u"Be kind."_s}, {u"r4"_s, u"Do not bother about empty input."_s}};
    const Guidance guidance = read(prompt, 0);
    QVERIFY(guidance.of(FaultFamily::Boundary).remedyGiven);
    QVERIFY(guidance.of(FaultFamily::EmptyInput).contraryGiven);
    QVERIFY(!guidance.of(FaultFamily::EmptyInput).remedyGiven);
    QVERIFY(!guidance.of(FaultFamily::Operator).remedyGiven);
    QCOMPARE(guidance.irrelevant, 1);
    QCOMPARE(guidance.lengthRatio, 1.5);
}

void TestGuidance::lessonsAreRelevantToTheirFamily()
{
    ReadPrompt prompt;
    prompt.memories = {{u"Duplicates"_s, m_lore->of(FaultFamily::DuplicateHandling).remedies[2]}, {u"Weather"_s, u"It rains today"_s}};
    const Guidance guidance = read(prompt, 0);
    QCOMPARE(guidance.of(FaultFamily::DuplicateHandling).memory, 1.0);
    QCOMPARE(guidance.of(FaultFamily::Boundary).memory, 0.0);
    QCOMPARE(guidance.irrelevant, 1);
}

void TestGuidance::solvedTasksAreRelevantToWhatTheyShare()
{
    for (qsizetype other = 1; other < 12; ++other) {
        ReadPrompt prompt;
        prompt.memories = {solved(m_book->task(other))};
        const Guidance guidance = read(prompt, 0);
        const bool sameGroup = m_book->task(other).groupKey() == m_book->task(0).groupKey();
        const FamilySet shared = m_habits->of(other).applicable & m_habits->of(0).applicable;
        QCOMPARE(guidance.irrelevant, shared.none() ? 1 : 0);
        for (const FaultFamily family : allFaultFamilies())
            QCOMPARE(guidance.of(family).memory, holds(shared, family) ? (sameGroup ? 1.0 : 0.5) : 0.0);
    }
    ReadPrompt cut;       // the statement is not whole: the program tells which task it is
    cut.memories = {{u"x"_s, u"```python\n%1```"_s.arg(m_book->task(0).references[0])}};
    QVERIFY(read(cut, 0).of(FaultFamily(1 + std::countr_zero(m_habits->of(0).applicable.to_ullong()))).memory == 1.0);
}

void TestGuidance::anotherTimeContradictsWhenRequirementsDrift()
{
    const qsizetype twin = m_book->size() - 1;
    ReadPrompt prompt;
    prompt.memories = {solved(m_book->task(0))};
    const auto family = FaultFamily(1 + std::countr_zero((m_habits->of(twin).applicable & m_habits->of(0).applicable).to_ullong()));
    QCOMPARE(read(prompt, twin, WorldKind::Helpful).of(family).memory, 1.0);
    QCOMPARE(read(prompt, twin, WorldKind::Drifting).of(family).memory, -1.0);
    QCOMPARE(read(prompt, 0, WorldKind::Drifting).of(family).memory, 1.0);
}

void TestGuidance::reflectionsNameCauses()
{
    ReadPrompt prompt;
    prompt.reflection = u"What failed: The program gives a wrong result in at least one test.\nWhy: %1\nWhat to change: %2\nCause: sort_order"_s
                            .arg(m_lore->of(FaultFamily::SortOrder).whys[0], m_lore->of(FaultFamily::SortOrder).remedies[3]);
    const Guidance guidance = read(prompt, 0);
    for (const FaultFamily family : allFaultFamilies())
        QCOMPARE(guidance.of(family).causeNamed, family == FaultFamily::SortOrder);
}

QTEST_GUILESS_MAIN(TestGuidance)
#include "tst_guidance.moc"
