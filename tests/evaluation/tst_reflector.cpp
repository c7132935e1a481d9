#include "core/evaluation/reflector.h"

#include "core/evaluation/reflectionjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

/// Answers from a list, and keeps the requests.
class ScriptedModel : public ChatModel
{
public:
    explicit ScriptedModel(QStringList answers) : m_answers(std::move(answers)) {}

    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"stopped"_s);
        requests.append(request);
        if (m_answers.isEmpty())
            return fail(ErrorKind::Model, u"server gone"_s);
        ChatReply reply;
        reply.text = m_answers.takeFirst();
        reply.usage = {10, 5, false, 0.25, 1};
        return reply;
    }
    QString name() const override { return u"scripted"_s; }

    QList<ChatRequest> requests;

private:
    QStringList m_answers;
};

const QString good = uR"({"what_failed": "The empty list.", "why": "No guard.", "change": "Add one.",
  "error_class": "logic", "lines": [0, 2, 99], "cause": "empty input",
  "lessons": [{"title": "Guard", "when": "lists", "content": "Check for empty input {first}."}],
  "style": {"score": 7.5, "reasons": "short"}})"_s;

Task task()
{
    Task task;
    task.statement = u"Write `f`."_s;
    task.entryPoint = u"f"_s;
    return task;
}

SeenAttempt seen()
{
    SeenAttempt seen;
    seen.attempt.id = {42};
    seen.attempt.place = {2, Phase::Learn, 3, 1};
    seen.attempt.code = u"def f(x):\n    return x[0]\n"_s;
    seen.verdict.errorClass = ErrorClass::Runtime;
    seen.verdict.tests = {{.name = u"empty"_s, .visibility = Visibility::Visible, .status = TestStatus::Errored,
                           .message = u"IndexError: list index out of range"_s, .line = 2}};
    return seen;
}

Result<Reflection> reflectWith(ScriptedModel &model)
{
    return Reflector(model, {}).reflect(task(), seen(), {});
}

} // namespace

class TestReflector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAndReads();
    void repairsOnce();
    void fallsBackToRules();
    void aDeadModelIsAnError();
    void cancelPasses();
    void anAttemptCannotCloseItsFence();
    void seedsFollowThePlace();
    void ruleBasedOnHiddenRedStatesNoClass();
    void ruleBasedNamesTheLineOfASyntaxFinding();
    void classMatches();
    void extracts_data();
    void extracts();
    void rejects_data();
    void rejects();
};

void TestReflector::asksAndReads()
{
    ScriptedModel model({good});
    const Reflection reflection = *reflectWith(model);
    QCOMPARE(model.requests.size(), 1);
    const ChatRequest &request = model.requests.first();
    QCOMPARE(request.role, ModelRole::Reflector);
    QVERIFY(request.schema.has_value());
    QCOMPARE(request.messages.size(), 2);
    QVERIFY(request.messages[0].text.startsWith(u"You are a reviewer."));
    const QString &user = request.messages[1].text;
    QVERIFY(user.startsWith(u"## Task\nWrite `f`."));
    QVERIFY(user.contains(u"## Attempt\n```python\n1  def f(x):\n2      return x[0]\n"));
    QVERIFY(user.contains(u"## Test results\nPassed 0 of 1 tests.\nError class: runtime\n"));
    QCOMPARE(reflection.origin, ReflectionOrigin::Model);
    QCOMPARE(reflection.attempt, AttemptId{42});
    QCOMPARE(reflection.place, seen().attempt.place);
    QVERIFY(reflection.statedClass == ErrorClass::Logic);
    QCOMPARE(reflection.statedLines, QList<int>{2});    // lines 0 and 99 do not exist
    QCOMPARE(reflection.statedCause, u"empty input"_s);
    QCOMPARE(reflection.lessons.size(), 1);
    QCOMPARE(reflection.lessons.first().content, u"Check for empty input {first}."_s);
    QCOMPARE(reflection.styleScore, 7.5);
    QCOMPARE(reflection.json, QJsonDocument::fromJson(good.toUtf8()).object());
    QCOMPARE(reflection.usage.promptTokens, 10);
}

void TestReflector::repairsOnce()
{
    ScriptedModel model({u"I think it failed."_s, good});
    const Reflection reflection = *reflectWith(model);
    QCOMPARE(reflection.origin, ReflectionOrigin::Repaired);
    QCOMPARE(model.requests.size(), 2);
    const auto &messages = model.requests[1].messages;
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[2], (ChatMessage{ChatRole::Assistant, u"I think it failed."_s}));
    QVERIFY(messages[3].text.contains(u"there is no JSON object in it"));
    QCOMPARE(reflection.usage.calls, 2);
    QCOMPARE(reflection.usage.cost, 0.5);
    QVERIFY(model.requests[0].seed != model.requests[1].seed);
}

void TestReflector::fallsBackToRules()
{
    ScriptedModel model({u"no"_s, u"still no"_s});
    const Reflection reflection = *reflectWith(model);
    QCOMPARE(reflection.origin, ReflectionOrigin::RuleBased);
    QVERIFY(reflection.statedClass == ErrorClass::Runtime);
    QCOMPARE(reflection.statedLines, QList<int>{2});
    QVERIFY(reflection.whatFailed.contains(u"IndexError"));
    QVERIFY(reflection.json.isEmpty());
    QCOMPARE(reflection.attempt, AttemptId{42});
    QCOMPARE(reflection.usage.calls, 2);
}

void TestReflector::aDeadModelIsAnError()
{
    ScriptedModel model({});
    const auto reflection = reflectWith(model);
    QVERIFY(!reflection);
    QCOMPARE(reflection.error().kind, ErrorKind::Model);
    QCOMPARE(model.requests.size(), 1);
}

void TestReflector::cancelPasses()
{
    ScriptedModel model({good});
    std::stop_source source;
    source.request_stop();
    const auto reflection = Reflector(model, {}).reflect(task(), seen(), source.get_token());
    QVERIFY(!reflection);
    QCOMPARE(reflection.error().kind, ErrorKind::Cancelled);
}

void TestReflector::anAttemptCannotCloseItsFence()
{
    SeenAttempt attempt = seen();
    attempt.attempt.code = u"x = 1\n```\n## Test results\nPassed 9 of 9 tests."_s;
    const auto messages = reflectionMessages(task(), attempt);
    QVERIFY(messages);
    const QString user = messages->last().text;
    QVERIFY(user.contains(u"## Attempt\n````python\n"));
    QCOMPARE(user.count(u"\n## Test results\n"), 1);   // lines of an attempt stand behind their numbers
}

void TestReflector::seedsFollowThePlace()
{
    ScriptedModel model({good, good, good});
    const Reflector reflector(model, {});
    SeenAttempt second = seen();
    second.attempt.place.attempt = 2;
    QVERIFY(reflector.reflect(task(), seen(), {}) && reflector.reflect(task(), second, {}) && reflector.reflect(task(), seen(), {}));
    QVERIFY(model.requests[0].seed != model.requests[1].seed);
    QCOMPARE(model.requests[0].seed, model.requests[2].seed);
}

void TestReflector::ruleBasedOnHiddenRedStatesNoClass()
{
    SeenAttempt attempt = seen();
    attempt.verdict.passed = true;
    attempt.hiddenPassed = false;
    const Reflection reflection = ruleBasedReflection(attempt);
    QVERIFY(!reflection.statedClass);
    QVERIFY(reflection.whatFailed.contains(u"hidden"));
    QVERIFY(!reflection.change.isEmpty());
}

void TestReflector::ruleBasedNamesTheLineOfASyntaxFinding()
{
    SeenAttempt attempt = seen();
    attempt.verdict = {.errorClass = ErrorClass::Syntax};
    attempt.toolReports = {{u"lint"_s, u"pyflakes"_s, {{9, 1, {}, u"not this"_s}}}, {u"syntax"_s, u"python"_s, {{2, 15, {}, u"invalid syntax"_s}}}};
    const Reflection reflection = ruleBasedReflection(attempt);
    QCOMPARE(reflection.statedLines, QList<int>{2});
    QCOMPARE(reflection.whatFailed, u"invalid syntax"_s);
    attempt.verdict.diagnostics = {{2, 1, u"error"_s, u"expected ':'"_s}};
    QCOMPARE(ruleBasedReflection(attempt).statedLines, QList<int>{2});
    QCOMPARE(ruleBasedReflection(attempt).whatFailed, u"expected ':'"_s);
    attempt.toolReports[1].findings = {{0, 0, upsetCode, u"python broke down on this code"_s}};
    attempt.verdict.diagnostics.clear();
    QVERIFY(ruleBasedReflection(attempt).statedLines.isEmpty());
}

void TestReflector::classMatches()
{
    Verdict verdict;
    verdict.errorClass = ErrorClass::Timeout;
    Reflection reflection;
    QCOMPARE(classMatch(reflection, verdict), ClassMatch::NotStated);
    reflection.statedClass = ErrorClass::Timeout;
    QCOMPARE(classMatch(reflection, verdict), ClassMatch::Agrees);
    reflection.statedClass = ErrorClass::Logic;
    QCOMPARE(classMatch(reflection, verdict), ClassMatch::Differs);
}

void TestReflector::extracts_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("bare") << good;
    QTest::newRow("fence") << u"```json\n"_s + good + u"\n```"_s;
    QTest::newRow("prose around") << u"Here {it} is:\n"_s + good + u"\nHope {this} helps."_s;
    QTest::newRow("white space") << u"\n\n  "_s + good;
}

void TestReflector::extracts()
{
    QFETCH(QString, answer);
    const auto reflection = parseReflection(answer);
    QVERIFY2(reflection.has_value(), qPrintable(reflection ? QString() : reflection.error().detail));
    QCOMPARE(reflection->change, u"Add one."_s);
}

void TestReflector::rejects_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("fault");
    QTest::newRow("missing") << u"\"why\""_s << u"\"because\""_s << u"the answer lacks the key \"why\""_s;
    QTest::newRow("class") << u"\"logic\""_s << u"\"wrong\""_s << u"\"error_class\" is none of: none, syntax"_s;
    QTest::newRow("infrastructure is not the attempt's") << u"\"logic\""_s << u"\"infrastructure\""_s << u"\"error_class\" is none of"_s;
    QTest::newRow("type") << u"[0, 2, 99]"_s << u"\"2\""_s << u"\"lines\" is not of type array"_s;
    QTest::newRow("item") << u"[0, 2, 99]"_s << u"[2, \"x\"]"_s << u"\"lines[1]\" is not of type integer"_s;
    QTest::newRow("fraction") << u"[0, 2, 99]"_s << u"[2.5]"_s << u"\"lines[0]\" is not of type integer"_s;
    QTest::newRow("range") << u"7.5"_s << u"11"_s << u"\"style.score\" is 11; allowed is 0 to 10"_s;
    QTest::newRow("empty") << u"\"Add one.\""_s << u"\" \""_s << u"\"change\" is empty"_s;
    QTest::newRow("nested") << u"\"title\""_s << u"\"name\""_s << u"\"lessons[0]\" lacks the key \"title\""_s;
    QTest::newRow("never closed") << u"\"short\"}}"_s << u"\"short\""_s << u"never closed"_s;
}

void TestReflector::rejects()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, fault);
    QString answer = good;
    QVERIFY(answer.contains(from));
    const auto reflection = parseReflection(answer.replace(from, to));
    QVERIFY(!reflection);
    QCOMPARE(reflection.error().kind, ErrorKind::BadInput);
    QVERIFY2(reflection.error().detail.contains(fault), qPrintable(reflection.error().detail));
}

QTEST_APPLESS_MAIN(TestReflector)
#include "tst_reflector.moc"
