#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// Persisted: never renumber.
enum class ErrorClass {
    None = 0, Syntax = 1, Compile = 2, Import = 3, Runtime = 4, Logic = 5,
    Timeout = 6, Memory = 7, Forbidden = 8, Infrastructure = 9,
};

QString toString(ErrorClass errorClass);                                 ///< "none", "syntax", …
std::optional<ErrorClass> errorClassFromString(QStringView name);

/// Persisted: never renumber.
enum class TestStatus { Passed = 1, Failed = 2, Errored = 3, NotRun = 4 };

/// What one test did.
struct TestResult {
    QString name;
    Visibility visibility = Visibility::Hidden;
    TestStatus status = TestStatus::NotRun;
    QString message;       ///< exception text, addresses scrubbed
    QString exceptionType; ///< for example "AssertionError"
    QString expected;      ///< as text, where the test says so
    QString actual;
    QString testCode;      ///< the statement that failed
    int line = 0;          ///< in the code under test, from 1; 0 unknown
    double cpuMs = 0;

    bool passed() const { return status == TestStatus::Passed; }
    bool operator==(const TestResult &) const = default;
};

/// A message of a compiler or parser about the code under test.
struct Diagnostic {
    int line = 0;          ///< from 1; 0 unknown
    int column = 0;        ///< from 1; 0 unknown
    QString severity;      ///< "error" or "warning"
    QString message;

    bool operator==(const Diagnostic &) const = default;
};

/// Left out of journal exports: two runs never agree on them.
struct Resources {
    double cpuMs = 0;
    double wallMs = 0;
    qint64 peakKb = 0;     ///< of the whole process tree

    bool operator==(const Resources &) const = default;
};

/// What the sandbox saw when it ran one program on one set of tests.
struct Verdict {
    Visibility scope = Visibility::Hidden;   ///< which tests were run
    bool passed = false;                     ///< every test passed, and there was at least one
    ErrorClass errorClass = ErrorClass::None;
    QString errorDetail;                     ///< one line for people
    QList<TestResult> tests;
    QList<Diagnostic> diagnostics;
    QString output;                          ///< captured stdout and stderr of the code under test
    bool outputTruncated = false;
    bool tampering = false;                  ///< exited early, forged a report, touched the tests
    QString tamperingReason;
    QList<int> coveredLines;                 ///< of the code under test; empty when not measured
    QList<int> missedLines;
    Resources resources;
    QString sandbox;                         ///< for example "bubblewrap"
    QString gear;                            ///< "warm", "single" (one bubblewrap per attempt), "pytest"
    int infrastructureRetries = 0;

    bool compiled() const { return errorClass != ErrorClass::Syntax && errorClass != ErrorClass::Compile; }
    bool counts() const { return errorClass != ErrorClass::Infrastructure; }
    double passRate() const;                 ///< passed tests over all tests, 0 to 1; 0 without tests
    bool operator==(const Verdict &) const = default;
};

inline QString toString(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::None: return QStringLiteral("none");
    case ErrorClass::Syntax: return QStringLiteral("syntax");
    case ErrorClass::Compile: return QStringLiteral("compile");
    case ErrorClass::Import: return QStringLiteral("import");
    case ErrorClass::Runtime: return QStringLiteral("runtime");
    case ErrorClass::Logic: return QStringLiteral("logic");
    case ErrorClass::Timeout: return QStringLiteral("timeout");
    case ErrorClass::Memory: return QStringLiteral("memory");
    case ErrorClass::Forbidden: return QStringLiteral("forbidden");
    case ErrorClass::Infrastructure: return QStringLiteral("infrastructure");
    }
    return {};
}

inline std::optional<ErrorClass> errorClassFromString(QStringView name)
{
    for (int value = 0; value <= 9; ++value) {
        const auto candidate = static_cast<ErrorClass>(value);
        if (toString(candidate) == name)
            return candidate;
    }
    return std::nullopt;
}

inline double Verdict::passRate() const
{
    if (tests.isEmpty())
        return 0;
    int count = 0;
    for (const TestResult &test : tests)
        count += test.passed() ? 1 : 0;
    return double(count) / double(tests.size());
}

} // namespace autodidact
