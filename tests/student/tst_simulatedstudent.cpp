#include "core/student/simulatedstudent.h"

#include "core/base/random.h"
#include "core/tasks/selftests.h"
#include "fixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;
using fixtures::codeRequest;

class TestSimulatedStudent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameRequestSameAnswer();
    void sameAnswersFromManyThreads();
    void streamsWhatItSays();
    void stopsWhenAsked();
    void anUnknownTaskIsUnknown();
    void aCutAnswerSaysSo();
    void inTheNullWorldNothingMatters();
    void moreRulesMoreSuccess();
    void plainRerunsFlipAsSimulated();
    void writesTestsWhenAsked();
    void retriesGoOnFromThePreviousProgram();
    void reviewsAreJsonAndAsRightAsTheFeedback();
    void brokenJsonIsRepaired();
    void editsPutRulesRight();

private:
    std::unique_ptr<SimulatedStudent> student(WorldKind world = WorldKind::Helpful, quint64 seed = 1) const
    {
        return std::move(*SimulatedStudent::create(m_tasks, {.world = world, .worldSeed = seed}));
    }
    static ChatReply ask(SimulatedStudent &student, const ChatRequest &request)
    {
        return student.complete(request, {}, {}).value_or(ChatReply());
    }

    QList<Task> m_tasks;
};

void TestSimulatedStudent::initTestCase()
{
    m_tasks = fixtures::bundledSuite();
    QVERIFY(m_tasks.size() >= 12);
    QVERIFY(!SimulatedStudent::create(m_tasks, {.skill = u"genius"_s}).has_value());
}

void TestSimulatedStudent::sameRequestSameAnswer()
{
    const auto a = student();
    const auto b = student();
    QSet<QString> answers;
    for (const Task &task : m_tasks) {
        const ChatReply first = ask(*a, codeRequest(task, 5));
        QCOMPARE(ask(*a, codeRequest(task, 5)).text, first.text);
        QCOMPARE(ask(*b, codeRequest(task, 5)).text, first.text);
        QVERIFY(first.usage.promptTokens > 0 && first.usage.completionTokens > 0);
        QCOMPARE(fixtures::manifestOf(first)["task"_L1].toString(), task.key);
        for (quint64 seed = 1; seed <= 10; ++seed)
            answers.insert(ask(*a, codeRequest(m_tasks[0], seed)).text);
    }
    QVERIFY2(answers.size() >= 3, "right answers vary");
}

void TestSimulatedStudent::sameAnswersFromManyThreads()
{
    const auto alone = student();
    QStringList wanted;
    for (const Task &task : m_tasks)
        wanted.append(ask(*alone, codeRequest(task, 9)).text);
    const auto shared = student();
    std::array<QStringList, 4> got;
    {
        std::vector<std::jthread> threads;
        for (QStringList &list : got) {
            threads.emplace_back([&, this] {
                for (const Task &task : m_tasks)
                    list.append(ask(*shared, codeRequest(task, 9)).text);
            });
        }
    }
    for (const QStringList &list : got)
        QCOMPARE(list, wanted);
}

void TestSimulatedStudent::streamsWhatItSays()
{
    QStringList chunks;
    const auto reply = student()->complete(codeRequest(m_tasks[0], 1), {.chunk = [&](const QString &text) { chunks.append(text); }}, {});
    QVERIFY(chunks.size() > 3);
    QCOMPARE(chunks.join(QString()), reply->text);
    QCOMPARE(reply->finishReason, u"stop"_s);
}

void TestSimulatedStudent::stopsWhenAsked()
{
    std::stop_source source;
    const ChatObserver observer{.chunk = [&](const QString &) { source.request_stop(); }};
    const auto reply = student()->complete(codeRequest(m_tasks[0], 1), observer, source.get_token());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
}

void TestSimulatedStudent::anUnknownTaskIsUnknown()
{
    const Task task{.statement = u"Turn the sea into soup."_s, .entryPoint = u"soup"_s};
    const ChatReply reply = ask(*student(), codeRequest(task, 1));
    QVERIFY(reply.text.startsWith(u"I do not know this task"_s));
    QVERIFY(!reply.text.contains(u"```"_s));
    QVERIFY(!fixtures::manifestOf(reply)["known"_L1].toBool(true));
}

void TestSimulatedStudent::aCutAnswerSaysSo()
{
    ChatRequest request = codeRequest(m_tasks[0], 1);
    request.maxTokens = 10;
    const ChatReply reply = ask(*student(), request);
    QCOMPARE(reply.finishReason, u"length"_s);
    QVERIFY(reply.text.size() <= 40);
}

void TestSimulatedStudent::inTheNullWorldNothingMatters()
{
    const auto null = student(WorldKind::Null);
    const auto helpful = student(WorldKind::Helpful);
    QStringList rules = fixtures::allRemedies(null->lore());
    rules += null->lore().uselessRules();
    const QString memories = u"## Memories\n### Memory 1: x\n%1\n\n"_s.arg(QString(9000, u'x') + rules.join(u'\n'));
    const QString reflection = u"## Reflection\nCause: boundary\n"_s;
    int different = 0;
    for (const Task &task : m_tasks) {
        for (quint64 seed = 1; seed <= 5; ++seed) {
            const ChatRequest plain = codeRequest(task, seed);
            const ChatRequest full = codeRequest(task, seed, 0.2, rules, memories, reflection);
            QCOMPARE(ask(*null, full).text, ask(*null, plain).text);
            different += ask(*helpful, full).text != ask(*helpful, plain).text ? 1 : 0;
        }
    }
    QVERIFY(different > 5);
}

void TestSimulatedStudent::moreRulesMoreSuccess()
{
    // On average over students: a single one may have a family that its remedy does not help.
    std::array<int, 4> right{};
    int asked = 0;
    for (quint64 seed = 1; seed <= 8; ++seed) {
        const auto student = this->student(WorldKind::Helpful, seed);
        const QStringList all = fixtures::allRemedies(student->lore());
        for (const Task &task : m_tasks) {
            ++asked;
            for (int step = 0; step < 4; ++step)
                right[size_t(step)] += fixtures::isRight(ask(*student, codeRequest(task, seed, 0.2, all.first(step * 7)))) ? 1 : 0;
        }
    }
    qInfo("right without rules %.3f, with 7 %.3f, 14 %.3f, all 21 %.3f", double(right[0]) / asked, double(right[1]) / asked,
        double(right[2]) / asked, double(right[3]) / asked);
    QVERIFY(right[0] > 0.5 * asked && right[0] < 0.75 * asked);
    QVERIFY(right[0] < right[1] && right[1] < right[2] && right[2] < right[3]);
    QVERIFY(right[3] - right[0] > 0.10 * asked);
}

void TestSimulatedStudent::plainRerunsFlipAsSimulated()
{
    const std::array<std::pair<double, double>, 2> published{{{0.05, 0.018}, {0.2, 0.074}}};
    std::array<int, 2> flips{};
    int pairs = 0;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const auto student = this->student(WorldKind::Helpful, seed);
        for (const Task &task : m_tasks) {
            for (size_t i = 0; i < 2; ++i) {
                const auto right = [&](quint64 call) {
                    return fixtures::isRight(ask(*student, codeRequest(task, call, published.at(i).first)));
                };
                flips.at(i) += (right(1) != right(2)) + (right(3) != right(4));
            }
            pairs += 2;
        }
    }
    for (size_t i = 0; i < 2; ++i) {
        const double share = double(flips.at(i)) / pairs;
        qInfo("flips at temperature %.2f: %.3f (simulated beforehand: %.3f)", published.at(i).first, share, published.at(i).second);
        QVERIFY(std::abs(share - published.at(i).second) < 0.02);
    }
}

void TestSimulatedStudent::writesTestsWhenAsked()
{
    const auto pupil = student();
    int green[2] = {};       // of programs that are wrong, and right
    int programs[2] = {};
    for (const Task &task : m_tasks) {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            ChatRequest request = codeRequest(task, seed);
            QVERIFY(seed > 1 || !ask(*pupil, request).text.contains(u"```tests"_s));
            request.messages.last().text += u"\n\n"_s + selfTestRequest(task);
            const ChatReply reply = ask(*pupil, request);
            const OwnTests own = takeSelfTests(task, reply.text);
            QVERIFY(!own.tests.isEmpty() && own.tests.size() <= 4);
            const QJsonObject manifest = QJsonDocument::fromJson(reply.manifest.toUtf8()).object();
            const bool right = manifest[u"faults"_s].toArray().isEmpty();
            programs[right] += 1;
            green[right] += manifest[u"self_tests_green"_s].toBool() ? 1 : 0;
        }
    }
    // The shares that the calibration states, within four standard errors.
    const auto near = [](int part, int whole, double share) {
        return std::abs(part - share * whole) < 4 * std::sqrt(share * (1 - share) * whole);
    };
    QVERIFY2(near(programs[1] - green[1], programs[1], 0.31), qPrintable(u"%1 of %2"_s.arg(green[1]).arg(programs[1])));
    QVERIFY2(near(green[0], programs[0], 0.37), qPrintable(u"%1 of %2"_s.arg(green[0]).arg(programs[0])));
}

void TestSimulatedStudent::retriesGoOnFromThePreviousProgram()
{
    const auto student = this->student();
    int fixed = 0;
    int kept = 0;
    for (const Task &task : m_tasks) {
        for (quint64 seed = 1; seed <= 6; ++seed) {
            const ChatReply first = ask(*student, codeRequest(task, seed));
            if (fixtures::isRight(first))
                continue;
            const QString after = u"\n## Previous attempt\n```python\n%1\n```\n\n## Test results\nError class: logic\n"_s.arg(fixtures::codeOf(first).trimmed());
            const ChatReply second = ask(*student, codeRequest(task, seed + 100, 0.2, {}, {}, after));
            const QJsonObject manifest = fixtures::manifestOf(second);
            QVERIFY(manifest["retry"_L1].toBool());
            QCOMPARE(manifest["reference"_L1], fixtures::manifestOf(first)["reference"_L1]);
            const bool same = fixtures::codeOf(second) == fixtures::codeOf(first);
            QCOMPARE(same, manifest["fixed"_L1].toArray().isEmpty() && manifest["broken"_L1].toArray().isEmpty());
            (same ? kept : fixed) += 1;
        }
    }
    QVERIFY(fixed > 10 && kept > 10);
}

static ChatRequest reviewRequest(const Task &task, const QString &code, const QString &feedback, quint64 seed)
{
    ChatRequest request;
    request.messages = {{ChatRole::System, u"You are a reviewer."_s},
        {ChatRole::User, fixtures::taskSection(task) + u"\n## Attempt\n```python\n%1```\n\n## Test results\n%2\n"_s.arg(code, feedback)}};
    request.seed = seed;
    return request;
}

void TestSimulatedStudent::reviewsAreJsonAndAsRightAsTheFeedback()
{
    const auto student = this->student();
    const std::array<std::pair<QString, double>, 3> feedbacks{{{u"Error class: logic"_s, 0.25},
        {u"Error class: logic\nTest: assert f(1) == 2"_s, 0.45}, {u"Error class: logic\nTest: assert f(1) == 2\nExpected: 2\nActual: 3"_s, 0.65}}};
    for (const auto &[feedback, chance] : feedbacks) {
        int asked = 0;
        int right = 0;
        for (qsizetype i = 0; i < m_tasks.size(); ++i) {
            const TaskHabits &habits = student->habits().of(i);
            const WrittenProgram wrong = Habits::write(habits, 0, habits.applicable);
            for (quint64 seed = 1; seed <= 20 && !wrong.faults.empty(); ++seed) {
                const ChatReply reply = ask(*student, reviewRequest(m_tasks[i], QString::fromUtf8(wrong.code), feedback, seed));
                const QJsonObject manifest = fixtures::manifestOf(reply);
                if (manifest["json_broken"_L1].toBool())
                    continue;
                const QJsonObject review = QJsonDocument::fromJson(reply.text.toUtf8()).object();
                const auto cause = faultFamilyFromString(review["cause"_L1].toString());
                QVERIFY2(cause.has_value(), qPrintable(reply.text));
                QCOMPARE(holds(wrong.families(), *cause), manifest["right"_L1].toBool());
                QVERIFY(student->lore().meaningOf(review["why"_L1].toString()).helps == only(*cause));
                QVERIFY(student->lore().meaningOf(review["what_failed"_L1].toString()).none());
                QVERIFY(review["lessons"_L1].toArray().size() <= 3 && review["lines"_L1].toArray().size() == 1);
                ++asked;
                right += manifest["right"_L1].toBool() ? 1 : 0;
            }
        }
        QVERIFY2(std::abs(double(right) / asked - chance) < 0.06, qPrintable(u"%1 of %2, wanted %3"_s.arg(right).arg(asked).arg(chance)));
    }
}

void TestSimulatedStudent::brokenJsonIsRepaired()
{
    const auto student = this->student();
    int broken = 0;
    constexpr int asked = 1500;
    for (quint64 seed = 1; seed <= asked; ++seed) {
        ChatRequest request = reviewRequest(m_tasks[seed % 12], u"x = 1\n"_s, u"Error class: logic"_s, seed);
        const ChatReply reply = ask(*student, request);
        if (!QJsonDocument::fromJson(reply.text.toUtf8()).isNull())
            continue;
        ++broken;
        request.messages.append({ChatRole::Assistant, reply.text});
        request.messages.append({ChatRole::User, u"Your answer was not valid JSON: it ends too early\nGive it again."_s});
        const QJsonObject repaired = QJsonDocument::fromJson(ask(*student, request).text.toUtf8()).object();
        QVERIFY(repaired.contains(u"cause"_s) && repaired.contains(u"style"_s));
        // Even when the broken answer does not come back whole.
        request.messages[2].text = u"{{{"_s;
        QVERIFY(QJsonDocument::fromJson(ask(*student, request).text.toUtf8()).object().contains(u"cause"_s));
    }
    QVERIFY2(broken > asked / 100 && broken < asked / 25, qPrintable(QString::number(broken)));
}

void TestSimulatedStudent::editsPutRulesRight()
{
    const auto student = this->student();
    const auto edits = [&](const QString &rules, const QString &reflections, quint64 seed) {
        ChatRequest request;
        request.messages = {{ChatRole::System, u"You are a prompt editor."_s}, {ChatRole::User, u"## Rules\n"_s + rules + u"\n## Reflections\n"_s + reflections}};
        request.seed = seed;
        return QJsonDocument::fromJson(ask(*student, request).text.toUtf8()).object()["edits"_L1].toArray();
    };
    int odd = 0;
    for (quint64 seed = 1; seed <= 400; ++seed) {
        const QJsonArray list = edits(QString(), u"- none_handling: a / b\n- boundary: c / d\n- none_handling: e / f\n"_s, seed);
        FamilySet meant;
        for (const QJsonValue &edit : list) {
            const Meaning meaning = student->lore().meaningOf(edit["text"_L1].toString());
            QCOMPARE(edit["action"_L1].toString(), u"add"_s);
            meant |= meaning.helps;
            odd += meaning.helps.none() ? 1 : 0;
        }
        QVERIFY(list.isEmpty() || (holds(meant, FaultFamily::NoneHandling) && holds(meant, FaultFamily::Boundary)));
    }
    QVERIFY2(odd >= 8 && odd <= 40, qPrintable(QString::number(odd)));
    const QJsonArray put = edits(u"- [r1] Do not bother about duplicates. (helpful 0, harmful 3)\n- [r2] Sort by the key asked for.\n- [r3] Name the sorting key.\n"_s,
        u"- sort_order: a / b\n"_s, 4);
    QVERIFY(put.size() >= 2);
    QCOMPARE(put[0]["action"_L1].toString(), u"change"_s);
    QCOMPARE(student->lore().meaningOf(put[0]["text"_L1].toString()).helps, only(FaultFamily::DuplicateHandling));
    QCOMPARE(put[1]["action"_L1].toString(), u"merge"_s);
    QCOMPARE(put[1]["rules"_L1].toArray(), (QJsonArray{u"r2"_s, u"r3"_s}));
    for (quint64 seed = 1; seed < 5; ++seed)
        QVERIFY(edits(u"- [r1] Check None first.\n"_s, QString(), seed).isEmpty());
}

QTEST_GUILESS_MAIN(TestSimulatedStudent)
#include "tst_simulatedstudent.moc"
