#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/services.h"

#include <array>

namespace autodidact {

class CurvePanel;
class DiffPanel;
class LiveRun;
class MemoryPanel;
class PromptPanel;
class ReflectionPanel;
class RunControlPanel;
class RunsPanel;
class SafetyPanel;
class VerdictPanel;
class VersionsPanel;

/// The ten panels in the order of Alt+1 to Alt+0. Panel 3, the code diff, is the centre; the others are docks.
enum class PanelSlot { RunControl, Runs, Diff, Verdict, Reflection, Prompt, Memory, Versions, Curve, Safety };

inline constexpr int panelCount = 10;

/// The panels of one window; owned by their parent widget.
struct PanelSet {
    RunControlPanel *runControl = nullptr;
    RunsPanel *runs = nullptr;
    DiffPanel *diff = nullptr;
    VerdictPanel *verdict = nullptr;
    ReflectionPanel *reflection = nullptr;
    PromptPanel *prompt = nullptr;
    MemoryPanel *memory = nullptr;
    VersionsPanel *versions = nullptr;
    CurvePanel *curve = nullptr;
    SafetyPanel *safety = nullptr;
    std::array<Panel *, panelCount> panels{};    ///< the same by slot

    Panel *at(PanelSlot slot) const { return panels[size_t(slot)]; }
};

PanelSet makePanels(Services &services, LiveRun &live, QWidget *parent);

} // namespace autodidact
