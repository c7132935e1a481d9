#include "core/runners/reports/testreports.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// "org.opentest4j.AssertionFailedError" is an assertion in every framework, whatever its package.
bool isAssertion(const QString &type)
{
    return type.section(u'.', -1).startsWith(u"Assert") || type.endsWith(u"ComparisonFailure");
}

/// "expected: <3> but was: <4>", as JUnit 5's assertions say it.
void readComparison(TestResult &result)
{
    const qsizetype from = result.message.indexOf(u"expected: <");
    const qsizetype middle = result.message.indexOf(u"> but was: <", from);
    if (from < 0 || middle < 0 || !result.message.endsWith(u'>'))
        return;
    result.expected = result.message.sliced(from + 11, middle - from - 11);
    result.actual = result.message.sliced(middle + 12).chopped(1);
}

void readProblem(QXmlStreamReader &xml, TestResult &result)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    result.exceptionType = attributes.value(u"type"_s).toString();
    result.message = attributes.value(u"message"_s).toString();
    result.testCode = xml.readElementText(QXmlStreamReader::SkipChildElements);
    result.status = isAssertion(result.exceptionType) ? TestStatus::Failed : TestStatus::Errored;
    if (result.status == TestStatus::Failed) {
        result.exceptionType = u"AssertionError"_s;
        readComparison(result);
    }
}

TestResult readCase(QXmlStreamReader &xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const QString owner = attributes.value(u"classname"_s).toString();
    TestResult result{.name = (owner.isEmpty() ? QString() : owner + u'.') + attributes.value(u"name"_s).toString()};
    result.status = TestStatus::Passed;
    result.cpuMs = attributes.value(u"time"_s).toDouble() * 1000;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"failure" || xml.name() == u"error") {
            readProblem(xml, result);
        } else {
            if (xml.name() == u"skipped")
                result.status = TestStatus::NotRun;
            xml.skipCurrentElement();
        }
    }
    return result;
}

void readSuite(QXmlStreamReader &xml, QList<TestResult> &results, int depth)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == u"testcase")
            results << readCase(xml);
        else if (xml.name() == u"testsuite" && depth < 20)
            readSuite(xml, results, depth + 1);
        else
            xml.skipCurrentElement();
    }
}

} // namespace

Result<QList<TestResult>> readJunit(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    QList<TestResult> results;
    if (xml.readNextStartElement()) {
        if (xml.name() != u"testsuite" && xml.name() != u"testsuites")
            return fail(ErrorKind::BadInput, u"this is no JUnit report: it begins with <%1>"_s.arg(xml.name()));
        readSuite(xml, results, 0);
    }
    if (xml.hasError())
        return fail(ErrorKind::BadInput, u"the JUnit report breaks off in line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()));
    return results;
}

} // namespace autodidact
