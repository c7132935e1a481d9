#include "core/tasks/suiteedit.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Task task(const QString &key, const QString &group = {}, const QString &repeatOf = {})
{
    Task task;
    task.key = key;
    task.title = key;
    task.statement = u"Say one."_s;
    task.entryPoint = u"one"_s;
    task.hiddenTests = {{u"one"_s, u"assert one() == 1"_s, {}, {}}};
    task.group = group;
    task.repeatOf = repeatOf;
    task.repeatKind = repeatOf.isEmpty() ? RepeatKind::None : RepeatKind::Near;
    return task;
}

QStringList keysOf(const QList<Task> &tasks)
{
    QStringList keys;
    for (const Task &each : tasks)
        keys.append(each.key);
    return keys;
}

} // namespace

/// Editing the list of a suite's tasks.
class TestSuiteEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextVersions_data()
    {
        QTest::addColumn<QString>("next");
        for (const auto &[version, next] : {std::pair("", "2"), {"1", "2"}, {"1.0", "1.1"}, {"1.9", "1.10"}, {"v3-beta", "v4-beta"}, {"final", "final.2"},
                                            {"99999999999999999999", "99999999999999999999.2"}})
            QTest::newRow(version) << QString::fromLatin1(next);
    }

    void nextVersions()
    {
        QFETCH(const QString, next);
        QCOMPARE(nextVersion(QString::fromLatin1(QTest::currentDataTag())), next);
    }

    void names()
    {
        QVERIFY(isBundledSuite(u"starter-python"_s));
        QVERIFY(!isBundledSuite(u"mine"_s));
        QCOMPARE(copyName(u"starter-python"_s, {}), u"starter-python-copy"_s);
        QCOMPARE(copyName(u"a"_s, {u"a-copy"_s, u"a-copy-2"_s}), u"a-copy-3"_s);
        QCOMPARE(freeKey(u"pads"_s, {task(u"pads"_s)}), u"pads-2"_s);
        QCOMPARE(freeKey(u"pads"_s, {}), u"pads"_s);
        for (const QString &bad : {u""_s, u"My suite"_s, u"-a"_s, u"a/b"_s, u"任务"_s, u"a\n"_s})
            QVERIFY2(!checkSuiteName(bad), qPrintable(bad));
        QVERIFY(checkSuiteName(u"my-suite_2.1"_s));
    }

    void putsATaskInItsPlace()
    {
        const QList<Task> tasks{task(u"a"_s), task(u"b"_s, u"a"_s, u"a"_s)};
        QCOMPARE(keysOf(withTask(tasks, {}, task(u"c"_s))), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        const QList<Task> renamed = withTask(tasks, u"a"_s, task(u"z"_s));
        QCOMPARE(keysOf(renamed), (QStringList{u"z"_s, u"b"_s}));
        QCOMPARE(renamed.at(1).repeatOf, u"z"_s);
        QVERIFY(asSuiteFile(Suite{.name = u"s"_s}, renamed));
    }

    void aRepeatThatLeavesItsGroupIsNoneAnyMore()
    {
        const QList<Task> tasks{task(u"a"_s), task(u"b"_s, u"a"_s, u"a"_s)};
        const QList<Task> moved = withTask(tasks, u"b"_s, task(u"b"_s, u"other"_s, u"a"_s));
        QVERIFY(moved.at(1).repeatOf.isEmpty());
        QVERIFY(asSuiteFile(Suite{.name = u"s"_s}, moved));
    }

    void repeatsOfRepeatsFollow()
    {
        const QList<Task> tasks{task(u"a"_s), task(u"b"_s, u"a"_s, u"a"_s), task(u"c"_s, u"a"_s, u"b"_s), task(u"d"_s)};
        const QList<Task> moved = withTask(tasks, u"a"_s, task(u"a"_s, u"new"_s));
        QCOMPARE(moved.at(2).group, u"new"_s);
        QVERIFY(moved.at(3).group.isEmpty());
        QVERIFY(asSuiteFile(Suite{.name = u"s"_s}, moved));
    }

    void whatIsLeftStandsAlone()
    {
        const QList<Task> tasks{task(u"a"_s), task(u"b"_s, u"a"_s, u"a"_s), task(u"c"_s)};
        const QList<Task> left = withoutTasks(tasks, {u"a"_s});
        QCOMPARE(keysOf(left), (QStringList{u"b"_s, u"c"_s}));
        QVERIFY(left.at(0).repeatOf.isEmpty());
        QCOMPARE(left.at(0).group, u"a"_s);
        QVERIFY(asSuiteFile(Suite{.name = u"s"_s}, left));
    }

    void saysWhatASuiteFileCouldNotHold()
    {
        Task bad = task(u"a"_s);
        bad.hiddenTests.clear();
        const auto refused = asSuiteFile(Suite{.name = u"mine"_s}, {bad});
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"hidden_tests"_s) && refused.error().detail.contains(u"mine"_s), qPrintable(refused.error().detail));
    }
};

QTEST_MAIN(TestSuiteEdit)
#include "tst_suiteedit.moc"
