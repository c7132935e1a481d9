#include "widgets/base/reader.h"

namespace autodidact {

Reader::Reader(QString databasePath, QObject *parent)
    : QObject(parent)
    , m_path(std::move(databasePath))
    , m_thread([this](std::stop_token stop) { run(stop); })
{
}

Reader::~Reader()
{
    m_thread.request_stop();
    m_thread.join();
}

void Reader::run(std::stop_token stop)
{
    Result<std::unique_ptr<Database>> database = Database::open(m_path, OpenMode::ReadOnly);
    if (database)
        m_database = std::move(*database);
    else
        m_error = database.error();
    while (!stop.stop_requested() && m_mailbox.runOne(stop)) { }
    m_database.reset();
}

} // namespace autodidact
