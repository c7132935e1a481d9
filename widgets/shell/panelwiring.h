#pragma once

#include "widgets/shell/actions.h"
#include "widgets/shell/messagebar.h"
#include "widgets/shell/panelset.h"

namespace autodidact {

/// Connects the panels with each other: the secondary selections of version and memory (GUI.md,
/// "Selection model"), and the actions of the menus with the panels that carry them out. GUI thread.
class PanelWiring : public QObject
{
    Q_OBJECT

public:
    PanelWiring(const PanelSet &panels, Services &services, Actions &actions, MessageBar &messages, QObject *parent);

    void updateActions();            ///< after a change of language too
    void report(const QString &key, const Error &error);     ///< in the message bar; equal keys are one message

private:
    void wireVersions();
    void wireMemories();
    void wireLines();
    void wireActions();
    void showVersion(int version);
    void showRule(const QString &rule);
    void find();
    void decided(const SafetyDecision &decision);
    void undo(RunId run);

    PanelSet m_panels;
    Services &m_services;
    Actions &m_actions;
    MessageBar &m_messages;
    Ticket m_ticket;
};

} // namespace autodidact
