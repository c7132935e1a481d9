#include "core/student/simulatedstudent.h"

#include "core/base/random.h"
#include "fixtures.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// A loop in small: the student writes, reviews and edits its rules; a frozen copy is measured beside it.
class TestTeaching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreLearntInTheHelpfulWorld();
    void nothingIsLearntInTheNullWorld();
};

namespace {

constexpr int rounds = 6;
constexpr int seeds = 10;

ChatReply ask(SimulatedStudent &student, const ChatRequest &request)
{
    return student.complete(request, {}, {}).value_or(ChatReply());
}

/// What the failed drafts of a round are put down to, as the editor is told it.
QString reflectionsOf(SimulatedStudent &student, const QList<Task> &tasks, const QStringList &rules, quint64 seed)
{
    QString reflections;
    for (const Task &task : tasks) {
        const ChatReply draft = ask(student, fixtures::codeRequest(task, seed, 0.2, rules));
        if (fixtures::isRight(draft))
            continue;
        ChatRequest request;
        request.seed = seed;
        request.messages = {{ChatRole::System, u"You are a reviewer."_s},
            {ChatRole::User, fixtures::taskSection(task) + u"\n## Attempt\n```python\n%1```\n\n## Test results\nError class: logic\nTest: assert\nExpected: 1\nActual: 2\n"_s
                                                               .arg(fixtures::codeOf(draft))}};
        const QJsonObject review = QJsonDocument::fromJson(ask(student, request).text.toUtf8()).object();
        if (!review.isEmpty())
            reflections += u"- %1: %2 / %3\n"_s.arg(review["cause"_L1].toString(), review["what_failed"_L1].toString(), review["change"_L1].toString());
    }
    return reflections;
}

QStringList taughtRules(SimulatedStudent &student, const QList<Task> &tasks, quint64 run)
{
    QStringList rules;
    for (int round = 1; round <= rounds; ++round) {
        const quint64 seed = Random::seedOf({qint64(run), round}, "test.round");
        ChatRequest request;
        request.seed = seed;
        QString bullets;
        for (qsizetype i = 0; i < rules.size(); ++i)
            bullets += u"- [r%1] %2\n"_s.arg(i + 1).arg(rules[i]);
        request.messages = {{ChatRole::System, u"You are a prompt editor."_s},
            {ChatRole::User, u"## Rules\n%1\n## Reflections\n%2"_s.arg(bullets, reflectionsOf(student, tasks, rules, seed))}};
        const QJsonObject answer = QJsonDocument::fromJson(ask(student, request).text.toUtf8()).object();
        for (const QJsonValue &edit : answer["edits"_L1].toArray()) {
            if (edit["action"_L1].toString() == u"add")
                rules.append(edit["text"_L1].toString());
        }
    }
    return rules;
}

int solved(SimulatedStudent &student, const QList<Task> &tasks, const QStringList &rules, quint64 seed)
{
    int right = 0;
    for (const Task &task : tasks)
        right += fixtures::isRight(ask(student, fixtures::codeRequest(task, seed, 0.2, rules))) ? 1 : 0;
    return right;
}

/// End gains, seed by seed, on tasks of groups that were not learnt from.
std::vector<double> endGains(WorldKind world)
{
    std::vector<double> gains;
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        QList<Task> learn;
        QList<Task> report;
        for (const Task &task : fixtures::bundledSuite())
            (Random::of({qint64(seed), qint64(stableHash(task.groupKey().toUtf8()))}, "test.split").chance(0.5) ? learn : report).append(task);
        const auto student = SimulatedStudent::create(learn + report, {.world = world, .worldSeed = seed}).value();
        const QStringList rules = taughtRules(*student, learn, seed);
        const quint64 exam = Random::seedOf({qint64(seed)}, "test.exam");
        gains.push_back(double(solved(*student, report, rules, exam) - solved(*student, report, {}, exam)) / double(report.size()));
    }
    return gains;
}

/// Sign-flip test, one-sided: the share of sign patterns whose sum is at least the one seen.
double signFlip(const std::vector<double> &gains)
{
    const double seen = std::accumulate(gains.begin(), gains.end(), 0.0);
    int asGood = 0;
    const int patterns = 1 << gains.size();
    for (int pattern = 0; pattern < patterns; ++pattern) {
        double sum = 0;
        for (size_t i = 0; i < gains.size(); ++i)
            sum += (pattern >> i) & 1 ? gains[i] : -gains[i];
        asGood += sum >= seen - 1e-12 ? 1 : 0;
    }
    return double(asGood) / patterns;
}

} // namespace

void TestTeaching::rulesAreLearntInTheHelpfulWorld()
{
    const std::vector<double> gains = endGains(WorldKind::Helpful);
    const double mean = std::accumulate(gains.begin(), gains.end(), 0.0) / double(gains.size());
    const double p = signFlip(gains);
    qInfo("end gain of rules alone after %d rounds: %.1f points, p = %.4f", rounds, 100 * mean, p);
    QVERIFY(mean > 0.05);
    QVERIFY(p < 0.05);
}

void TestTeaching::nothingIsLearntInTheNullWorld()
{
    for (const double gain : endGains(WorldKind::Null))
        QCOMPARE(gain, 0.0);
}

QTEST_GUILESS_MAIN(TestTeaching)
#include "tst_teaching.moc"
