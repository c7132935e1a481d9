#pragma once

#include "core/base/error.h"
#include "core/storage/memoryfilter.h"

namespace autodidact {

class Database;

/// What the memory table shows.
struct MemoryQuery {
    enum class Scope { Run, All };
    enum class Mode { Words, Meaning };
    enum class Special { None, NewSinceReview, Harmful };

    Scope scope = Scope::Run;
    RunId run;
    QString text;                ///< empty: no search
    Mode mode = Mode::Words;
    Special special = Special::None;
    MemoryFilter filter{.order = MemoryOrder::Uses};   ///< offset and limit are not used

    bool isNarrowed() const;     ///< a filter or a search is on
    bool operator==(const MemoryQuery &other) const;
};

/// One row of the table.
struct MemoryRow {
    Memory memory;
    std::optional<double> score; ///< of a search
    QString setName;             ///< in scope All
};

/// A stretch of the table, and what is said above it.
struct MemoryPage {
    QList<MemoryRow> rows;
    int matching = 0;            ///< rows of the query in all pages
    int all = 0;                 ///< active entries of the scope
    bool complete = true;        ///< there is no further page
};

/// What surrounds the table: the set of the run, pins and the round.
struct MemoryScene {
    MemorySetId set;
    QString setName;
    bool frozen = false;
    int lastRound = 0;
    int pinnedTokens = 0;
    int tokenBudget = 0;         ///< of memories in a prompt
    bool canUndo = false;
    bool canRedo = false;
    int entries = 0;             ///< of the scope, archived ones too
    double meanSuccess = 0;      ///< of the run's learn tasks, 0 to 1
};

inline constexpr int memoryPageSize = 200;
inline constexpr int memorySearchLimit = 500;    ///< hits of one search
inline constexpr int harmfulFrom = 5;            ///< uses

/// \p offset counts rows of the whole query. For the reader thread.
Result<MemoryPage> readMemoryPage(Database &database, const MemoryQuery &query, int offset);
Result<MemoryScene> readMemoryScene(Database &database, const MemoryQuery &query);

/// Share of a run's finished learn tasks that were solved; 0 without any.
Result<double> meanSuccess(Database &database, RunId run);

/// Whether an entry belongs to the query apart from its text. \p mean is the run's mean success.
bool matches(const Memory &memory, const MemoryQuery &query, double mean);
bool isHarmful(const Memory &memory, double mean);

} // namespace autodidact
