#include "core/report/calibrationwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString word(std::optional<bool> covered)
{
    return !covered ? u"not published"_s : *covered ? u"covered"_s : u"missed"_s;
}

} // namespace

QString coverage(const CountDistribution &predicted, std::optional<int> published)
{
    return word(published.transform([&](int count) { return predicted.covers(count); }));
}

QString coverage(const Estimate &simulated, std::optional<int> published)
{
    return word(published.transform(
        [&](int count) { return count >= simulated.low && count <= simulated.high; }));
}

Estimate simulatedCount(const SimulatedFlow &flow, int (*count)(const FlowCount &))
{
    QList<double> counts;
    double sum = 0;
    for (const FlowCount &run : flow.runs) {
        counts.append(count(run));
        sum += counts.last();
    }
    if (counts.isEmpty())
        return {};
    std::ranges::sort(counts);
    return {sum / double(counts.size()), quantile(counts, 0.025), quantile(counts, 0.975)};
}

QList<FlowLine> flowLines(const FlowPrediction &prediction)
{
    const PublishedFlow &published = prediction.preset.published;
    return {{u"fixed"_s, published.fixed, &FlowPrediction::fixed,
                [](const FlowCount &run) { return run.fixed; }},
        {u"broken"_s, published.broken, &FlowPrediction::broken,
            [](const FlowCount &run) { return run.broken; }},
        {u"net"_s, published.net, &FlowPrediction::net,
            [](const FlowCount &run) { return run.net(); }}};
}

QString studentLine(const StudentStamp &student)
{
    return u"Student: parameters version %1, SHA-256 %2; texts SHA-256 %3"_s.arg(student.version)
        .arg(student.sha256, student.textsSha256);
}

QJsonObject studentJson(const StudentStamp &student)
{
    return {{u"version"_s, student.version}, {u"sha256"_s, student.sha256},
        {u"texts_sha256"_s, student.textsSha256}};
}

} // namespace autodidact
