#pragma once

#include "widgets/base/services.h"
#include "widgets/shell/panelset.h"

namespace autodidact {

class Actions;

/// Connects the panels with each other: the secondary selections of version and memory (GUI.md,
/// "Selection model"), and the actions of the menus with the panels that carry them out. GUI thread.
class PanelWiring : public QObject
{
    Q_OBJECT

public:
    PanelWiring(const PanelSet &panels, Services &services, Actions &actions, QObject *parent);

private:
    void wireVersions();
    void wireMemories();
    void wireDiff();

    PanelSet m_panels;
    Services &m_services;
    Actions &m_actions;
};

} // namespace autodidact
