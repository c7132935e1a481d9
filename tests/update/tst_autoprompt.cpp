#include "core/update/autoprompt.h"

#include "tests/support/scriptedmodel.h"

#include "builders.h"

#include <QJsonArray>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QString Advice = u"Check whether the last element belongs to the range."_s;
const QString Answer = u"{\"edits\":[{\"action\":\"add\",\"rules\":[],\"text\":\"Handle the empty input first.\",\"reason\":\"often\"}]}"_s;

QList<TaskOutcome> failures()
{
    return {test::failure(2, u"boundary"_s, Advice), test::failure(0, u"case"_s, u"Compare letters in one case."_s),
        test::failure(1, u"Boundary"_s, u"In merge_all add one."_s)};
}

Result<QList<Update>> propose(test::ScriptedModel &model, const UpdateContext &context, std::stop_token stop = {})
{
    HashingEmbedder embedder = test::embedder();
    return AutoPrompt(model, embedder, OptimiserPrompts::load().value()).propose(context, stop);
}

} // namespace

class TestAutoPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksInTheAgreedFormat()
    {
        test::ScriptedModel model({Answer});
        QVERIFY(propose(model, test::context({test::rule(1, u"Mind types."_s, 3, 1)}, failures())));
        const ChatRequest request = model.requests().first();
        QCOMPARE(request.role, ModelRole::Optimiser);
        QCOMPARE(request.seed, quint64(99));
        QVERIFY(request.schema.has_value());
        QCOMPARE(request.messages.size(), 2);
        QVERIFY(request.messages.at(0).text.startsWith(u"You are a prompt editor."_s));
        QCOMPARE(request.messages.at(1).text,
            u"## Rules\n"
            "- [r1] Mind types. (helpful 3, harmful 1)\n"
            "\n"
            "## Reflections\n"
            "- case: the last element is missing / Compare letters in one case.\n"
            "- Boundary: the last element is missing / In merge_all add one.\n"
            "- boundary: the last element is missing / Check whether the last element belongs to the range."_s);
    }

    void proposesWhatTheModelSays()
    {
        test::ScriptedModel model({Answer});
        const auto updates = propose(model, test::context({}, failures()));
        QCOMPARE(updates->size(), 1);
        const Update &update = updates->first();
        QCOMPARE(update.run, RunId{5});
        QCOMPARE(update.place, (Place{.round = 2, .phase = Phase::Update}));
        QCOMPARE(update.oldVersion, 3);
        QVERIFY(!update.newVersion);
        QCOMPARE(update.origin, VersionOrigin::AutoPrompt);
        QCOMPARE(update.decision, Decision::Pending);
        QCOMPARE(update.edits, (QList<RuleEdit>{{RuleEditKind::Add, {}, u"Handle the empty input first."_s, u"often"_s}}));
        QVERIFY(update.editShare > 0 && update.editShare <= 0.35);
        QCOMPARE(update.usage.calls, 1);
        QCOMPARE(update.evidence[u"source"_s].toString(), u"model"_s);
        QCOMPARE(update.evidence[u"reflections"_s].toArray().size(), 3);
        QCOMPARE(update.evidence[u"causes"_s].toArray().first().toObject()[u"cause"_s].toString(), u"boundary"_s);
        QVERIFY2(update.reason.contains(u"boundary (2)"_s), qPrintable(update.reason));
        QCOMPARE(update.why.code, ReasonCode::EditsFromReflections);
        QCOMPARE(update.why.values[u"count"_s].toInt(), 2);
    }

    void repairsOnce()
    {
        test::ScriptedModel model({u"Certainly! {\"edits\": nonsense}"_s, Answer});
        const auto updates = propose(model, test::context({}, failures()));
        QCOMPARE(updates->first().evidence[u"source"_s].toString(), u"repaired"_s);
        QCOMPARE(updates->first().usage.calls, 2);
        QCOMPARE(updates->first().usage.cost, 1.0);
        const ChatRequest second = model.requests().at(1);
        QCOMPARE(second.messages.size(), 4);
        QCOMPARE(second.messages.at(2).role, ChatRole::Assistant);
        QVERIFY2(second.messages.at(3).text.contains(u"not valid JSON"_s), qPrintable(second.messages.at(3).text));
        QVERIFY(!second.messages.at(3).text.contains(u"%1"_s));
    }

    void fallsBackToTheMostFrequentCause()
    {
        test::ScriptedModel model({u"no"_s, u"still no"_s});
        const auto updates = propose(model, test::context({}, failures()));
        const Update &update = updates->first();
        QCOMPARE(update.evidence[u"source"_s].toString(), u"rule-based"_s);
        QCOMPARE(update.edits.size(), 1);
        QCOMPARE(update.edits.first().text, Advice); // the other change of that cause names the function
        QCOMPARE(update.edits.first().reason, u"most frequent cause: boundary (2)"_s);
        QCOMPARE(update.edits.first().why, (Reason{ReasonCode::MostFrequentCause, {{u"cause"_s, u"boundary"_s}, {u"count"_s, 2}}}));
    }

    void nothingValidIsRejectedWithItsCost_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no edits") << u"{\"edits\":[]}"_s << u"the optimiser proposes no edit"_s;
        QTest::newRow("bad edits") << u"{\"edits\":[{\"action\":\"drop\",\"rules\":[\"r5\"]}]}"_s << u"no edit is valid: there is no rule r5"_s;
    }

    void nothingValidIsRejectedWithItsCost()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, reason);
        test::ScriptedModel model({answer});
        const auto updates = propose(model, test::context({}, failures()));
        QCOMPARE(updates->first().decision, Decision::Rejected);
        QCOMPARE(updates->first().reason, reason);
        QVERIFY(updates->first().why.code == ReasonCode::NoEditProposed || updates->first().why.code == ReasonCode::NoEditValid);
        QCOMPARE(updates->first().usage.calls, 1);
        QVERIFY(updates->first().edits.isEmpty());
    }

    void asksNothingWithoutReflections()
    {
        test::ScriptedModel model({});
        TaskOutcome select = test::failure(1, u"case"_s, Advice);
        select.split = Split::Select;
        TaskOutcome solved = test::failure(2, u"case"_s, Advice);
        solved.attempts[0].reflection.reset();
        QVERIFY(propose(model, test::context({}, {select, solved}))->isEmpty());
        QVERIFY(model.requests().isEmpty());
    }

    void errorsPassThrough()
    {
        test::ScriptedModel silent({});
        QCOMPARE(propose(silent, test::context({}, failures())).error().kind, ErrorKind::Model);
        test::ScriptedModel model({Answer});
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(propose(model, test::context({}, failures()), stop.get_token()).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestAutoPrompt)
#include "tst_autoprompt.moc"
