#include "core/report/checkreport.h"

#include "core/evaluation/estimators.h"
#include "core/report/figures.h"

#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Counts {
    int samples = 0;
    int passed = 0;
};

std::map<QString, Counts> countBy(const QList<CheckSample> &samples, QString (*key)(const CheckSample &))
{
    std::map<QString, Counts> counts;
    for (const CheckSample &sample : samples) {
        Counts &entry = counts[key(sample)];
        ++entry.samples;
        entry.passed += sample.verdict.passed ? 1 : 0;
    }
    return counts;
}

std::map<QString, Counts> byTask(const QList<CheckSample> &samples)
{
    return countBy(samples, [](const CheckSample &sample) { return sample.taskKey; });
}

QString errorName(const CheckSample &sample)
{
    return toString(sample.verdict.passed ? ErrorClass::None : sample.verdict.errorClass);
}

/// As the published harness words it: "passed", "timed out", or "failed: " and why.
QString resultText(const CheckSample &sample)
{
    if (sample.verdict.passed)
        return u"passed"_s;
    if (sample.verdict.errorClass == ErrorClass::Timeout)
        return u"timed out"_s;
    const QString detail = sample.verdict.errorDetail.isEmpty() ? QString() : u": "_s + sample.verdict.errorDetail;
    return u"failed: "_s + errorName(sample) + detail;
}

/// Absent when some task has fewer than k samples: a mean over the others would flatter.
std::optional<double> meanPassAtK(const std::map<QString, Counts> &tasks, int k)
{
    QList<double> values;
    for (const auto &[key, counts] : tasks) {
        const auto value = passAtK(counts.samples, counts.passed, k);
        if (!value)
            return std::nullopt;
        values.append(*value);
    }
    return mean(values);
}

int passedOf(const QList<CheckSample> &samples)
{
    int passed = 0;
    for (const CheckSample &sample : samples)
        passed += sample.verdict.passed ? 1 : 0;
    return passed;
}

} // namespace

QJsonObject checkSummary(const CheckRun &run, const QList<CheckSample> &samples)
{
    const auto tasks = byTask(samples);
    QJsonObject passAt;
    for (int k : run.ks) {
        if (const auto value = meanPassAtK(tasks, k))
            passAt[QString::number(k)] = jsonNumber(value);
    }
    QJsonObject languages;
    for (const auto &[language, counts] : countBy(samples, [](const CheckSample &s) { return toString(s.language); }))
        languages[language] = QJsonObject{{u"samples"_s, counts.samples}, {u"passed"_s, counts.passed}};
    QJsonObject errors;
    for (const auto &[error, counts] : countBy(samples, errorName))
        errors[error] = counts.samples;
    return {{u"suite"_s, run.suite},
            {u"tasks"_s, qint64(tasks.size())},
            {u"samples"_s, samples.size()},
            {u"passed"_s, passedOf(samples)},
            {u"pass_at_k"_s, passAt},
            {u"by_language"_s, languages},
            {u"by_error"_s, errors},
            {u"wall_s"_s, jsonNumber(run.wallS)},
            {u"jobs"_s, run.jobs},
            {u"sandbox"_s, run.sandbox}};
}

QJsonObject sampleLine(const CheckSample &sample)
{
    return {{u"task_id"_s, sample.taskKey},
            {u"completion"_s, sample.completion},
            {u"result"_s, resultText(sample)},
            {u"passed"_s, sample.verdict.passed}};
}

QString checkText(const CheckRun &run, const QList<CheckSample> &samples)
{
    const auto tasks = byTask(samples);
    const int passed = passedOf(samples);
    QString out = u"%1: %2 of %3 samples passed (%4 tasks), %5 s, %6 jobs, sandbox %7\n"_s.arg(run.suite)
                      .arg(passed)
                      .arg(samples.size())
                      .arg(tasks.size())
                      .arg(decimal(run.wallS, 1))
                      .arg(run.jobs)
                      .arg(run.sandbox);
    for (int k : run.ks) {
        if (const auto value = meanPassAtK(tasks, k))
            out += u"  pass@%1  %2\n"_s.arg(k).arg(percent(value));
    }
    for (const auto &[error, counts] : countBy(samples, errorName)) {
        if (error != toString(ErrorClass::None))
            out += u"  %1  %2\n"_s.arg(error, -14).arg(counts.samples);
    }
    return out;
}

} // namespace autodidact
