#pragma once

#include "core/runners/runnerfactory.h"

#include <QTest>

namespace autodidact::test {

/// The runner of a test, one attempt at a time.
class RunnerFixture
{
public:
    /// What stands against it; empty: nothing.
    QString start()
    {
        Result<std::unique_ptr<Runner>> made = makeRunner({.jobs = 1});
        if (made)
            m_runner = std::move(*made);
        return made ? QString() : made.error().detail;
    }

    /// Without a verdict one of class infrastructure, which says why.
    Verdict run(const Execution &execution) const
    {
        const Result<Verdict> verdict = m_runner->run(execution, {});
        return verdict ? *verdict : Verdict{.errorClass = ErrorClass::Infrastructure, .errorDetail = verdict.error().detail};
    }

    Runner *operator->() const { return m_runner.get(); }

private:
    std::unique_ptr<Runner> m_runner;
};

/// Tests named "test 1" and so on.
inline QList<TestCase> numbered(const QStringList &codes)
{
    QList<TestCase> tests;
    for (const QString &code : codes)
        tests << TestCase{QStringLiteral("test %1").arg(tests.size() + 1), code};
    return tests;
}

/// For messages of a test that saw another verdict than it wanted.
inline QByteArray storyOf(const Verdict &verdict)
{
    return (toString(verdict.errorClass) + QStringLiteral(": ") + verdict.errorDetail + u'\n' + verdict.output.left(1500)).toUtf8();
}

} // namespace autodidact::test

/// What holds of every verdict that has a class: it passed, or it says why not.
#define VERIFY_CLASS(verdict, wanted)                                                                             \
    QVERIFY2((verdict).errorClass == (wanted), autodidact::test::storyOf(verdict).constData());                   \
    QCOMPARE((verdict).passed, (wanted) == ErrorClass::None);                                                     \
    QVERIFY((verdict).passed || !(verdict).errorDetail.isEmpty())
