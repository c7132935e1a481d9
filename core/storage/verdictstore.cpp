#include "core/storage/verdictstore.h"

#include "core/storage/query.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What a verdict says about the machine: kept out of the body, so that equal verdicts have equal bodies.
QString machineOf(const Verdict &verdict)
{
    QJsonArray testMs;
    for (const TestResult &test : verdict.tests)
        testMs.append(test.cpuMs);
    return QString::fromUtf8(toJsonLine({{u"resources"_s, toJson(verdict.resources)}, {u"gear"_s, verdict.gear},
        {u"retries"_s, verdict.infrastructureRetries}, {u"testMs"_s, testMs}}));
}

Status putMachine(const QString &json, Verdict &verdict)
{
    const Result<QJsonObject> object = parseJsonObject(json.toUtf8(), u"verdict"_s);
    if (!object)
        return std::unexpected(object.error());
    const Result<Resources> resources = fromJson<Resources>(object->value("resources"_L1).toObject());
    if (!resources)
        return std::unexpected(resources.error());
    verdict.resources = *resources;
    verdict.gear = object->value("gear"_L1).toString();
    verdict.infrastructureRetries = object->value("retries"_L1).toInt();
    const QJsonArray testMs = object->value("testMs"_L1).toArray();
    for (qsizetype i = 0; i < std::min(testMs.size(), verdict.tests.size()); ++i)
        verdict.tests[i].cpuMs = testMs.at(i).toDouble();
    return {};
}

Result<Verdict> readVerdict(Database &database, Query &query)
{
    Result<Verdict> verdict = fromBody<Verdict>(database, query.text(1));
    if (!verdict)
        return verdict;
    if (const Status done = putMachine(query.text(0), *verdict); !done)
        return std::unexpected(done.error());
    return verdict;
}

} // namespace

Result<qint64> VerdictStore::add(AttemptId attempt, const Verdict &verdict)
{
    const Result<QString> body = bodyOf(m_database, verdict);
    if (!body)
        return std::unexpected(body.error());
    const auto passed = std::ranges::count_if(verdict.tests, &TestResult::passed);
    Query query(m_database,
        u"INSERT INTO verdict (attempt, scope, passed, error_class, tests_passed, tests_total, machine, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        attempt, verdict.scope, verdict.passed, verdict.errorClass, qint64(passed), qint64(verdict.tests.size()),
        machineOf(verdict), *body);
    return query.run().transform([&query] { return query.insertedId(); });
}

Result<Verdict> VerdictStore::byId(qint64 id)
{
    Query query(m_database, u"SELECT machine, body FROM verdict WHERE id = ?"_s, id);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readVerdict(m_database, query) : fail(ErrorKind::NotFound, u"There is no verdict with id %1"_s.arg(id));
}

Result<std::optional<Verdict>> VerdictStore::byAttempt(AttemptId attempt, Visibility scope)
{
    Query query(m_database,
        u"SELECT machine, body FROM verdict WHERE attempt = ? AND scope = ? ORDER BY id DESC LIMIT 1"_s, attempt, scope);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return readVerdict(m_database, query).transform([](Verdict verdict) { return std::optional(std::move(verdict)); });
}

} // namespace autodidact
