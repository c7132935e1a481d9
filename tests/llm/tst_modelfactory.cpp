#include "core/llm/modelfactory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

constexpr auto Variable = "AUTODIDACT_TEST_KEY";

Result<std::shared_ptr<OpenAiModel>> make(const ModelAccess &access)
{
    return makeHttpModel({ModelKind::OpenAi, u"m"_s}, access, std::make_shared<HttpTransport>());
}

} // namespace

class TestModelFactory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv(Variable); }

    void parses_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<bool>("student");
        QTest::addColumn<QString>("name");
        QTest::newRow("student") << u"student"_s << true << u""_s;
        QTest::newRow("student with a skill") << u"student:beginner"_s << true << u"beginner"_s;
        QTest::newRow("openai") << u"openai:gpt-4o"_s << false << u"gpt-4o"_s;
        QTest::newRow("name with colons") << u"openai:qwen2.5-coder:7b"_s << false << u"qwen2.5-coder:7b"_s;
        QTest::newRow("name with slashes") << u" openai:meta/llama-3 "_s << false << u"meta/llama-3"_s;
    }

    void parses()
    {
        QFETCH(QString, spec);
        QFETCH(bool, student);
        QFETCH(QString, name);
        const auto result = parseModelSpec(spec);
        QVERIFY(result);
        QCOMPARE(result->kind == ModelKind::Student, student);
        QCOMPARE(result->name, name);
    }

    void refuses()
    {
        for (const QString &spec : {u""_s, u"gpt-4"_s, u"openai"_s, u"openai: "_s, u"anthropic:x"_s, u"cassette:f"_s, u"OpenAI:x"_s}) {
            const auto result = parseModelSpec(spec);
            QVERIFY2(!result, qPrintable(spec));
            QCOMPARE(result.error().kind, ErrorKind::BadUsage);
            QVERIFY(result.error().detail.contains(u"openai:NAME"_s));
        }
    }

    void takesTheKeyFromItsVariable()
    {
        const auto missing = make({.baseUrl = u"gpu:1"_s, .apiKeyEnv = QString::fromLatin1(Variable)});
        QCOMPARE(missing.error().kind, ErrorKind::Missing);
        QVERIFY(missing.error().detail.contains(QString::fromLatin1(Variable)));
        qputenv(Variable, "sk-good");
        const auto model = make({.baseUrl = u"gpu:1"_s, .apiKeyEnv = QString::fromLatin1(Variable)});
        QVERIFY(model);
        QCOMPARE((*model)->name(), u"openai:m"_s);
    }

    void aKeyThatWouldBreakTheHeaderIsNotShown()
    {
        qputenv(Variable, "sk-very\nsecret");
        const auto model = make({.baseUrl = u"gpu:1"_s, .apiKeyEnv = QString::fromLatin1(Variable)});
        QCOMPARE(model.error().kind, ErrorKind::BadInput);
        QVERIFY(!model.error().detail.contains(u"very"_s));
        const auto session = make({.baseUrl = u"gpu:1"_s, .sessionKey = u"sk very"_s});
        QVERIFY(!session && !session.error().detail.contains(u"very"_s));
    }

    void checksItsSettings()
    {
        QCOMPARE(make({.baseUrl = u"ftp://x"_s}).error().kind, ErrorKind::BadUsage);
        QCOMPARE(make({.baseUrl = u"gpu:1"_s, .timeoutS = 0}).error().kind, ErrorKind::BadUsage);
        QVERIFY(make({.baseUrl = u"gpu:1"_s}));
        QCOMPARE(makeHttpModel({ModelKind::Student, {}}, {}, nullptr).error().kind, ErrorKind::BadUsage);
    }

    void scrubs()
    {
        const auto key = ApiKey::fromSession(u"sk-a+b"_s);
        QVERIFY(key);
        QCOMPARE(key->scrub(u"Wrong key sk-a+b, also sk-a%2Bb."_s), u"Wrong key [key], also [key]."_s);
        QCOMPARE(key->authorization(), QByteArray("Authorization: Bearer sk-a+b"));
        QCOMPARE(ApiKey().authorization(), QByteArray());
        QCOMPARE(ApiKey().scrub(u"x"_s), u"x"_s);
    }
};

QTEST_APPLESS_MAIN(TestModelFactory)
#include "tst_modelfactory.moc"
