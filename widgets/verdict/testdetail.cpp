#include "widgets/verdict/testdetail.h"

#include "widgets/base/domainwords.h"
#include "widgets/base/readingview.h"
#include "widgets/verdict/verdictwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace autodidact::testdetail {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(TestDetail)
};

/// What is shown of an output; the rest would only make the window slow.
constexpr int mostLines = 2000;
constexpr int mostChars = 64 * 1024;

void showValue(ReadingView &view, const QString &heading, const QString &value)
{
    if (value.isEmpty())
        return;
    view.heading(heading);
    view.code(value);
}

void showOutputOf(ReadingView &view, const QString &heading, const std::optional<Verdict> &verdict)
{
    if (!verdict)
        return;
    view.heading(heading);
    if (verdict->output.isEmpty())
        view.faint(Words::tr("The program printed nothing."));
    else
        view.code(verdict->output.section(u'\n', 0, mostLines - 1).left(mostChars));
    const bool shortened = verdict->output.size() > mostChars || verdict->output.count(u'\n') > mostLines;
    if (verdict->outputTruncated || shortened)
        view.faint(Words::tr("The rest was cut off."));
}

void showMachineOf(ReadingView &view, const QString &heading, const std::optional<Verdict> &verdict)
{
    if (!verdict)
        return;
    view.heading(heading);
    view.paragraph(Words::tr("CPU time: %1").arg(words::milliseconds(verdict->resources.cpuMs)));
    view.paragraph(Words::tr("Wall time: %1").arg(words::milliseconds(verdict->resources.wallMs)));
    view.paragraph(Words::tr("Peak memory: %1", "memory of the machine").arg(words::bytes(verdict->resources.peakKb)));
    const QString sandbox = Words::tr("Sandbox: %1").arg(verdictwords::sandbox(verdict->sandbox));
    verdict->sandbox == u"none" ? view.alarm(sandbox) : view.paragraph(sandbox);
    if (!verdict->gear.isEmpty())
        view.paragraph(Words::tr("Gear: %1", "how the sandbox was started").arg(verdictwords::gear(verdict->gear)));
}

} // namespace

void showTest(ReadingView &view, const QString &key, const TestResult &test)
{
    view.begin(key);
    view.heading(test.name, {}, verdictwords::status(test.status));
    if (test.line > 0) {
        const QString place = Words::tr("Line %1 of the attempt's code").arg(test.line);
        view.paragraph(place, {{0, place.size(), u"line:%1"_s.arg(test.line)}});
    }
    if (!test.message.isEmpty())
        view.paragraph(test.exceptionType.isEmpty() ? test.message
                                                    : Words::tr("%1: %2", "kind of exception, and its message").arg(test.exceptionType, test.message));
    showValue(view, Words::tr("Expected", "value of a test"), test.expected);
    showValue(view, Words::tr("Actual", "value of a test"), test.actual);
    showValue(view, Words::tr("Test", "code of a test"), test.testCode);
    if (test.cpuMs > 0)
        view.faint(Words::tr("CPU time: %1").arg(words::milliseconds(test.cpuMs)));
    view.end();
}

void showOutput(ReadingView &view, const QString &key, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden)
{
    view.begin(key);
    showOutputOf(view, Words::tr("With the visible tests"), visible);
    showOutputOf(view, Words::tr("With the hidden tests"), hidden);
    view.end();
}

void showMachine(ReadingView &view, const QString &key, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden)
{
    view.begin(key);
    showMachineOf(view, Words::tr("With the visible tests"), visible);
    showMachineOf(view, Words::tr("With the hidden tests"), hidden);
    view.end();
}

} // namespace autodidact::testdetail
