#include "core/runners/reports/testreports.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

enum class Flavour { Junit, Pytest };

constexpr qsizetype longestComparison = 100'000;

/// "org.opentest4j.AssertionFailedError" is an assertion in every framework, whatever its package.
bool isAssertion(const QString &type)
{
    return type.section(u'.', -1).startsWith(u"Assert") || type.endsWith(u"ComparisonFailure");
}

/// "expected: <3> but was: <4>", as JUnit 5's assertions say it, without the spaces as JUnit 4's do.
void readComparison(TestResult &result)
{
    static const QRegularExpression form(
        u"expected: ?<(.*)> but was: ?<(.*)>$"_s, QRegularExpression::DotMatchesEverythingOption);
    if (result.message.size() > longestComparison)
        return;
    const QRegularExpressionMatch match = form.match(result.message);
    result.expected = match.captured(1);
    result.actual = match.captured(2);
}

/// JUnit 4 puts brackets around what differs between two texts.
QString withoutMarks(QString text)
{
    const qsizetype open = text.indexOf(u'[');
    const qsizetype close = text.lastIndexOf(u']');
    return open < 0 || close < open ? text : text.remove(close, 1).remove(open, 1);
}

void readProblem(QXmlStreamReader &xml, TestResult &result)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    result.exceptionType = attributes.value(u"type"_s).toString();
    result.message = attributes.value(u"message"_s).toString();
    result.testCode = xml.readElementText(QXmlStreamReader::SkipChildElements);
    result.status = isAssertion(result.exceptionType) ? TestStatus::Failed : TestStatus::Errored;
    if (result.status != TestStatus::Failed)
        return;
    readComparison(result);
    if (result.exceptionType == u"org.junit.ComparisonFailure") {
        result.expected = withoutMarks(result.expected);
        result.actual = withoutMarks(result.actual);
    }
    result.exceptionType = u"AssertionError"_s;
}

/// pytest has no field for the type of an exception: it stands in front of the message, or at the end of the text.
void readPytestProblem(TestResult &result)
{
    static const QRegularExpression typed(
        u"^((?:\\w+\\.)*\\w*(?:Error|Exception|Warning|Exit|Interrupt|Failed|Timeout))(?::|$)"_s);
    static const QRegularExpression told(
        u"^E\\s+((?:\\w+\\.)*\\w*(?:Error|Exception|Exit|Interrupt)\\b.*)$"_s, QRegularExpression::MultilineOption);
    if (const auto match = told.match(result.testCode);
        !typed.match(result.message).hasMatch() && match.hasMatch() && !result.message.startsWith(u"assert"))
        result.message = match.captured(1);
    const QString type = typed.match(result.message).captured(1).section(u'.', -1);
    const bool asserted = type.isEmpty() ? result.message.startsWith(u"assert") : type == u"AssertionError" || type == u"Failed";
    result.exceptionType = asserted ? u"AssertionError"_s : type;
    result.status = asserted ? TestStatus::Failed : TestStatus::Errored;
}

/// "tests/test_x.py::TestA::test_b": the class is behind the module in `classname`.
QString pytestName(const QXmlStreamAttributes &attributes)
{
    const QString file = attributes.value(u"file"_s).toString();
    const QString owner = attributes.value(u"classname"_s).toString();
    const QString name = attributes.value(u"name"_s).toString();
    const QString module = QString(file.endsWith(u".py") ? file.chopped(3) : file).replace(u'/', u'.');
    if (file.isEmpty() || owner.isEmpty())
        return owner.isEmpty() ? name : owner + u'.' + name;
    const QString inner =
        owner.startsWith(module + u'.') ? owner.sliced(module.size() + 1).replace(u'.', u"::"_s) + u"::"_s : QString();
    return file + u"::"_s + inner + name;
}

TestResult readCase(QXmlStreamReader &xml, Flavour flavour)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    const QString owner = attributes.value(u"classname"_s).toString();
    TestResult result{.name = (owner.isEmpty() ? QString() : owner + u'.') + attributes.value(u"name"_s).toString()};
    if (flavour == Flavour::Pytest)
        result.name = pytestName(attributes);
    result.status = TestStatus::Passed;
    result.cpuMs = attributes.value(u"time"_s).toDouble() * 1000;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"failure" || xml.name() == u"error") {
            readProblem(xml, result);
            if (flavour == Flavour::Pytest)
                readPytestProblem(result);
        } else if (xml.attributes().value(u"type"_s) == u"pytest.xfail") {
            xml.skipCurrentElement();
        } else {
            if (xml.name() == u"skipped")
                result.status = TestStatus::NotRun;
            xml.skipCurrentElement();
        }
    }
    return result;
}

void readSuite(QXmlStreamReader &xml, QList<TestResult> &results, int depth, Flavour flavour)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == u"testcase")
            results << readCase(xml, flavour);
        else if (xml.name() == u"testsuite" && depth < 20)
            readSuite(xml, results, depth + 1, flavour);
        else
            xml.skipCurrentElement();
    }
}

Result<QList<TestResult>> readReport(const QByteArray &bytes, Flavour flavour)
{
    QXmlStreamReader xml(bytes);
    QList<TestResult> results;
    if (xml.readNextStartElement()) {
        if (xml.name() != u"testsuite" && xml.name() != u"testsuites")
            return fail(ErrorKind::BadInput, u"this is no JUnit report: it begins with <%1>"_s.arg(xml.name()));
        readSuite(xml, results, 0, flavour);
    }
    if (xml.hasError())
        return fail(
            ErrorKind::BadInput, u"the JUnit report breaks off in line %1: %2"_s.arg(xml.lineNumber()).arg(xml.errorString()));
    return results;
}

} // namespace

Result<QList<TestResult>> readJunit(const QByteArray &bytes)
{
    return readReport(bytes, Flavour::Junit);
}

Result<QList<TestResult>> readPytest(const QByteArray &bytes)
{
    return readReport(bytes, Flavour::Pytest);
}

} // namespace autodidact
