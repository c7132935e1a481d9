#pragma once

#include "core/control/inbox.h"
#include "core/domain/run.h"
#include "core/storage/database.h"

#include <QDate>
#include <QJsonObject>

namespace autodidact {

/// What a run did on one day (UTC), as its journal says. A round counts on the day it was finished, everything else when it
/// was committed.
struct DaySummary {
    QString run;
    QDate day;
    int rounds = 0;
    int tasks = 0;               ///< learn tasks of those rounds
    int solved = 0;
    int checkpointTasks = 0;     ///< report tasks of those rounds' checkpoints
    int checkpointSolved = 0;
    int baselineSolved = 0;      ///< of the same, by the first version
    int memories = 0;            ///< new ones
    int proposed = 0;            ///< updates
    int promoted = 0;
    int rejected = 0;
    int rollbacks = 0;
    int filesAdded = 0;
    int tasksAdded = 0;
    int filesRefused = 0;
    int thumbsUp = 0;
    int thumbsDown = 0;
    int comments = 0;
    int corrections = 0;         ///< corrected programs
    int attempts = 0;            ///< of any kind
    Usage usage;                 ///< of attempts, reflections, updates and distilling

    bool operator==(const DaySummary &) const = default;
};

Result<DaySummary> summaryOf(Database &database, const Run &run, QDate day);

QString textOf(const DaySummary &summary);
QJsonObject jsonOf(const DaySummary &summary);

/// Writes the summaries of the days before \p today that have none yet, as DAY.txt into the inbox's folder of summaries.
Status writeSummaries(Database &database, const Run &run, const Inbox &inbox, QDate today);

} // namespace autodidact
