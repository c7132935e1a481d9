#include "widgets/shell/dockplan.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>

namespace autodidact {

namespace {

/// What sets a perspective apart. Hidden docks keep their place, so that Alt and a digit brings them there.
struct Arrangement {
    QList<PanelSlot> hidden;
    QList<PanelSlot> front;          ///< of the tabs
    int bottom = 28;                 ///< % of the height
};

Arrangement arrangementOf(Perspective perspective)
{
    using enum PanelSlot;
    switch (perspective) {
    case Perspective::Run: return {{}, {Versions, Reflection, Verdict}, 28};
    case Perspective::Memory: return {{RunControl, Verdict, Curve, Versions, Safety}, {Memory, Prompt}, 58};
    case Perspective::Versions: return {{RunControl, Verdict, Reflection, Memory}, {Versions, Prompt}, 58};
    }
    return {};
}

} // namespace

/// Left: run control over runs. Right: verdict over reflection and prompt. Below: curve beside versions, memory, safety.
void DockPlan::place(Perspective perspective)
{
    using enum PanelSlot;
    for (QDockWidget *placed : m_docks) {
        if (!placed)
            continue;
        m_window.removeDockWidget(placed);
        placed->setFloating(false);
    }
    const auto put = [this](Qt::DockWidgetArea area, Qt::Orientation way, const QList<PanelSlot> &column) {
        for (const PanelSlot slot : column) {
            m_window.addDockWidget(area, dock(slot), way);
            dock(slot)->show();
        }
    };
    put(Qt::LeftDockWidgetArea, Qt::Vertical, {RunControl, Runs});
    put(Qt::RightDockWidgetArea, Qt::Vertical, {Verdict, Reflection, Prompt});
    put(Qt::BottomDockWidgetArea, Qt::Horizontal, {Curve, Versions, Memory, Safety});
    m_window.tabifyDockWidget(dock(Reflection), dock(Prompt));
    m_window.tabifyDockWidget(dock(Versions), dock(Memory));
    m_window.tabifyDockWidget(dock(Memory), dock(Safety));
    m_compact = false;
    if (m_window.height() < compactBelow)
        arrangeRight(true);
    const Arrangement arrangement = arrangementOf(perspective);
    for (const PanelSlot slot : arrangement.hidden)
        dock(slot)->hide();
    for (const PanelSlot slot : arrangement.front)
        dock(slot)->raise();
}

bool DockPlan::isShown(PanelSlot slot) const
{
    return !dock(slot)->isHidden();
}

/// Those of the docks that are shown.
void DockPlan::size(const QList<PanelSlot> &wanted, const QList<int> &pixels, Qt::Orientation way)
{
    QList<QDockWidget *> shown;
    QList<int> sizes;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (!isShown(wanted[i]))
            continue;
        shown.append(dock(wanted[i]));
        sizes.append(pixels[i]);
    }
    m_window.resizeDocks(shown, sizes, way);
}

void DockPlan::shareSpace(Perspective perspective)
{
    using enum PanelSlot;
    const int width = m_window.width();
    const int height = m_window.height();
    const auto first = [this](const QList<PanelSlot> &wanted) {
        const auto shown = std::ranges::find_if(wanted, [this](PanelSlot slot) { return isShown(slot); });
        return shown == wanted.end() ? QList<PanelSlot>() : QList<PanelSlot>{*shown};
    };
    // In a narrow window the names of tasks need more than their share.
    const int names = std::min(19 * m_window.fontMetrics().height(), width * 28 / 100);
    size(first({RunControl, Runs}), {std::max(width * 21 / 100, names)}, Qt::Horizontal);
    size(first({Verdict, Prompt, Reflection}), {width * 25 / 100}, Qt::Horizontal);
    size(first({Curve, Versions, Memory}), {height * arrangementOf(perspective).bottom / 100}, Qt::Vertical);
    size({Curve, Versions}, {width * 42 / 100, width * 58 / 100}, Qt::Horizontal);
    size({RunControl, Runs}, {height * 28 / 100, height * 40 / 100}, Qt::Vertical);
    if (!m_compact)
        size({Verdict, Reflection}, {height * 42 / 100, height * 26 / 100}, Qt::Vertical);
}

bool DockPlan::rightIsOurs() const
{
    return std::ranges::all_of(std::array{PanelSlot::Verdict, PanelSlot::Reflection, PanelSlot::Prompt}, [this](PanelSlot slot) {
        return !dock(slot)->isFloating() && m_window.dockWidgetArea(dock(slot)) == Qt::RightDockWidgetArea;
    });
}

void DockPlan::arrangeRight(bool compact)
{
    m_compact = compact;
    if (!rightIsOurs())
        return;
    QDockWidget *verdict = dock(PanelSlot::Verdict);
    QDockWidget *reflection = dock(PanelSlot::Reflection);
    QDockWidget *prompt = dock(PanelSlot::Prompt);
    // A tab cannot be split off: what is below comes out and goes in again.
    for (QDockWidget *below : {reflection, prompt}) {
        const bool shown = !below->isHidden();
        m_window.removeDockWidget(below);
        m_window.addDockWidget(Qt::RightDockWidgetArea, below, Qt::Vertical);
        below->setVisible(shown);
    }
    if (compact)
        m_window.tabifyDockWidget(verdict, reflection);
    m_window.tabifyDockWidget(reflection, prompt);
    for (QDockWidget *front : {compact ? verdict : reflection, reflection, prompt}) {
        if (!front->isHidden()) {
            front->raise();
            return;
        }
    }
}

} // namespace autodidact
