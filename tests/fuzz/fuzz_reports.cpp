#include "core/runners/coverage/linecoverage.h"
#include "core/runners/reports/testreports.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QString code = u"def double(x):\n    if x:\n        return 2 * x\n\n    return 0  # nothing\n"_s;
const QString file = u"solution.py"_s;

/// A report that was believed names what became of every test; one that was refused says why.
void check(const Result<QList<TestResult>> &results)
{
    if (!results) {
        if (results.error().detail.isEmpty())
            std::abort();
        return;
    }
    for (const TestResult &result : *results) {
        const int status = int(result.status);
        if (status < int(TestStatus::Passed) || status > int(TestStatus::NotRun) || result.line < 0)
            std::abort();
    }
}

/// Lines of the program, ascending, each in one list at most.
void check(const LineCoverage &coverage)
{
    const auto lines = code.count(u'\n') + 1;
    for (const QList<int> &list : {coverage.covered, coverage.missed}) {
        if (std::ranges::adjacent_find(list, std::greater_equal()) != list.end())
            std::abort();
        for (const int line : list) {
            if (line < 1 || line > lines)
                std::abort();
        }
    }
    for (const int line : coverage.covered) {
        if (coverage.missed.contains(line))
            std::abort();
    }
}

using Read = void (*)(const QByteArray &bytes);

constexpr std::array<Read, 7> Readers{
    [](const QByteArray &bytes) { check(readTap(QString::fromUtf8(bytes))); },
    [](const QByteArray &bytes) { check(readJunit(bytes)); },
    [](const QByteArray &bytes) { check(readJest(bytes)); },
    [](const QByteArray &bytes) { check(readLibtest(bytes)); },
    [](const QByteArray &bytes) { check(readLcov(QString::fromUtf8(bytes), file, code)); },
    [](const QByteArray &bytes) { check(readIstanbul(bytes, file, code)); },
    [](const QByteArray &bytes) { check(readV8(bytes.split('\0'), file, code)); },
};

} // namespace

/// The first byte chooses the kind of report, the rest is the report.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0)
        Readers.at(data[0] % Readers.size())(QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)));
    return 0;
}
