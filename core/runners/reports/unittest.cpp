#include "core/runners/reports/testreports.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

TestStatus statusOf(const QString &word)
{
    return word == u"passed" ? TestStatus::Passed
        : word == u"failed"  ? TestStatus::Failed
        : word == u"errored" ? TestStatus::Errored
                             : TestStatus::NotRun;
}

/// "unittest.loader._FailedTest.tests.test_x" stands for a module that could not be imported.
QString nameOf(const QString &id)
{
    const QString failed = u"unittest.loader._FailedTest."_s;
    return id.startsWith(failed) ? id.sliced(failed.size()) : id;
}

DescribedTest testOf(const QJsonObject &entry)
{
    DescribedTest described;
    TestResult &test = described.test;
    test.name = nameOf(entry["id"_L1].toString());
    test.status = statusOf(entry["status"_L1].toString());
    test.exceptionType = entry["type"_L1].toString();
    test.message = entry["message"_L1].toString();
    test.testCode = entry["trace"_L1].toString();
    described.description = entry["description"_L1].toString();
    // What a module failed with is told in the words of unittest: "Failed to import test module: …", then the traceback.
    if (test.message.startsWith(u"Failed to import"))
        test.exceptionType = test.message.trimmed().section(u'\n', -1).section(u':', 0, 0);
    if (test.status == TestStatus::Failed && test.exceptionType.isEmpty())
        test.message = u"it was expected to fail, and did not"_s;
    if (test.status == TestStatus::Failed)
        test.exceptionType = u"AssertionError"_s;
    return described;
}

} // namespace

Result<QList<DescribedTest>> readUnittest(const QByteArray &lines)
{
    QList<DescribedTest> tests;
    for (const QByteArray &line : lines.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QJsonDocument entry = QJsonDocument::fromJson(line);
        if (!entry.isObject() || !entry["id"_L1].isString())
            return fail(ErrorKind::BadInput, u"the report of unittest breaks off behind %1 tests"_s.arg(tests.size()));
        tests.append(testOf(entry.object()));
    }
    return tests;
}

} // namespace autodidact
