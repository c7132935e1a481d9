#pragma once

#include "widgets/shell/panelset.h"

class QDockWidget;
class QMainWindow;

namespace autodidact {

/// What a person is about: every perspective has an arrangement of the docks of its own.
enum class Perspective { Run, Memory, Versions };

inline constexpr std::array perspectives{Perspective::Run, Perspective::Memory, Perspective::Versions};

/// Places the docks as the built-in arrangement of a perspective has them. GUI thread.
class DockPlan
{
public:
    using Docks = std::array<QDockWidget *, panelCount>;     ///< by slot; none for the centre
    static constexpr int compactBelow = 850;                 ///< px of height: the right column is tabbed

    DockPlan(QMainWindow &window, const Docks &docks) : m_window(window), m_docks(docks) {}

    void place(Perspective perspective);
    void shareSpace(Perspective perspective);                ///< of the window as large as it is
    void arrangeRight(bool compact);                         ///< nothing where a person moved these docks elsewhere
    bool isCompact() const { return m_compact; }
    void setCompact(bool compact) { m_compact = compact; }   ///< a state was restored that was saved so

private:
    QDockWidget *dock(PanelSlot slot) const { return m_docks[size_t(slot)]; }
    bool isShown(PanelSlot slot) const;
    void size(const QList<PanelSlot> &wanted, const QList<int> &pixels, Qt::Orientation way);
    bool rightIsOurs() const;

    QMainWindow &m_window;
    const Docks &m_docks;
    bool m_compact = false;
};

} // namespace autodidact
