#include "tests/support/chatbehaviours.h"
#include "tests/support/commandline.h"
#include "tests/support/gitrepository.h"

#include <QJsonArray>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// From a file in SWE-bench's form and a folder with clones to verdicts: the real program, git, sandbox and HTTP.
class TestRepositoryRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void importNamesWhatHasNoClone();
    void checksTheAcceptedPatches();
    void checksPredictions();
    void saysWhenNoCloneIsThere();
    void tellsTheModelWhatDoesNotApply();

private:
    QByteArray record(const QString &key, const QString &repository) const;

    std::unique_ptr<CommandLine> m_program;
    std::unique_ptr<GitRepository> m_git;
    QString m_base;
    QString m_gold;
    QString m_testPatch;
};

namespace {

const QString good =
    u"It counts instead of adding.\n\ncart.py\n<<<<<<< SEARCH\n    return len(prices)\n=======\n    return sum(prices)\n>>>>>>> REPLACE\n"_s;
const QString bad = u"cart.py\n<<<<<<< SEARCH\n    return count(prices)\n=======\n    return sum(prices)\n>>>>>>> REPLACE\n"_s;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray TestRepositoryRun::record(const QString &key, const QString &repository) const
{
    return line({{u"instance_id"_s, key}, {u"repo"_s, repository}, {u"base_commit"_s, m_base}, {u"patch"_s, m_gold},
        {u"test_patch"_s, m_testPatch},
        {u"problem_statement"_s, u"total() of the cart is wrong\n\nIt gives the number of prices."_s},
        {u"hints_text"_s, QString()}, {u"created_at"_s, u"2024-05-01T00:00:00Z"_s}, {u"version"_s, u"1.0"_s},
        {u"FAIL_TO_PASS"_s, u"[\"test_cart.py::test_sum\"]"_s}, {u"PASS_TO_PASS"_s, u"[\"test_cart.py::test_nothing\"]"_s}});
}

void TestRepositoryRun::initTestCase()
{
    m_git = std::make_unique<GitRepository>(u"me__cart"_s);
    m_git->write(u"cart.py"_s, "def total(prices):\n    return len(prices)\n");
    m_git->write(u"test_cart.py"_s, "from cart import total\n\n\ndef test_nothing():\n    assert total([]) == 0\n");
    m_git->write(u"README.md"_s, "A cart.\n");
    m_base = m_git->commit();
    m_git->write(u"cart.py"_s, "def total(prices):\n    return sum(prices)\n");
    m_gold = m_git->takePatch(m_base);
    m_git->write(u"test_cart.py"_s,
        "from cart import total\n\n\ndef test_nothing():\n    assert total([]) == 0\n\n\ndef test_sum():\n    assert total([2, 3]) == 5\n");
    m_testPatch = m_git->takePatch(m_base);
    m_program = std::make_unique<CommandLine>();
    m_program->write(u"swe.jsonl"_s,
        record(u"me__cart-1"_s, u"me/cart"_s) + record(u"me__cart-2"_s, u"me/cart"_s)
            + record(u"other__lib-1"_s, u"other/lib"_s));
}

void TestRepositoryRun::importNamesWhatHasNoClone()
{
    const Answer imported = m_program->call({u"suite"_s, u"import"_s, u"swe-bench"_s, m_program->file(u"swe.jsonl"_s),
        u"--name"_s, u"swe"_s, u"--repositories"_s, m_git->parent(), u"--json"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    QCOMPARE(imported.json()["imported"_L1].toInt(), 3);
    const QString warning = imported.json()["warnings"_L1][0].toString();
    QVERIFY2(warning.startsWith(u"1 of 3 tasks are left out") && warning.contains(u"other/lib (1)"), qPrintable(warning));
}

void TestRepositoryRun::checksTheAcceptedPatches()
{
    const QByteArray before = m_git->fingerprint();
    const Answer checked = m_program->call({u"check"_s, u"swe"_s, u"--solutions"_s, u"reference"_s, u"--json"_s});
    QVERIFY2(checked.code == 0, qPrintable(checked.err));
    QVERIFY2(checked.err.contains(u"other/lib (1)"), qPrintable(checked.err));
    QCOMPARE(checked.json()["tasks"_L1].toInt(), 2);
    QCOMPARE(checked.json()["by_error"_L1]["none"_L1].toInt(), 2);
    QCOMPARE(checked.json()["pass_at_k"_L1]["1"_L1].toDouble(), 1.0);
    QCOMPARE(m_git->fingerprint(), before);
    const Answer validated = m_program->call({u"suite"_s, u"validate"_s, u"swe"_s, u"--json"_s});
    QVERIFY2(validated.json()["problems"_L1].toArray().size() <= 1, validated.out.constData());
}

void TestRepositoryRun::checksPredictions()
{
    QString wrong = m_gold;
    wrong.replace(u"sum(prices)"_s, u"max(prices)"_s);
    m_program->write(u"predictions.jsonl"_s,
        line({{u"instance_id"_s, u"me__cart-1"_s}, {u"model_name_or_path"_s, u"m"_s}, {u"model_patch"_s, m_gold}})
            + line({{u"instance_id"_s, u"me__cart-2"_s}, {u"model_name_or_path"_s, u"m"_s}, {u"model_patch"_s, wrong}})
            + line({{u"instance_id"_s, u"me__cart-2"_s}, {u"model_name_or_path"_s, u"m"_s}, {u"model_patch"_s, QString()}})
            + line({{u"instance_id"_s, u"me__cart-2"_s}, {u"model_name_or_path"_s, u"m"_s}, {u"model_patch"_s, QJsonValue::Null}})
            + line({{u"instance_id"_s, u"other__lib-1"_s}, {u"model_name_or_path"_s, u"m"_s}, {u"model_patch"_s, m_gold}})
            + line({{u"task_id"_s, u"me__cart-1"_s}, {u"completion"_s, good}}));
    const Answer checked = m_program->call({u"check"_s, u"swe"_s, u"--solutions"_s, m_program->file(u"predictions.jsonl"_s),
        u"--json"_s, u"--out"_s, m_program->file(u"out.jsonl"_s)});
    QVERIFY2(checked.code == 0, qPrintable(checked.err));
    const QJsonObject errors = checked.json()["by_error"_L1].toObject();
    QCOMPARE(errors["none"_L1].toInt(), 2);
    QCOMPARE(errors["syntax"_L1].toInt(), 2);
    QCOMPARE(checked.json()["samples"_L1].toInt(), 5);
}

void TestRepositoryRun::saysWhenNoCloneIsThere()
{
    const CommandLine program;
    program.write(u"swe.jsonl"_s, record(u"other__lib-1"_s, u"other/lib"_s));
    QCOMPARE(
        program.call({u"suite"_s, u"import"_s, u"swe-bench"_s, program.file(u"swe.jsonl"_s), u"--name"_s, u"swe"_s}).code, 0);
    const Answer checked = program.call({u"check"_s, u"swe"_s});
    QCOMPARE(checked.code, 3);
    QVERIFY2(checked.err.contains(u"git clone https://github.com/other/lib") && checked.err.contains(u"--repositories"),
        qPrintable(checked.err));
    const Answer ran = program.call(
        {u"run"_s, u"--suite"_s, u"swe"_s, u"--model"_s, u"openai:fake"_s, u"--set"_s, u"llm.base_url=http://127.0.0.1:9"_s});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains(u"other/lib"), qPrintable(ran.err));
}

void TestRepositoryRun::tellsTheModelWhatDoesNotApply()
{
    const HttpTestServer server({[](ServedConnection &connection, const ServedRequest &request) {
        const bool again = request.body.contains("no line");
        const QString answer = request.body.contains("How to answer") ? (again ? good : bad) : u"Nothing in particular."_s;
        if (request.body.contains("\"stream\":true"))
            streams({answer}, 200)(connection, request);
        else
            connection.answer(200, "application/json", wholeChat(answer, 200));
    }});
    const Answer ran = m_program->call({u"run"_s, u"--suite"_s, u"swe"_s, u"--model"_s, u"openai:fake"_s, u"--name"_s, u"r"_s,
        u"--rounds"_s, u"1"_s, u"--set"_s, u"run.split=none"_s, u"--set"_s, u"update.strategy=none"_s, u"--set"_s,
        u"agent.reflection=retry"_s, u"--set"_s, u"agent.attempts=2"_s, u"--set"_s, u"memory.enabled=false"_s, u"--set"_s,
        u"llm.base_url="_s + server.url(), u"--jobs"_s, u"2"_s});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"other/lib (1)"), qPrintable(ran.err));
    QVERIFY2(ran.err.contains(u"2 of 2 solved, 0 at the first attempt"), qPrintable(ran.err));
    QCOMPARE(server.requests().size(), 4);
    for (const ServedRequest &request : server.requests()) {
        QVERIFY(request.body.contains("It gives the number of prices"));
        QVERIFY(request.body.contains("return len(prices)"));       // the file is shown
        QVERIFY(!request.body.contains("test_sum"));                // the judging tests are not
        QVERIFY(!request.body.contains("sum(prices)") || request.body.contains("no line"));
    }
    const ServedRequest last = server.requests().last();
    QVERIFY2(last.body.contains("cart.py, search/replace block 1: the file has no line"), last.body.constData());
}

QTEST_GUILESS_MAIN(TestRepositoryRun)
#include "tst_repositoryrun.moc"
