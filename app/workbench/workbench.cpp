#include "app/workbench/workbench.h"

#include "widgets/shell/appearance.h"
#include "widgets/shell/mainwindow.h"

namespace autodidact {

Workbench::Workbench(Workplace workplace, SessionParts parts, QSettings &settings, Appearance &appearance)
    : m_workplace(std::move(workplace))
    , m_settings(settings)
    , m_appearance(appearance)
    , m_agent(std::make_unique<Agent>(m_workplace.databasePath, &m_feed, std::move(parts)))
{
}

Workbench::~Workbench() = default;

void Workbench::open()
{
    m_agent->open(inGuiThread<Done>(this, [this](Result<Done> done) {
        if (!done) {
            Q_EMIT refused(done.error());
            return;
        }
        performFor<Done>(this, *m_agent, [](Database &database, Journal &) -> Result<Done> {
            const Status status = ensureBundledSuites(database);
            return status ? Result<Done>(Done{}) : std::unexpected(status.error());
        }, [this](Result<Done> suites) {
            if (!suites) {
                Q_EMIT refused(suites.error());
                return;
            }
            build();
            Q_EMIT opened();
        });
    }));
}

void Workbench::build()
{
    m_reader = std::make_unique<Reader>(m_workplace.databasePath);
    m_services = std::make_unique<Services>(Services{m_cursor, m_feed, *m_reader, *m_agent});
    m_window = std::make_unique<MainWindow>(*m_services, m_workplace, m_settings, m_appearance);
}

} // namespace autodidact
