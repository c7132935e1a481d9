#pragma once

#include "core/domain/run.h"
#include "core/memory/concepts.h"
#include "core/memory/memorysnapshot.h"

#include <limits>

namespace autodidact {

/// Which kinds of memory may come from another language.
enum class AcrossLanguages { None, Lessons, All };

/// What a search goes by.
enum class SearchBy { Both, Meaning, Words };

struct RecallQuery {
    QString text;                            ///< statement, and the error where one is known
    Language language = Language::Python;
    QString group;                           ///< of the task; decides what SameTask filters
    QString taskKey;
    QStringList tags;                        ///< what the task declares of itself, without repeats; may be empty
    int count = 4;                           ///< at most this many are taken
    int tokenBudget = 1200;                  ///< of all that is taken together; 0 means none
    SameTask sameTask = SameTask::Lessons;
    QList<MemoryKind> kinds{MemoryKind::Code, MemoryKind::Error, MemoryKind::Lesson};
    AcrossLanguages acrossLanguages = AcrossLanguages::Lessons;
    SearchBy searchBy = SearchBy::Both;
    int round = std::numeric_limits<int>::max(); ///< entries visible from a later round are left out
    double minScore = 0.14;                  ///< fused score below which an entry is no help
    double diversity = 0.3;                  ///< 0: by score alone; 1: only unlike what is taken
};

/// One entry with what speaks for it. Scores are rounded to 1e-6.
struct Recalled {
    Memory memory;
    double score = 0;                        ///< 0 to 1: 0.3 * max(0, meaning) + 0.5 * words + 0.2 * tags + 0.15 * kin; in another language 0.97 of it
    double meaning = 0;                      ///< cosine of the embeddings
    double words = 0;                        ///< how much of the query's words it holds, 0 to 1
    double tags = 0;                         ///< how alike the tags are to the query's, 0 to 1; rare tags tell the most
    double kin = 0;                          ///< how alike they are to those of the three that fit best, 0 to 1
    bool sameGroup = false;

    bool operator==(const Recalled &) const = default;
};

enum class LeftOutReason { Language, Kind, SameTask, NotYetVisible, NoFixYet, LittleInCommon, Redundant, TokenBudget, Count, Contradicted };

QString toString(LeftOutReason reason);      ///< "language", "kind", "same task", …

struct LeftOut {
    Recalled entry;
    LeftOutReason reason = LeftOutReason::Count;

    bool operator==(const LeftOut &) const = default;
};

struct Recall {
    QList<Recalled> taken;                   ///< pinned first, then in the order they were chosen
    QList<LeftOut> leftOut;                  ///< best score first; the best candidates only
    int tokens = 0;                          ///< of all taken
    bool approximate = false;                ///< the approximate index was asked

    bool operator==(const Recall &) const = default;
};

/// Chooses what a prompt may remember: hybrid search, filters, diversity (maximal marginal relevance,
/// Carbonell and Goldstein, SIGIR 1998) and budgets. Of entries that contradict each other the one with the better evidence. Pure; may be used from several threads.
class Retriever
{
public:
    /// \p embedder must be the one of the snapshot (BadUsage otherwise) and outlive the retriever.
    explicit Retriever(Embedder &embedder);

    Result<Recall> recall(const MemorySnapshot &snapshot, const RecallQuery &query, std::stop_token stop = {}) const;

private:
    Embedder &m_embedder;
    Concepts m_concepts;
};

} // namespace autodidact
