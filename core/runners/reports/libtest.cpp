#include "core/runners/reports/testreports.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<QList<TestResult>> readLibtest(const QByteArray &lines)
{
    QList<TestResult> results;
    bool sawSuite = false;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const QString type = object[u"type"_s].toString();
        const QString event = object[u"event"_s].toString();
        sawSuite = sawSuite || type == u"suite";
        if (type != u"test" || event == u"started")
            continue;
        TestResult result{.name = object[u"name"_s].toString()};
        result.cpuMs = object[u"exec_time"_s].toDouble() * 1000;
        result.status = event == u"ok" ? TestStatus::Passed : event == u"failed" ? TestStatus::Failed : TestStatus::NotRun;
        if (result.status == TestStatus::Failed) {
            result.message = object[u"stdout"_s].toString().trimmed();
            result.exceptionType = result.message.contains(u"assertion ") ? u"AssertionError"_s : u"panic"_s;
        }
        results << result;
    }
    if (!sawSuite)
        return fail(ErrorKind::BadInput, u"this is no report of Rust's tests: no line begins a suite"_s);
    return results;
}

} // namespace autodidact
