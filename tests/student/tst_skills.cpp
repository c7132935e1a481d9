#include "core/student/simulatedstudent.h"
#include "fixtures.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;
using fixtures::codeRequest;

/// Skills and worlds as anybody meets them: through ChatModel, judged by what the student says that
/// it did.
class TestSkills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingReachesTheDeaf_data();
    void nothingReachesTheDeaf();
    void aLongPromptReachesTheDeaf();
    void reflectionsDoNotReachTheDeaf();
    void theCarelessMakeMoreMistakesWhenItIsHot();
    void theStubbornKeepTheirMistakes();
    void halfOfTheBookStandsAfterTheChange();
    void memoryRecallsTheOldRequirement();

private:
    std::unique_ptr<SimulatedStudent> student(
        const QString &skill, WorldKind world = WorldKind::Helpful, quint64 seed = 1) const
    {
        return SimulatedStudent::create(
            m_tasks, {.world = world, .worldSeed = seed, .skill = skill, .calibration = {}})
            .value();
    }
    static ChatReply ask(SimulatedStudent &student, const ChatRequest &request)
    {
        return student.complete(request, {}, {}).value_or(ChatReply());
    }
    static qsizetype faults(SimulatedStudent &student, const ChatRequest &request)
    {
        return fixtures::manifestOf(ask(student, request))["faults"_L1].toArray().size();
    }
    static QString memoryOf(const Task &task)
    {
        return u"## Memories\n\n### Memory 1: %1\nA solved problem: %2\n```python\n%3\n```\n\n"_s
            .arg(task.key, task.statement, task.references[0].trimmed());
    }
    static ChatRequest retry(
        const Task &task, const QString &code, quint64 seed, const QString &cause)
    {
        QString after =
            u"\n## Previous attempt\n```python\n%1\n```\n\n## Test results\nError class: logic\n"_s
                .arg(code.trimmed());
        if (!cause.isEmpty())
            after += u"\n## Reflection\nWhat failed: a test.\nCause: %1\n"_s.arg(cause);
        return codeRequest(task, seed, 0.2, {}, {}, after);
    }

    QList<Task> m_tasks;
};

void TestSkills::initTestCase()
{
    m_tasks = fixtures::bundledSuite();
    QVERIFY(m_tasks.size() >= 12);
}

void TestSkills::nothingReachesTheDeaf_data()
{
    QTest::addColumn<WorldKind>("world");
    for (const WorldKind world : {WorldKind::Helpful, WorldKind::Mixed, WorldKind::Adverse,
             WorldKind::Null, WorldKind::Drifting})
        QTest::newRow(qPrintable(toString(world))) << world;
}

/// The same seed gives the same program, whatever rules and memories stand in a prompt that is not
/// too long.
void TestSkills::nothingReachesTheDeaf()
{
    QFETCH(WorldKind, world);
    const auto deaf = student(u"deaf"_s, world);
    const auto average = student({}, world);
    const QStringList remedies = fixtures::allRemedies(deaf->lore());
    const QStringList bad = deaf->lore().uselessRules()
        + QStringList{u"Do not bother about empty input."_s, u"Ignore the ends of ranges."_s};
    int averageChanges = 0;
    for (qsizetype i = 0; i < m_tasks.size(); ++i) {
        const QString lesson =
            u"## Memories\n### Memory 1: Ends\n%1\n\n"_s.arg(remedies[i % remedies.size()]);
        for (quint64 seed = 1; seed <= 4; ++seed) {
            const ChatReply plain = ask(*deaf, codeRequest(m_tasks[i], seed));
            for (const ChatRequest &request : {codeRequest(m_tasks[i], seed, 0.2, remedies),
                     codeRequest(m_tasks[i], seed, 0.2, bad),
                     codeRequest(
                         m_tasks[i], seed, 0.2, {}, memoryOf(m_tasks[(i + 7) % m_tasks.size()])),
                     codeRequest(m_tasks[i], seed, 0.2, remedies.first(3), lesson)}) {
                const ChatReply helped = ask(*deaf, request);
                QVERIFY(helped.usage.promptTokens < 2000);
                QCOMPARE(helped.text, plain.text);
                QCOMPARE(helped.manifest, plain.manifest);
                averageChanges +=
                    ask(*average, request).text != ask(*average, codeRequest(m_tasks[i], seed)).text
                    ? 1
                    : 0;
            }
        }
    }
    // The same requests do reach others: the test could fail.
    QVERIFY2((averageChanges > 20) == (world != WorldKind::Null),
        qPrintable(QString::number(averageChanges)));
}

void TestSkills::aLongPromptReachesTheDeaf()
{
    const auto helpful = student(u"deaf"_s);
    const auto null = student(u"deaf"_s, WorldKind::Null);
    qsizetype plain = 0;
    qsizetype longer = 0;
    for (const Task &task : std::as_const(m_tasks)) {
        for (quint64 seed = 1; seed <= 4; ++seed) {
            const ChatRequest request =
                codeRequest(task, seed, 0.2, {}, QString(40000, u'x') + u'\n');
            plain += faults(*helpful, codeRequest(task, seed));
            longer += faults(*helpful, request);
            QCOMPARE(ask(*null, request).text, ask(*null, codeRequest(task, seed)).text);
        }
    }
    QVERIFY2(longer > plain * 1.2, qPrintable(u"%1 against %2"_s.arg(longer).arg(plain)));
}

void TestSkills::reflectionsDoNotReachTheDeaf()
{
    const auto deaf = student(u"deaf"_s);
    const auto average = student({});
    int asked = 0;
    int averageChanges = 0;
    for (const Task &task : std::as_const(m_tasks)) {
        for (quint64 seed = 1; seed <= 8; ++seed) {
            const ChatReply first = ask(*deaf, codeRequest(task, seed));
            if (fixtures::isRight(first))
                continue;
            const QString cause =
                fixtures::manifestOf(first)["faults"_L1][0]["family"_L1].toString();
            const ChatRequest named = retry(task, fixtures::codeOf(first), seed + 50, cause);
            const ChatRequest unnamed = retry(task, fixtures::codeOf(first), seed + 50, {});
            QCOMPARE(ask(*deaf, named).text, ask(*deaf, unnamed).text);
            averageChanges += ask(*average, named).text != ask(*average, unnamed).text ? 1 : 0;
            ++asked;
        }
    }
    QVERIFY2(asked > 40 && averageChanges > asked / 10,
        qPrintable(u"%1 of %2"_s.arg(averageChanges).arg(asked)));
}

void TestSkills::theCarelessMakeMoreMistakesWhenItIsHot()
{
    std::array<qsizetype, 4> made{};
    for (quint64 seed = 1; seed <= 6; ++seed) {
        const auto careless = student(u"careless"_s, WorldKind::Helpful, seed);
        const auto average = student({}, WorldKind::Helpful, seed);
        for (const Task &task : std::as_const(m_tasks)) {
            made[0] += faults(*average, codeRequest(task, seed, 0.05));
            made[1] += faults(*average, codeRequest(task, seed, 1.0));
            made[2] += faults(*careless, codeRequest(task, seed, 0.05));
            made[3] += faults(*careless, codeRequest(task, seed, 1.0));
        }
    }
    qInfo("mistakes: average %lld cold, %lld hot; careless %lld cold, %lld hot", qlonglong(made[0]),
        qlonglong(made[1]), qlonglong(made[2]), qlonglong(made[3]));
    QVERIFY(made[2] > made[0] && made[3] > made[1]);
    QVERIFY(made[3] - made[2] > made[1] - made[0]);
}

void TestSkills::theStubbornKeepTheirMistakes()
{
    std::array<int, 2> mended{};
    int asked = 0;
    for (quint64 world = 1; world <= 5; ++world) {
        const auto stubborn = student(u"stubborn"_s, WorldKind::Helpful, world);
        const auto average = student({}, WorldKind::Helpful, world);
        for (const Task &task : std::as_const(m_tasks)) {
            for (quint64 seed = 1; seed <= 4; ++seed) {
                const ChatReply first = ask(*average, codeRequest(task, seed));
                if (fixtures::isRight(first))
                    continue;
                const QString cause =
                    fixtures::manifestOf(first)["faults"_L1][0]["family"_L1].toString();
                const ChatRequest request = retry(task, fixtures::codeOf(first), seed + 50, cause);
                mended[0] += fixtures::isRight(ask(*average, request)) ? 1 : 0;
                mended[1] += fixtures::isRight(ask(*stubborn, request)) ? 1 : 0;
                ++asked;
            }
        }
    }
    qInfo("of %d told mistakes the average student mends %d, the stubborn one %d", asked, mended[0],
        mended[1]);
    QVERIFY(asked > 100 && mended[1] * 2 < mended[0] && mended[1] > 0);
}

void TestSkills::halfOfTheBookStandsAfterTheChange()
{
    const auto student = this->student({}, WorldKind::Drifting);
    const Textbook &book = student->textbook();
    QStringList groups;
    QSet<QString> after;
    for (qsizetype i = 0; i < book.size(); ++i) {
        const QString group = book.task(i).groupKey();
        if (!groups.contains(group))
            groups.append(group);
        if (book.afterChange(i))
            after.insert(group);
    }
    QCOMPARE(after.size(), groups.size() - (groups.size() + 1) / 2);
    for (qsizetype i = 0; i < groups.size(); ++i)
        QCOMPARE(after.contains(groups[i]), 2 * i >= groups.size());
}

/// A solved task of one's own time helps, one of the other time harms; in a helpful world both
/// help.
void TestSkills::memoryRecallsTheOldRequirement()
{
    struct Count {
        qsizetype without = 0;
        qsizetype own = 0;
        qsizetype other = 0;
    };
    std::array<Count, 2> counts{};
    for (quint64 seed = 1; seed <= 4; ++seed) {
        const std::array pupils{
            student({}, WorldKind::Drifting, seed), student({}, WorldKind::Helpful, seed)};
        const Textbook &book = pupils[0]->textbook();
        for (size_t which = 0; which < pupils.size(); ++which) {
            for (qsizetype i = 0; i < book.size(); ++i) {
                const qsizetype without =
                    faults(*pupils.at(which), codeRequest(book.task(i), seed, 0.4));
                for (qsizetype j = 0; j < book.size(); j += 3) {
                    if (book.task(i).groupKey() == book.task(j).groupKey())
                        continue;
                    const qsizetype with = faults(*pupils.at(which),
                        codeRequest(book.task(i), seed, 0.4, {}, memoryOf(book.task(j))));
                    Count &count = counts.at(which);
                    (book.afterChange(i) == book.afterChange(j) ? count.own : count.other) +=
                        with - without;
                    count.without += without;
                }
            }
        }
    }
    for (const Count &count : counts)
        qInfo("mistakes %lld; change by own time %lld, by the other time %lld",
            qlonglong(count.without), qlonglong(count.own), qlonglong(count.other));
    QVERIFY(counts[0].own < 0 && counts[0].other > 0);
    QVERIFY(counts[1].own < 0 && counts[1].other < 0);
}

QTEST_GUILESS_MAIN(TestSkills)
#include "tst_skills.moc"
