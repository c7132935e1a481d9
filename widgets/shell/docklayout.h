#pragma once

#include "widgets/shell/panelset.h"

#include <QByteArray>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QSettings;

namespace autodidact {

/// Where the docks stand: the default of GUI.md, what a person made of it, and one panel maximised. GUI thread.
class DockLayout : public QObject
{
    Q_OBJECT

public:
    /// Raise it when docks come, go or change their names: older states are then refused.
    static constexpr int version = 1;
    static constexpr int compactBelow = 850;     ///< px of height: the right column is tabbed

    DockLayout(QMainWindow &window, const PanelSet &panels);

    void reset();                                ///< the default layout
    void save(QSettings &settings) const;
    void restore(QSettings &settings);           ///< the default where there is nothing fit to restore
    void setLocked(bool locked);
    bool isLocked() const { return m_locked; }

    void show(PanelSlot slot);                   ///< brings it to the front and gives it the focus
    void setMaximised(bool maximised);           ///< the panel with the focus, else the centre
    bool isMaximised() const { return !m_before.isEmpty(); }
    QDockWidget *dock(PanelSlot slot) const { return m_docks[size_t(slot)]; }

    void heightChanged(int height);
    void retranslate();

private:
    void place();
    void shareSpace();
    void arrangeRight(bool compact);
    bool rightIsOurs() const;
    QList<QDockWidget *> docks() const;
    QDockWidget *focused() const;
    static void bringOnScreen(QWidget *window);

    QMainWindow &m_window;
    PanelSet m_panels;
    std::array<QDockWidget *, panelCount> m_docks{};
    QByteArray m_before;                         ///< state to return to from a maximised panel
    bool m_locked = false;
    bool m_compact = false;
};

} // namespace autodidact
