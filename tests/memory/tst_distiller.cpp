#include "core/memory/distiller.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// Says what it is told to, and keeps what it was asked.
class Parrot : public ChatModel {
public:
    Result<ChatReply> complete(
        const ChatRequest &request, const ChatObserver &, std::stop_token) override
    {
        requests.append(request);
        if (fails)
            return fail(ErrorKind::Model, u"away"_s);
        ChatReply reply;
        reply.text = answer;
        reply.usage = {
            .promptTokens = 7, .completionTokens = 3, .estimated = false, .cost = 0, .calls = 1};
        return reply;
    }

    QString name() const override { return u"parrot"_s; }

    QString answer;
    bool fails = false;
    QList<ChatRequest> requests;
};

Task task()
{
    Task task;
    task.statement = u"Sum the numbers."_s;
    return task;
}

SeenAttempt attempt(int number, const QString &code, bool green)
{
    SeenAttempt seen;
    seen.attempt.place = {3, Phase::Learn, 5, number};
    seen.attempt.code = code;
    seen.verdict.passed = green;
    seen.verdict.errorClass = green ? ErrorClass::None : ErrorClass::Logic;
    return seen;
}

const SeenAttempt Red = attempt(1, u"a = 1\nb = range(n)\n"_s, false);
const SeenAttempt Green = attempt(2, u"a = 1\nb = range(n + 1)\n"_s, true);

} // namespace

class TestDistiller : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheChangeAndReadsTheLessons()
    {
        Parrot model;
        model.answer =
            u"Here: {\"lessons\": [{\"title\": \" Bounds \", \"when\": \"loops\", \"content\": \"Check the end.\"}]}"_s;
        const auto made = Distiller(model, {.seed = 4}).distil(task(), Red, Green, {});
        QVERIFY(made);
        QCOMPARE(made->origin, ReflectionOrigin::Model);
        QCOMPARE(made->lessons, (QList<Lesson>{{u"Bounds"_s, u"loops"_s, u"Check the end."_s}}));
        QCOMPARE(made->usage.promptTokens, 7);
        QCOMPARE(model.requests.size(), 1);
        const ChatRequest &request = model.requests.first();
        QCOMPARE(request.role, ModelRole::Reflector);
        const QString user = request.messages.last().text;
        for (const QString &part : {u"## Task\nSum the numbers."_s, u"1  a = 1\n2  b = range(n)"_s,
                 u"## Test results"_s, u"-b = range(n)"_s, u"+b = range(n + 1)"_s})
            QVERIFY2(user.contains(part), qPrintable(user));
    }

    void oneCallAndARuleWhereTheAnswerIsNoJson()
    {
        Parrot model;
        model.answer = u"I would rather not."_s;
        auto made = Distiller(model, {}).distil(task(), Red, Green, {});
        QVERIFY(made && made->lessons.isEmpty());
        QCOMPARE(made->origin, ReflectionOrigin::RuleBased);
        QCOMPARE(model.requests.size(), 1);
        SeenAttempt red = Red;
        red.reflection = Reflection{};
        red.reflection->change = u"Go to the end."_s;
        red.reflection->statedCause = u"boundary"_s;
        made = Distiller(model, {}).distil(task(), red, Green, {});
        QCOMPARE(made->lessons,
            (QList<Lesson>{{u"What mended: boundary"_s, u"when tests report a logic error"_s,
                u"Go to the end."_s}}));
        model.fails = true;
        QCOMPARE(
            Distiller(model, {}).distil(task(), red, Green, {}).error().kind, ErrorKind::Model);
    }

    void refusesWhatWasNotAskedFor_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("no list") << u"{\"lessons\": 3}"_s;
        QTest::newRow("four") << u"{\"lessons\": [%1,%1,%1,%1]}"_s.arg(
            u"{\"title\":\"T\",\"content\":\"C\"}"_s);
        QTest::newRow("no content") << u"{\"lessons\": [{\"title\":\"T\"}]}"_s;
        QTest::newRow("other object") << u"{\"what_failed\": \"x\"}"_s;
    }

    void refusesWhatWasNotAskedFor()
    {
        QFETCH(const QString, answer);
        QVERIFY(!parseLessons(answer));
    }

    void everyPlaceHasASeedOfItsOwn()
    {
        Parrot model;
        model.answer = u"{\"lessons\": []}"_s;
        SeenAttempt later = Green;
        later.attempt.place.attempt = 3;
        QVERIFY(Distiller(model, {.seed = 4}).distil(task(), Red, Green, {}));
        QVERIFY(Distiller(model, {.seed = 4}).distil(task(), Red, Green, {}));
        QVERIFY(Distiller(model, {.seed = 4}).distil(task(), Red, later, {}));
        QVERIFY(Distiller(model, {.seed = 5}).distil(task(), Red, Green, {}));
        QCOMPARE(model.requests.at(0).seed, model.requests.at(1).seed);
        QVERIFY(model.requests.at(0).seed != model.requests.at(2).seed
            && model.requests.at(0).seed != model.requests.at(3).seed);
    }
};

QTEST_GUILESS_MAIN(TestDistiller)
#include "tst_distiller.moc"
