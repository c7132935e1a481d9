#pragma once

#include "core/storage/rows.h"
#include "widgets/base/services.h"

namespace autodidact {

/// Takes the cursor to the next or previous failure or attempt. GUI thread.
class Navigator : public QObject
{
    Q_OBJECT

public:
    enum class Way { Next, Previous };

    explicit Navigator(Services &services, QObject *parent = nullptr);

    void goToFailure(Way way);
    void goToAttempt(Way way);

Q_SIGNALS:
    void said(const QString &text);              ///< for the status bar: "Continued from the top"
    void failed(const autodidact::Error &error);

private:
    struct Found {
        std::optional<AttemptRow> row;
        bool wrapped = false;
    };

    static Result<Place> placeOf(Database &database, const Cursor &cursor);
    static Result<Found> findAttempt(Database &database, const Cursor &cursor, Way way);
    void arrive(RunId run, Way way, const Found &found, bool failures);

    Services &m_services;
    Ticket m_ticket;
};

} // namespace autodidact
