#pragma once

#include "core/storage/rows.h"
#include "widgets/base/services.h"

namespace autodidact {

/// Takes the cursor to the next or previous failure or attempt, in the order of the rows of the runs panel. GUI thread.
class Navigator : public QObject
{
    Q_OBJECT

public:
    enum class Way { Next, Previous };

    explicit Navigator(Services &services, QObject *parent = nullptr);

    /// A failure is a red hidden verdict that is no fault of this machine. Past the end it goes on at the top.
    void goToFailure(Way way) { go(way, Wanted::Failure); }
    void goToAttempt(Way way) { go(way, Wanted::Attempt); }

Q_SIGNALS:
    void said(const QString &text);              ///< for the status bar: "Continued from the top"
    void failed(const autodidact::Error &error);

private:
    enum class Wanted { Attempt, Failure };

    struct Found {
        std::optional<Place> place;
        bool wrapped = false;
    };

    static Result<std::optional<Place>> placeOf(Database &database, const Cursor &cursor);
    static Result<Found> find(Database &database, const Cursor &cursor, Way way, Wanted wanted);
    void go(Way way, Wanted wanted);
    void arrive(RunId run, Way way, Wanted wanted, const Found &found);

    Services &m_services;
    Ticket m_ticket;
};

} // namespace autodidact
