#include "core/tools/toolprobe.h"

#include "core/sandbox/probing.h"
#include "core/tools/toolcatalogue.h"
#include "core/tools/toolchain.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A program with something to find for every check but the syntax; a compiler's types must be well
/// for its lints to be seen.
struct Sample {
    Language language = Language::Python;
    QString name;
    QString code;
};

const QList<Sample> samples{
    {Language::Python, u"Python"_s, u"import os\n\ndef probe(n: int) -> str:\n    return n\n"_s},
    {Language::JavaScript, u"JavaScript"_s, u"function probe(n) {\n  return absent + n;\n}\n"_s},
    {Language::Java, u"Java"_s,
        u"class Probe {\n    static int probe(int n) {\n        return n / 0;\n    }\n}\n"_s},
    {Language::Rust, u"Rust"_s, u"pub fn probe(n: i32) -> i32 { return n; }\n"_s},
};

/// Of the tools that a language could have here, those that are not installed.
QStringList missingPackages(Language language)
{
    QStringList packages;
    for (const CheckTool &tool : checkTools(language)) {
        if (!QFileInfo(tool.installed).isFile())
            packages.append(tool.package);
    }
    return packages;
}

bool offered(Language language, const QString &check)
{
    return std::ranges::any_of(checkTools(language), [&](const CheckTool &tool) {
        return std::ranges::any_of(
            tool.checks, [&](const ToolCheck &one) { return one.check == check; });
    });
}

SandboxProbe probeSample(ToolChain &chain, const Sample &sample)
{
    const QStringList checks{u"syntax"_s, u"format"_s, u"lint"_s, u"types"_s};
    Task task;
    task.language = sample.language;
    const Result<QList<ToolReport>> reports = chain.check(task, sample.code, checks, {});
    QStringList words;
    bool works = reports.has_value();
    for (const ToolReport &report : reports.value_or(QList<ToolReport>())) {
        const bool found = !report.findings.isEmpty() && !isUpset(report);
        const bool mustFind = report.check == "format"_L1 || report.check == "lint"_L1
            || (report.check == "types"_L1 && sample.language == Language::Python);
        const bool well = report.ran() && found == mustFind;
        works = works && (well || !offered(sample.language, report.check));
        words.append(report.check + u' '
            + (well                ? report.tool
                    : report.ran() ? report.tool + u" (fails)"_s
                                   : u"-"_s));
    }
    const QStringList packages = missingPackages(sample.language);
    const Remedy remedy = packages.isEmpty()
        ? Remedy{u"see the lines of the sandbox"_s, ProbeRemedy::SeeAbove, {}}
        : installing(packages.join(u' '));
    SandboxProbe probe = probed(
        ProbeStep::BuildTool, u"checks, "_s + sample.name, works, words.join(u", "_s), remedy);
    probe.required = false;
    return probe;
}

} // namespace

QList<SandboxProbe> probeToolChain()
{
    const std::unique_ptr<ToolChain> chain = makeToolChain({.jobs = 1});
    QList<SandboxProbe> probes;
    for (const Sample &sample : samples)
        probes.append(probeSample(*chain, sample));
    return probes;
}

} // namespace autodidact
