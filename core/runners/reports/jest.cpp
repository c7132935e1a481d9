#include "core/runners/reports/testreports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A value as JSON text; a text as it is.
QString textOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return value.toString();
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2));
}

/// Jest colours its messages with terminal codes.
QString plain(QString text)
{
    for (qsizetype at = text.indexOf(u'\x1b'); at >= 0; at = text.indexOf(u'\x1b', at)) {
        const qsizetype end = text.indexOf(u'm', at);
        text.remove(at, end < 0 ? 1 : end - at + 1);
    }
    return text;
}

void readFailure(const QJsonObject &test, TestResult &result)
{
    const QJsonObject detail = test[u"failureDetails"_s].toArray().first().toObject();
    const QJsonObject matcher = detail[u"matcherResult"_s].toObject();
    const QString whole = plain(test[u"failureMessages"_s].toArray().first().toString());
    const QJsonValue error = detail[u"error"_s].isObject() ? detail[u"error"_s] : QJsonValue(detail);
    result.testCode = whole;
    if (!matcher.isEmpty() || detail.contains(u"expected"_s) || whole.startsWith(u"Error: expect(")) {
        result.exceptionType = u"AssertionError"_s;
        result.status = TestStatus::Failed;
        result.expected = textOf(matcher.isEmpty() ? detail[u"expected"_s] : matcher[u"expected"_s]);
        result.actual = textOf(matcher.isEmpty() ? detail[u"actual"_s] : matcher[u"actual"_s]);
        result.message = plain(matcher[u"message"_s].toString());
    } else {
        result.exceptionType = error[u"name"_s].toString(whole.section(u':', 0, 0).trimmed());
        result.status = result.exceptionType.startsWith(u"AssertionError") ? TestStatus::Failed : TestStatus::Errored;
    }
    if (result.message.isEmpty())
        result.message = whole.section(u'\n', 0, 0);
}

TestResult readTest(const QJsonObject &test)
{
    TestResult result{.name = test[u"fullName"_s].toString()};
    const QString status = test[u"status"_s].toString();
    result.cpuMs = test[u"duration"_s].toDouble();
    result.status = status == u"passed" ? TestStatus::Passed : TestStatus::NotRun;
    if (status == u"failed")
        readFailure(test, result);
    return result;
}

} // namespace

Result<QList<TestResult>> readJest(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject() || !document[u"testResults"_s].isArray())
        return fail(ErrorKind::BadInput,
            u"this is no report of jest: %1"_s.arg(document.isNull() ? error.errorString() : u"no \"testResults\""_s));
    QList<TestResult> results;
    for (const QJsonValue &file : document[u"testResults"_s].toArray()) {
        const QJsonArray tests = file[u"assertionResults"_s].toArray();
        for (const QJsonValue &test : tests)
            results << readTest(test.toObject());
        if (tests.isEmpty() && file[u"status"_s].toString() == u"failed")
            results << TestResult{.name = file[u"name"_s].toString(),
                .status = TestStatus::Errored,
                .message = plain(file[u"message"_s].toString())};
    }
    return results;
}

} // namespace autodidact
