#pragma once

#include "core/storage/database.h"

namespace autodidact {

/// All or nothing: what is not committed when it goes out of scope is undone.
///
/// The outermost one writes (BEGIN IMMEDIATE, so a lock shows at the start, never half way); inner ones join it,
/// and an inner one that is given up makes the outer commit fail.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Whether the transaction could be begun; check it before anything else.
    const Status &begun() const { return m_begun; }

    Status commit();

private:
    Database &m_database;
    Status m_begun;
    bool m_open = false;
};

} // namespace autodidact
