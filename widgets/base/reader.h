#pragma once

#include "core/base/mailbox.h"
#include "core/storage/database.h"

#include <QObject>
#include <QPointer>

#include <thread>

namespace autodidact {

/// Drops answers that came too late: each new question of a ticket makes its older ones stale. GUI thread.
class Ticket
{
public:
    quint64 renew() { return ++*m_current; }
    std::shared_ptr<const quint64> current() const { return m_current; }

private:
    std::shared_ptr<quint64> m_current = std::make_shared<quint64>(0);
};

/// The reader thread: answers the panels' questions from a read-only connection of its own.
class Reader : public QObject
{
    Q_OBJECT

public:
    explicit Reader(QString databasePath, QObject *parent = nullptr);
    ~Reader() override;

    /// Runs \p question in the reader thread and \p answer in the GUI thread, unless \p context is gone
    /// or a newer question was asked with the same ticket. T is deduced from the question's Result<T>.
    template<typename Question, typename Answer>
    void ask(QObject *context, Ticket &ticket, Question question, Answer answer)
    {
        const quint64 number = ticket.renew();
        m_mailbox.post([this, guard = QPointer<QObject>(context), number, current = ticket.current(),
                        question = std::move(question), answer = std::move(answer)]() mutable {
            auto result = [&]() -> decltype(question(*m_database)) {
                if (!m_database)
                    return std::unexpected(m_error);
                return question(*m_database);
            }();
            QMetaObject::invokeMethod(this, [guard, number, current, result = std::move(result),
                                             answer = std::move(answer)]() mutable {
                if (guard && *current == number)
                    answer(std::move(result));
            }, Qt::QueuedConnection);
        });
    }

private:
    void run(std::stop_token stop);

    QString m_path;
    Mailbox m_mailbox;
    std::unique_ptr<Database> m_database;    // reader thread only
    Error m_error;
    std::jthread m_thread;                   // last: joined first
};

} // namespace autodidact
