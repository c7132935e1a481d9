#include "widgets/shell/panelset.h"

#include "widgets/codediff/diffpanel.h"
#include "widgets/curve/curvepanel.h"
#include "widgets/memory/memorypanel.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/reflection/reflectionpanel.h"
#include "widgets/runcontrol/runcontrolpanel.h"
#include "widgets/runs/runspanel.h"
#include "widgets/safety/safetypanel.h"
#include "widgets/verdict/verdictpanel.h"
#include "widgets/versions/versionspanel.h"

namespace autodidact {

PanelSet makePanels(Services &services, LiveRun &live, QWidget *parent)
{
    PanelSet set;
    set.runControl = new RunControlPanel(services, live, parent);
    set.runs = new RunsPanel(services, parent);
    set.diff = new DiffPanel(services, parent);
    set.verdict = new VerdictPanel(services, parent);
    set.reflection = new ReflectionPanel(services, parent);
    set.prompt = new PromptPanel(services, parent);
    set.memory = new MemoryPanel(services, parent);
    set.versions = new VersionsPanel(services, parent);
    set.curve = new CurvePanel(services, parent);
    set.safety = new SafetyPanel(services, parent);
    set.panels = {set.runControl, set.runs, set.diff, set.verdict, set.reflection,
                  set.prompt, set.memory, set.versions, set.curve, set.safety};
    return set;
}

} // namespace autodidact
