#pragma once

#include "app/workbench/keyring.h"
#include "widgets/base/services.h"
#include "widgets/shell/workplace.h"

#include <QObject>

class QSettings;

namespace autodidact {

class Appearance;
class MainWindow;

/// Everything that works on one database: agent, feed, reader, cursor and window. GUI thread.
class Workbench : public QObject
{
    Q_OBJECT

public:
    Workbench(Workplace workplace, SessionParts parts, QSettings &settings, Appearance &appearance);
    ~Workbench() override;

    /// Opens the database and brings in the bundled suites; then opened() or refused().
    void open();

    MainWindow &window() { return *m_window; }
    Services &services() { return *m_services; }

Q_SIGNALS:
    void opened();
    void refused(const autodidact::Error &error);

private:
    void build();

    Workplace m_workplace;
    QSettings &m_settings;
    Appearance &m_appearance;
    // In this order: the agent publishes to the feed; panels use all of it and go first.
    Feed m_feed;
    std::unique_ptr<Agent> m_agent;
    CursorKeeper m_cursor;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace autodidact
