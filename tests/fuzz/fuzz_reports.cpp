#include "core/runners/reports/testreports.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace autodidact;

namespace {

using Read = Result<QList<TestResult>> (*)(const QByteArray &bytes);

Result<QList<TestResult>> readTapBytes(const QByteArray &bytes)
{
    return readTap(QString::fromUtf8(bytes));
}

constexpr std::array<Read, 4> Readers{readTapBytes, readJunit, readJest, readLibtest};

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

} // namespace

/// The first byte chooses the framework, the rest is its report.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0)
        check(Readers.at(data[0] % Readers.size())(QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1))));
    return 0;
}
