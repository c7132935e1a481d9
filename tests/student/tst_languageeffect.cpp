#include "core/runners/runnerfactory.h"
#include "core/student/habits.h"

#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Whether mistakes turn hidden tests red in the sandbox: one strong mistake a task and family, of one reference each.
class TestLanguageEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strongMistakesShow_data();
    void strongMistakesShow();
};

/// Mistakes of one language that are tried out: enough to tell 80 % from 65 %, few enough for minutes.
constexpr int mostPrograms = 96;

static Execution executionOf(const Task &task, const QByteArray &code)
{
    Execution execution{.language = task.language, .code = QString::fromUtf8(code), .entryPoint = task.entryPoint,
        .starter = task.starter, .tests = task.hiddenTests};
    execution.limits.cpuMs = 1500;
    return execution;
}

void TestLanguageEffect::strongMistakesShow_data()
{
    QTest::addColumn<Language>("language");
    for (const Language language : {Language::JavaScript, Language::Java, Language::Rust})
        QTest::newRow(qPrintable(toString(language))) << language;
}

void TestLanguageEffect::strongMistakesShow()
{
    QFETCH(Language, language);
    const Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1}, language);
    if (!runner)
        QSKIP(qPrintable(runner.error().detail));
    const Textbook book(fixtures::bundledSuite(language));
    const Habits habits(book, 1, fixtures::parameters().faults);
    std::vector<std::pair<qsizetype, WrittenProgram>> strong;
    for (qsizetype i = 0; i < book.size(); ++i) {
        const int reference = int(i) % int(habits.of(i).references.size());
        const ReferenceHabits &own = habits.of(i).references[size_t(reference)];
        for (const std::optional<FaultSite> &site : own.sites) {
            if (site && site->rank == 0 && site->family != FaultFamily::SyntaxSlip)
                strong.emplace_back(i, Habits::write(habits.of(i), reference, only(site->family)));
        }
        const Result<Verdict> untouched = (*runner)->run(executionOf(book.task(i), own.program), {});
        QVERIFY(untouched.has_value());
        QVERIFY2(untouched->passed, qPrintable(book.task(i).key + untouched->errorDetail));
    }
    int made = 0;
    int red = 0;
    int uncompiled = 0;
    const size_t step = std::max<size_t>(1, strong.size() / mostPrograms);
    for (size_t i = 0; i < strong.size(); i += step) {
        const auto &[task, program] = strong[i];
        const Result<Verdict> verdict = (*runner)->run(executionOf(book.task(task), program.code), {});
        QVERIFY(verdict.has_value());
        QVERIFY2(verdict->errorClass != ErrorClass::Infrastructure, qPrintable(verdict->errorDetail));
        ++made;
        red += verdict->passed ? 0 : 1;
        uncompiled += verdict->errorClass == ErrorClass::Compile || verdict->errorClass == ErrorClass::Syntax ? 1 : 0;
        if (verdict->passed) {
            const MadeFault &fault = program.faults.front();
            qInfo("not noticed: %s %s: %s -> %s", qPrintable(book.task(task).key), qPrintable(toString(fault.family)),
                fault.before.constData(), fault.after.constData());
        }
    }
    qInfo("%s: %d of %d strong mistakes show (of %zu), %d of them when compiled", qPrintable(toString(language)), red, made,
        strong.size(), uncompiled);
    QVERIFY(made >= 60);
    QVERIFY2(red >= 0.80 * made, qPrintable(u"%1 of %2"_s.arg(red).arg(made)));
}

QTEST_GUILESS_MAIN(TestLanguageEffect)
#include "tst_languageeffect.moc"
