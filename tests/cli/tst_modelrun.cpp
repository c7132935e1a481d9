#include "tests/support/chatbehaviours.h"
#include "tests/support/commandline.h"

#include <QDirIterator>
#include <QJsonArray>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// Whole runs of the program against a model server: real HTTP, real sandbox, real database.
class TestModelRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finishesWithWhatTheServerAnswers();
    void waitsOutRefusals();
    void failsWhenEveryCallFails();
    void aSilentServerIsNoBudget();
    void goesOnWhenTheServerIsBack();
    void keepsTheKeyToItself();
};

namespace {

constexpr auto knownKey = "sk-test-4f1d8c2a9b7e6035";

const QByteArray suite = R"({"autodidact_suite": 1, "name": "pair", "version": "1", "title": "Pair", "licence": "none"}
{"id": "twice", "language": "python", "statement": "Write `twice(n)`: n and n again, added.", "entry_point": "twice", "starter": "def twice(n):\n    raise NotImplementedError\n", "visible_tests": [{"name": "two", "code": "assert twice(2) == 4"}], "hidden_tests": [{"name": "three", "code": "assert twice(3) == 6"}], "references": ["def twice(n):\n    return n + n\n"]}
{"id": "thrice", "language": "python", "statement": "Write `thrice(n)`: three times n.", "entry_point": "thrice", "starter": "def thrice(n):\n    raise NotImplementedError\n", "visible_tests": [{"name": "two", "code": "assert thrice(2) == 6"}], "hidden_tests": [{"name": "three", "code": "assert thrice(3) == 9"}], "references": ["def thrice(n):\n    return 3 * n\n"]}
)";

QString fenced(const QString &code)
{
    return u"Here it is.\n\n```python\n%1```\n"_s.arg(code);
}

/// Doubles rightly, triples wrongly, and answers every other request in prose.
void answerPair(ServedConnection &connection, const ServedRequest &request)
{
    QString answer = u"Nothing in particular."_s;
    if (request.body.contains("three times n"))
        answer = fenced(u"def thrice(n):\n    return n + n\n"_s);
    else if (request.body.contains("n and n again"))
        answer = fenced(u"def twice(n):\n    return n + n\n"_s);
    if (request.body.contains("\"stream\":true"))
        streams({answer.first(answer.size() / 2), answer.sliced(answer.size() / 2)}, 200)(connection, request);
    else
        connection.answer(200, "application/json", wholeChat(answer, 200));
}

/// A database with the suite of two tasks, and runs on it.
class PairRun : public CommandLine
{
public:
    explicit PairRun(const QProcessEnvironment &variables = {}) : CommandLine(variables)
    {
        write(u"pair.jsonl"_s, suite);
        const Answer imported = call({u"suite"_s, u"import"_s, u"jsonl"_s, file(u"pair.jsonl"_s)});
        if (imported.code != 0)
            qFatal("%s", qPrintable(imported.err));
    }

    Answer run(const QString &url, const QStringList &more = {}) const
    {
        return call(QStringList{u"run"_s, u"--suite"_s, u"pair"_s, u"--model"_s, u"openai:fake"_s, u"--name"_s, u"r"_s,
                        u"--rounds"_s, u"2"_s, u"--set"_s, u"run.split=none"_s, u"--set"_s, u"llm.base_url="_s + url}
                    + more);
    }

    QJsonObject report() const { return call({u"report"_s, u"r"_s, u"--format"_s, u"json"_s}).json(); }
};

} // namespace

void TestModelRun::finishesWithWhatTheServerAnswers()
{
    const HttpTestServer server({answerPair});
    const PairRun pair;
    const Answer ran = pair.run(server.url());
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"1 of 2 solved"_s), qPrintable(ran.err));

    const QJsonObject report = pair.report();
    QCOMPARE(report["status"_L1].toString(), u"finished"_s);
    QVERIFY(report["tokens"_L1].toObject()["prompt"_L1].toInteger() > 0);
    QVERIFY(server.requests().first().body.contains("\"model\":\"fake\""));
    for (const ServedRequest &request : server.requests())
        QVERIFY2(!request.body.contains("thrice(3)"), "a hidden test was sent to the model");
}

void TestModelRun::waitsOutRefusals()
{
    const auto busy = refuses(429, u"slow down"_s, {"Retry-After: 0"});
    const auto broken = refuses(500, u"try later"_s);
    const HttpTestServer server({busy, answerPair, broken, answerPair});
    const PairRun pair;
    const Answer ran = pair.run(server.url(), {u"--jobs"_s, u"1"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"1 of 2 solved"_s), qPrintable(ran.err));
}

void TestModelRun::failsWhenEveryCallFails()
{
    const HttpTestServer server({refuses(401, u"no such key"_s)});
    const PairRun pair;
    const Answer ran = pair.run(server.url());
    QCOMPARE(ran.code, 5);
    QVERIFY2(ran.err.contains(u"no such key"_s), qPrintable(ran.err));
    QCOMPARE(pair.report()["status"_L1].toString(), u"failed"_s);
}

void TestModelRun::aSilentServerIsNoBudget()
{
    const HttpTestServer server({[](ServedConnection &connection, const ServedRequest &) {
        connection.stall(std::chrono::seconds(60));
        connection.cut();
    }});
    const PairRun pair;
    const Answer ran = pair.run(server.url(), {u"--set"_s, u"llm.timeout_s=1"_s});
    QCOMPARE(ran.code, 5);
    QVERIFY2(ran.err.contains(u"no whole answer within 1 s"_s), qPrintable(ran.err));
    QCOMPARE(pair.report()["status"_L1].toString(), u"failed"_s);
}

void TestModelRun::goesOnWhenTheServerIsBack()
{
    const PairRun whole;
    const PairRun cut;
    const HttpTestServer good({answerPair});
    QCOMPARE(whole.run(good.url()).code, 0);
    quint16 port = 0;
    {
        const HttpTestServer dying({answerPair, answerPair, refuses(401, u"gone"_s)});
        port = dying.port();
        QCOMPARE(cut.run(dying.url(), {u"--jobs"_s, u"1"_s}).code, 5);
    }
    const HttpTestServer back({answerPair}, port);
    const Answer resumed = cut.call({u"resume"_s, u"r"_s});
    QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
    const QJsonArray expected = whole.report()["metrics"_L1].toArray();
    const QJsonArray found = cut.report()["metrics"_L1].toArray();
    QVERIFY(expected.size() > 10);
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(found[i].toObject(), expected[i].toObject());
}

void TestModelRun::keepsTheKeyToItself()
{
    QProcessEnvironment variables;
    variables.insert(u"PAIR_KEY"_s, QString::fromLatin1(knownKey));
    const HttpTestServer server({answerPair, refuses(401, u"the key "_s + QLatin1String(knownKey) + u" is wrong"_s)});
    const PairRun pair(variables);
    const Answer ran = pair.run(server.url(), {u"--set"_s, u"llm.api_key_env=PAIR_KEY"_s});
    QVERIFY(server.requests().first().headers.at("authorization").endsWith(knownKey));
    QVERIFY(!ran.err.contains(QLatin1String(knownKey)));
    QVERIFY(!ran.out.contains(knownKey));
    int files = 0;
    for (QDirIterator each(pair.folder(), QDir::Files); each.hasNext(); ++files) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(knownKey), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(TestModelRun)
#include "tst_modelrun.moc"
