#include "widgets/welcome/machinewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace autodidact::machinewords {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(MachineWords)
};

} // namespace

QString fault(const SandboxProbe &probe)
{
    switch (probe.step) {
    case ProbeStep::Helper: return Words::tr("The helper program autodidact-sandbox was not found.");
    case ProbeStep::Python: return Words::tr("Python 3 was not found.");
    case ProbeStep::Bubblewrap: return Words::tr("The program bubblewrap was not found.");
    case ProbeStep::UserNamespaces: return Words::tr("The sandbox may not make user namespaces here.");
    case ProbeStep::Isolation: return Words::tr("The sandbox cannot shut off processes, files and network here.");
    case ProbeStep::SystemCallFilter: return Words::tr("The sandbox cannot filter system calls here.");
    case ProbeStep::Cgroups: return Words::tr("Control groups cannot be used here.");
    case ProbeStep::WarmServer: return Words::tr("The sandbox does not start.");
    case ProbeStep::OneAttempt: return Words::tr("The sandbox starts, but a small program does not run in it.");
    case ProbeStep::Model: return Words::tr("The model does not work.");
    case ProbeStep::Language: return Words::tr("Programs in %1 do not run here.", "1 is a language").arg(probe.name);
    case ProbeStep::Container: return Words::tr("Programs cannot be run in a container here.");
    case ProbeStep::BuildTool: return Words::tr("The tool %1 was not found.").arg(probe.name);
    }
    return {};
}

QString remedy(const SandboxProbe &probe)
{
    switch (probe.mend) {
    case ProbeRemedy::None: return {};
    case ProbeRemedy::InstallHelper: return Words::tr("Install it beside the program, or name its folder in the environment variable AUTODIDACT_HELPERS.");
    case ProbeRemedy::InstallPackage: return Words::tr("Install the package %1.").arg(probe.command);
    case ProbeRemedy::AllowInAppArmor:
        return Words::tr("AppArmor forbids it here (Ubuntu 23.10 and later). Save the following as %1, then run “%2”:\n%3", "file, command, text to save")
            .arg(u"/etc/apparmor.d/bwrap-autodidact"_s, u"sudo apparmor_parser -r /etc/apparmor.d/bwrap-autodidact"_s, probe.command);
    case ProbeRemedy::RunCommand: return Words::tr("This command mends it: %1").arg(probe.command);
    case ProbeRemedy::AllowNamespaces: return Words::tr("In a container, start the container so that user namespaces are allowed; with docker: %1").arg(probe.command);
    case ProbeRemedy::BindProc: return Words::tr("In a container, bind the /proc of its host, or start the container privileged.");
    case ProbeRemedy::NewerKernel: return Words::tr("It needs Linux 5.0 or later with CONFIG_SECCOMP_FILTER, and libseccomp 2.5 or later.");
    case ProbeRemedy::SeeAbove: return Words::tr("“autodidact-cli doctor” tries every step; if all others work, please report this.");
    case ProbeRemedy::DelegateGroups: return Words::tr("Nothing needs to be done. For limits by the kernel, start the program as root, or with: %1").arg(probe.command);
    case ProbeRemedy::StartContainers:
        return Words::tr("The message is the container engine's. An ordinary user needs lines in /etc/subuid and /etc/subgid, and the package uidmap.");
    case ProbeRemedy::OtherGear: return Words::tr("Choose another gear with the option --sandbox, and please report this.");
    }
    return {};
}

QString whyNot(const MachineState &state)
{
    if (state.demoPossible())
        return {};
    if (!state.fault)
        return Words::tr("The demo cannot run here: %1", "1 is a whole sentence").arg(Words::tr("Python 3 was not found."));
    QStringList lines{Words::tr("The demo cannot run here: %1", "1 is a whole sentence").arg(fault(*state.fault))};
    if (const QString mend = remedy(*state.fault); !mend.isEmpty())
        lines.append(mend);
    if (!state.fault->detail.isEmpty())
        lines.append(Words::tr("What the system said: %1", "an untranslated message of the operating system").arg(state.fault->detail));
    return lines.join(u'\n');
}

} // namespace autodidact::machinewords
