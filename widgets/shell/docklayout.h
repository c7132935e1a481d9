#pragma once

#include "widgets/shell/dockplan.h"

#include <QByteArray>
#include <QObject>

class QSettings;

namespace autodidact {

/// Where the docks stand: what a person made of the arrangement of each perspective, and one panel maximised. GUI thread.
class DockLayout : public QObject
{
    Q_OBJECT

public:
    /// Raise it when docks come, go or change their names: older states are then refused.
    static constexpr int version = 1;

    DockLayout(QMainWindow &window, const PanelSet &panels);

    Perspective perspective() const { return m_perspective; }
    void setPerspective(Perspective perspective);    ///< as it was left last; the built-in one at first
    void reset();                                    ///< the built-in arrangement of the perspective
    void save(QSettings &settings) const;
    void restore(QSettings &settings);               ///< the built-in one where there is nothing fit to restore
    void setLocked(bool locked);
    bool isLocked() const { return m_locked; }

    void show(PanelSlot slot);                       ///< brings it to the front and gives it the focus
    void setMaximised(bool maximised);               ///< the panel with the focus, else the centre
    bool isMaximised() const { return !m_before.isEmpty(); }
    QDockWidget *dock(PanelSlot slot) const { return m_docks[size_t(slot)]; }

    void heightChanged(int height);
    void retranslate();

Q_SIGNALS:
    void perspectiveChanged(autodidact::Perspective perspective);
    void maximisedChanged(bool maximised);

private:
    /// As QMainWindow has it, and whether the right column was tabbed.
    struct Kept {
        QByteArray state;
        bool compact = false;
    };

    Kept present() const;
    bool bringBack(const Kept &kept);
    QList<QDockWidget *> docks() const;
    QDockWidget *focused() const;
    static void bringOnScreen(QWidget *window);

    QMainWindow &m_window;
    PanelSet m_panels;
    DockPlan::Docks m_docks{};
    DockPlan m_plan;
    Perspective m_perspective = Perspective::Run;
    std::array<Kept, perspectives.size()> m_kept;    ///< of the perspectives that do not show
    QByteArray m_before;                             ///< state to return to from a maximised panel
    bool m_locked = false;
};

} // namespace autodidact
