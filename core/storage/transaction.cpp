#include "core/storage/transaction.h"

#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace autodidact {

Transaction::Transaction(Database &database)
    : m_database(database)
{
    if (m_database.m_depth == 0) {
        m_begun = execute(m_database, u"BEGIN IMMEDIATE"_s);
        m_database.m_doomed = false;
    }
    m_open = m_begun.has_value();
    if (m_open)
        ++m_database.m_depth;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    if (--m_database.m_depth > 0)
        m_database.m_doomed = true;
    else
        (void)execute(m_database, u"ROLLBACK"_s);
}

Status Transaction::commit()
{
    if (!m_open)
        return m_begun ? fail(ErrorKind::Internal, u"this transaction is over"_s) : m_begun;
    if (m_database.m_depth == 1) {
        if (m_database.m_doomed)
            return fail(ErrorKind::Internal, u"%1: a part of this transaction failed"_s.arg(m_database.path()));
        if (const Status done = execute(m_database, u"COMMIT"_s); !done)
            return done;
    }
    m_open = false;
    --m_database.m_depth;
    return {};
}

} // namespace autodidact
