#include "core/events/codec.h"
#include "tests/events/filler.h"

#include <QTest>
#include <QTimeZone>

using namespace autodidact;

namespace {

template<typename T>
void comesBack()
{
    for (const T &value : {T{}, Filler::filled<T>(), Filler::filled<T>(1), Filler::filled<T>(2)}) {
        const QByteArray line = toJsonLine(toJson(value));
        const auto object = parseJsonObject(line, u"test"_s);
        QVERIFY(object.has_value());
        const Result<T> back = fromJson<T>(*object);
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
        QVERIFY2(*back == value, line.constData());
        QCOMPARE(toJsonLine(toJson(*back)), line);
    }
}

template<size_t... Index>
QList<EventPayload> filledPayloads(std::index_sequence<Index...>)
{
    return {EventPayload(Filler::filled<std::variant_alternative_t<Index, EventPayload>>())...};
}

QList<EventPayload> allPayloads()
{
    return filledPayloads(std::make_index_sequence<EventKindCount>());
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nounsComeBack()
    {
        comesBack<Suite>();
        comesBack<Task>();
        comesBack<Run>();
        comesBack<RunConfig>();
        comesBack<Round>();
        comesBack<Attempt>();
        comesBack<Verdict>();
        comesBack<Reflection>();
        comesBack<Memory>();
        comesBack<PromptVersion>();
        comesBack<Update>();
        comesBack<SafetyDecision>();
    }

    void everyKindOfEventComesBack()
    {
        const QList<EventPayload> payloads = allPayloads();
        QCOMPARE(payloads.size(), EventKindCount);
        for (const EventPayload &payload : payloads) {
            Event event = Filler::filled<Event>();
            event.payload = payload;
            const Result<Event> back = eventFromJson(eventToJson(event));
            QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().detail));
            QVERIFY2(*back == event, qPrintable(toString(kindOf(payload))));
        }
    }

    void kindsHaveOneWordEach()
    {
        QSet<QString> words;
        for (int kind = 1; kind <= EventKindCount; ++kind)
            words.insert(toString(EventKind(kind)));
        QCOMPARE(words.size(), EventKindCount);
        QVERIFY(!words.contains(QString()));
        QCOMPARE(toString(EventKind::AttemptAnswered), u"attempt-answered"_s);
        QCOMPARE(toString(Phase::Checkpoint), u"checkpoint"_s);
    }

    void errorClassesUseTheWordsOfTheDomain()
    {
        for (int value = 0; value <= 9; ++value) {
            const auto errorClass = ErrorClass(value);
            QCOMPARE(QString(wordOf(errorClass)), toString(errorClass));
        }
    }

    void portableFormHasNoIdsClockOrResources()
    {
        const QJsonObject attempt = toJson(Filler::filled<Attempt>(), JsonForm::Portable);
        for (const char *key : {"id", "run", "task", "place", "startedAt", "modelMs"})
            QVERIFY2(!attempt.contains(QLatin1StringView(key)), key);
        QVERIFY(attempt.contains("completion"_L1));

        const QJsonObject verdict = toJson(Filler::filled<Verdict>(), JsonForm::Portable);
        QVERIFY(!verdict.contains("resources"_L1));
        QVERIFY(!verdict.value("tests"_L1).toArray().first().toObject().contains("cpuMs"_L1));

        const QJsonObject memory = toJson(Filler::filled<Memory>(), JsonForm::Portable);
        for (const char *key : {"id", "set", "source", "supersededBy", "createdAt", "reviewedAt"})
            QVERIFY2(!memory.contains(QLatin1StringView(key)), key);
    }

    void unknownFieldsAreIgnored()
    {
        QJsonObject object = toJson(Filler::filled<Memory>());
        object.insert("later"_L1, u"something new"_s);
        const auto back = fromJson<Memory>(object);
        QVERIFY(back.has_value());
        QCOMPARE(*back, Filler::filled<Memory>());
    }

    void absentFieldsKeepTheirDefault()
    {
        const auto config = fromJson<RunConfig>({{u"rounds"_s, 9}});
        QVERIFY(config.has_value());
        QCOMPARE(config->rounds, 9);
        QCOMPARE(config->model, u"student"_s);
    }

    void faultsNameTheField_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<QString>("message");
        QTest::newRow("word") << QJsonObject{{u"language"_s, u"cobol"_s}} << u"language: unknown value \"cobol\""_s;
        QTest::newRow("type") << QJsonObject{{u"title"_s, 5}} << u"title: a text is expected"_s;
        QTest::newRow("inner") << QJsonObject{{u"limits"_s, QJsonObject{{u"cpuMs"_s, u"x"_s}}}}
                               << u"limits: cpuMs: a number is expected"_s;
        QTest::newRow("list") << QJsonObject{{u"tags"_s, u"x"_s}} << u"tags: a list is expected"_s;
    }

    void faultsNameTheField()
    {
        QFETCH(QJsonObject, object);
        const auto task = fromJson<Task>(object);
        QVERIFY(!task.has_value());
        QCOMPARE(task.error().kind, ErrorKind::BadInput);
        QTEST(task.error().detail, "message");
    }

    void unknownKindsAreRefused()
    {
        QVERIFY(!eventFromJson({{u"kind"_s, u"coffee-brewed"_s}}).has_value());
        QVERIFY(!payloadFromJson(EventKind(99), {}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
