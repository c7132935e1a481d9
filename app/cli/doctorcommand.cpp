#include "app/cli/commands.h"
#include "core/runners/machineprobe.h"
#include "core/tools/toolprobe.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString title(const SandboxProbe &probe)
{
    switch (probe.step) {
    case ProbeStep::Language: return u"language: "_s + probe.name;
    case ProbeStep::Container: return u"sandbox: "_s + probe.name;
    case ProbeStep::BuildTool: return u"tool: "_s + probe.name;
    default: return probe.name;
    }
}

} // namespace

Result<int> doctorCommand(Invocation &invocation)
{
    Arguments arguments(invocation, QString(), u"Tries what this machine can do, each step for real."_s);
    const auto next = arguments.parse();
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    QList<SandboxProbe> probes = probeMachine();
    probes += probeToolChain();
    probes.append({u"model: simulated student"_s, true, true, u"built in; needs no key and no network"_s, {}, ProbeStep::Model});

    QString text;
    QJsonArray array;
    bool works = true;
    for (const SandboxProbe &probe : std::as_const(probes)) {
        const QString state = probe.works ? u"ok"_s : probe.required ? u"MISSING"_s : u"absent"_s;
        text += u"%1  %2  %3\n"_s.arg(state.leftJustified(7), title(probe).leftJustified(26), probe.detail);
        if (!probe.remedy.isEmpty())
            text += u"%1to mend it: %2\n"_s.arg(QString(9, u' '), probe.remedy);
        array.append(QJsonObject{{u"name"_s, title(probe)}, {u"works"_s, probe.works}, {u"required"_s, probe.required},
                                 {u"detail"_s, probe.detail}, {u"remedy"_s, probe.remedy}});
        works = works && (probe.works || !probe.required);
    }
    invocation.console.result(text, {{u"probes"_s, array}, {u"works"_s, works}});
    return works ? 0 : 3;
}

} // namespace autodidact
