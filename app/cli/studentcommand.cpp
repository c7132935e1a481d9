#include "app/cli/commands.h"
#include "app/cli/studentcommands.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Result<int> studentCommand(Invocation &invocation)
{
    const Result<QString> word = takeSubcommand(invocation, {u"report"_s, u"study"_s, u"calibration"_s, u"teach"_s});
    if (!word)
        return std::unexpected(word.error());
    if (*word == u"report")
        return studentReport(invocation);
    if (*word == u"study")
        return studentStudy(invocation);
    return *word == u"calibration" ? studentCalibration(invocation) : studentTeach(invocation);
}

} // namespace autodidact
