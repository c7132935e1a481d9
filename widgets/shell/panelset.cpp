#include "widgets/shell/panelset.h"

#include "widgets/runcontrol/runcontrolpanel.h"
#include "widgets/shell/panelincludes.h"

namespace autodidact {

PanelSet makePanels(Services &services, LiveRun &live, QWidget *parent)
{
    PanelSet set;
    const auto put = [&set](PanelSlot slot, Panel *panel) { set.panels[size_t(slot)] = panel; };
    set.runControl = new RunControlPanel(services, live, parent);
    put(PanelSlot::RunControl, set.runControl);
#ifdef AUTODIDACT_HAS_RUNS
    put(PanelSlot::Runs, new RunsPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_CODEDIFF
    put(PanelSlot::Diff, new DiffPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_VERDICT
    put(PanelSlot::Verdict, new VerdictPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_REFLECTION
    put(PanelSlot::Reflection, new ReflectionPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_PROMPT
    put(PanelSlot::Prompt, new PromptPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_MEMORY
    put(PanelSlot::Memory, new MemoryPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_VERSIONS
    put(PanelSlot::Versions, new VersionsPanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_CURVE
    put(PanelSlot::Curve, new CurvePanel(services, parent));
#endif
#ifdef AUTODIDACT_HAS_SAFETY
    put(PanelSlot::Safety, new SafetyPanel(services, parent));
#endif
    return set;
}

} // namespace autodidact
