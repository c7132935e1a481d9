#pragma once

#include "core/runners/runnerfactory.h"
#include "core/storage/suitestore.h"
#include "core/tasks/importer.h"
#include "widgets/base/chooserow.h"
#include "widgets/shell/appearance.h"
#include "widgets/tasks/codeedit.h"
#include "widgets/tasks/findingsmodel.h"
#include "widgets/tasks/newsuitedialog.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/suiteswindow.h"
#include "widgets/tasks/taskeditor.h"
#include "widgets/tasks/tasklistmodel.h"
#include "widgets/tasks/testsmodel.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace autodidact::test {

inline constexpr int longMs = 40'000;            ///< for what the sandbox has to do

inline Task doubleTask()
{
    Task task;
    task.key = QStringLiteral("double");
    task.title = QStringLiteral("Twice");
    task.statement = QStringLiteral("Write double(n), which returns twice n.");
    task.entryPoint = QStringLiteral("double");
    task.starter = QStringLiteral("def double(n):\n    raise NotImplementedError\n");
    task.visibleTests = {{QStringLiteral("of two"), QStringLiteral("assert double(2) == 4"), {}, {}}};
    task.hiddenTests = {{QStringLiteral("of three"), QStringLiteral("assert double(3) == 6"), {}, {}}};
    task.references = {QStringLiteral("def double(n):\n    return 2 * n\n")};
    return task;
}

/// The window of suites and tasks on a real database, with a real agent thread, reader thread and sandbox.
struct TaskDesk {
    TaskDesk()
    {
        auto database = Database::open(path(), OpenMode::ReadWrite).value();
        SuiteStore store(*database);
        const SuiteContent starter = importSuite(QStringLiteral("jsonl"), QStringLiteral(":/suites/starter-python.jsonl")).value();
        (void)store.add(starter.suite, starter.tasks).value();
        Task other = doubleTask();
        other.key = QStringLiteral("other");
        (void)store.add(Suite{.name = QStringLiteral("mine"), .version = QStringLiteral("1"), .title = QStringLiteral("My own tasks")}, {doubleTask(), other}).value();
        agent = std::make_unique<Agent>(path(), &feed, SessionParts{});
        agent->open([](Result<Done>) {});
        reader = std::make_unique<Reader>(path());
        services = std::make_unique<Services>(Services{cursor, feed, *reader, *agent});
        open();
    }

    /// The window as it is when it is opened.
    void open()
    {
        window.reset();
        window = std::make_unique<SuitesWindow>(*services, [] { return makeRunner({.jobs = 1}); }, path(), nullptr);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }

    QString path() const { return folder.filePath(QStringLiteral("d.sqlite")); }

    /// Chooses a suite and waits for its tasks.
    void choose(const QString &suite)
    {
        QTRY_VERIFY(part<QTableView>("suiteTable")->model()->rowCount() >= 2);
        window->choose(suite);
        const auto count = stored(suite).second.size();
        QTRY_COMPARE(part<QTableView>("taskTable")->model()->rowCount(), count);
        QTRY_VERIFY(part<QTableView>("taskTable")->currentIndex().isValid());
    }

    void chooseTask(const QString &key)
    {
        auto *table = part<QTableView>("taskTable");
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == key)
                chooseRow(*table, row);
        }
    }

    TaskEditor *editor() const { return window->editor(); }
    template<typename Part>
    Part *part(const char *name) const
    {
        auto *found = window->findChild<Part *>(QLatin1StringView(name));
        if (!found)
            qFatal("no part %s", name);
        return found;
    }
    void toTab(int index) const { part<QTabWidget>("taskTabs")->setCurrentIndex(index); }
    QString status() const { return part<QLabel>("taskStatus")->text(); }
    QList<TaskFinding> findings() const
    {
        const auto *model = window->findChild<FindingsModel *>();    // gone with the editor
        return model ? model->findings() : QList<TaskFinding>();
    }
    void click(const char *name) const
    {
        QTRY_VERIFY2(part<QPushButton>(name)->isEnabled(), name);
        QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton);
    }

    /// Types a text as a person does, line by line.
    static void type(QWidget *edit, const QString &text)
    {
        const QStringList lines = text.split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (i > 0)
                QTest::keyClick(edit, Qt::Key_Return);
            QTest::keyClicks(edit, lines.at(i));
        }
    }

    /// As another program reads it.
    std::pair<Suite, QList<Task>> stored(const QString &suite) const
    {
        auto database = Database::open(path(), OpenMode::ReadOnly).value();
        const auto found = SuiteStore(*database).byName(suite);
        return found ? std::pair(*found, SuiteStore(*database).tasks(found->id).value()) : std::pair<Suite, QList<Task>>();
    }

    static void shoot(QWidget &widget, const QString &name)
    {
        const QString to = qEnvironmentVariable("AUTODIDACT_SHOTS");
        if (to.isEmpty())
            return;
        QCoreApplication::processEvents();
        widget.grab().save(QDir(to).filePath(name + QStringLiteral(".png")));
    }

    QTemporaryDir folder;
    Feed feed;
    CursorKeeper cursor;
    std::unique_ptr<Agent> agent;
    std::unique_ptr<Reader> reader;
    std::unique_ptr<Services> services;
    std::unique_ptr<SuitesWindow> window;
};

} // namespace autodidact::test
