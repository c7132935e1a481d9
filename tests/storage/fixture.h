#pragma once

#include "core/storage/database.h"
#include "core/storage/journal.h"
#include "core/storage/runstore.h"
#include "core/storage/suitestore.h"

#include <QTemporaryDir>
#include <QTest>

/// Gives the value of a Result, or fails the test with its message.
#define VALUE(name, expression)                                                                                    \
    auto name##Result = (expression);                                                                              \
    QVERIFY2(name##Result.has_value(), name##Result ? "" : qPrintable(name##Result.error().detail));               \
    auto &name = *name##Result

#define VERIFY_OK(expression)                                                                                      \
    do {                                                                                                           \
        const auto result = (expression);                                                                          \
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));                             \
    } while (false)

namespace autodidact {

using namespace Qt::StringLiterals;

/// A real database file with one suite of \p taskCount tasks and one run.
struct Fixture {
    explicit Fixture(int taskCount = 3)
    {
        database = Database::open(path(), OpenMode::ReadWrite).value();
        suite = SuiteStore(*database).add(Suite{.name = u"small"_s}, tasks(taskCount)).value();
        run = RunStore(*database).create({}, suite.id).value();
    }

    QString path() const { return folder.filePath(u"test.sqlite"_s); }

    static QList<Task> tasks(int count)
    {
        QList<Task> list;
        for (int i = 0; i < count; ++i) {
            Task task;
            task.key = u"task/%1"_s.arg(i);
            task.title = u"Task %1"_s.arg(i);
            task.statement = u"Write a function that returns its argument plus %1. "_s.arg(i).repeated(4);
            task.entryPoint = u"add"_s;
            task.hiddenTests = {{u"one"_s, u"assert add(1) == %1"_s.arg(i + 1)}};
            list.append(task);
        }
        return list;
    }

    /// Rolls its own events at one place.
    Event event(const Place &place, EventPayload payload) const
    {
        Event event;
        event.run = run.id;
        event.place = place;
        event.payload = std::move(payload);
        return event;
    }

    TaskId taskId(int ordinal) const
    {
        return SuiteStore(*database).tasks(suite.id).value().at(ordinal).id;
    }

    QTemporaryDir folder;
    std::unique_ptr<Database> database;
    Suite suite;
    Run run;
};

} // namespace autodidact
