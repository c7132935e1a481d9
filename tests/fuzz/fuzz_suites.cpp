#include "core/tasks/appsimporter.h"
#include "core/tasks/codecontestsimporter.h"
#include "core/tasks/githubissueimporter.h"
#include "core/tasks/humanevalimporter.h"
#include "core/tasks/humanevalximporter.h"
#include "core/tasks/keyvaluefile.h"
#include "core/tasks/leetcodeimporter.h"
#include "core/tasks/mbppimporter.h"
#include "core/tasks/multipleimporter.h"
#include "core/tasks/quixbugstask.h"
#include "core/tasks/suitefile.h"
#include "core/tasks/swebenchimporter.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

using Parse = Result<SuiteContent> (*)(const QByteArray &bytes, const QString &file);

constexpr std::array<Parse, 10> Parsers{parseSuite, parseHumanEval, parseHumanEvalX, parseMbpp, parseMultiplE, parseApps,
    parseCodeContests, parseLeetCode, parseSweBench, parseGithubIssue};

/// What was imported must come back the same from a file of our own; what was refused must say so.
void check(const Result<SuiteContent> &content)
{
    if (!content) {
        if (content.error().detail.isEmpty())
            std::abort();
        return;
    }
    const auto again = parseSuite(writeSuite(content->suite, content->tasks), u"again"_s);
    if (!again || again->suite.hash != content->suite.hash)
        std::abort();
}

} // namespace

/// The first byte chooses the importer, the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const size_t choice = data[0] % (Parsers.size() + 2);
    if (choice < Parsers.size())
        check(Parsers.at(choice)(bytes, u"file"_s));
    else if (choice == Parsers.size())
        static_cast<void>(parseKeyValues(bytes, u"file"_s));
    else
        static_cast<void>(quixBugsTask({.name = u"f"_s, .buggy = u"def f(x):\n    return x\n"_s, .testCases = bytes}));
    return 0;
}
