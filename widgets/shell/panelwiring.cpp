#include "widgets/shell/panelwiring.h"

#include "widgets/runcontrol/runcontrolpanel.h"
#include "widgets/shell/actions.h"
#include "widgets/shell/panelincludes.h"

namespace autodidact {

PanelWiring::PanelWiring(const PanelSet &panels, Services &services, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_panels(panels)
    , m_services(services)
    , m_actions(actions)
{
    wireVersions();
    wireMemories();
    wireDiff();
}

void PanelWiring::wireVersions()
{
}

void PanelWiring::wireMemories()
{
}

void PanelWiring::wireDiff()
{
}

} // namespace autodidact
