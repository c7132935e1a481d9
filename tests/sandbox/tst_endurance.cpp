#include "core/runners/runnerfactory.h"
#include "hostileprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Processes below this one, whoever their direct parent is; those that are about to be collected do not count.
int processesBelow()
{
    QHash<qint64, qint64> parents;
    QSet<qint64> dead;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(entry));
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (entry.toLongLong() <= 0 || fields.size() < 2)
            continue;
        parents[entry.toLongLong()] = fields[1].toLongLong();
        if (fields[0] == "Z" || fields[0] == "X")
            dead.insert(entry.toLongLong());
    }
    int count = 0;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        qint64 ancestor = it.value();
        while (ancestor > 1 && ancestor != QCoreApplication::applicationPid())
            ancestor = parents.value(ancestor);
        count += ancestor == QCoreApplication::applicationPid() && !dead.contains(it.key()) ? 1 : 0;
    }
    return count;
}

int folders(const QString &path)
{
    return int(QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).size());
}

/// Mounts of this process, without those of containers that others have beside it.
int mountsHere()
{
    int count = 0;
    for (const QByteArray &line : contentOf(u"/proc/self/mountinfo"_s).split('\n'))
        count += line.isEmpty() || line.contains("/autodidact/") ? 0 : 1;
    return count;
}

/// What an attempt could leave on this machine.
struct Left {
    int processes = processesBelow();
    int descriptors = folders(u"/proc/self/fd"_s);
    int mounts = mountsHere();
    int temporary = folders(QDir::tempPath());

    bool operator==(const Left &) const = default;
};

QString toText(const Left &left)
{
    return u"%1 processes, %2 descriptors, %3 mounts, %4 temporary files"_s
        .arg(left.processes).arg(left.descriptors).arg(left.mounts).arg(left.temporary);
}

struct Sample {
    Language language;
    QString code;
    QString test;
    bool passes;
    Isolation isolation = Isolation::Split;
};

/// Programs that are right, that are wrong, and that leave as much behind as they can.
QList<Sample> samples(Language language)
{
    switch (language) {
    case Language::Python:
        return {{language, u"def f(n):\n    return n + 1\n"_s, u"assert f(1) == 2"_s, true},
                {language, u"def f(n):\n    return n\n"_s, u"assert f(1) == 2"_s, false},
                {language, u"import os, time\ndef f(n):\n    if os.fork() == 0:\n        os.setsid()\n        time.sleep(60)\n    return n + 1\n"_s,
                 u"assert f(1) == 2"_s, true},
                {language, u"import os\nfiles = [open('/tmp/%d' % i, 'w') for i in range(20)]\nr, w = os.pipe()\n"
                           "fd = os.memfd_create('m') if hasattr(os, 'memfd_create') else 0\ndef f(n):\n    os.symlink('/', '/tmp/root')\n    return n + 1\n"_s,
                 u"assert f(1) == 2"_s, true}};
    case Language::JavaScript:
        return {{language, u"const f = n => n + 1;"_s, u"assert.strictEqual(f(1), 2);"_s, true},
                {language, u"const f = n => n;"_s, u"assert.strictEqual(f(1), 2);"_s, false},
                {language, u"require('fs').writeFileSync('/tmp/left', 'x'); setInterval(() => {}, 1000); const f = n => n + 1;"_s,
                 u"assert.strictEqual(f(1), 2);"_s, true}};
    case Language::Java:
        return {{language, u"class Solution { static int f(int n) { return n + 1; } }"_s, u"assertEquals(2, Solution.f(1));"_s, true,
                 Isolation::InProcess},
                {language, u"class Solution { static int f(int n) { new Thread(() -> { while (true) {} }).start(); return n; } }"_s,
                 u"assertEquals(2, Solution.f(1));"_s, false, Isolation::InProcess}};
    case Language::Rust:
        return {{language, u"pub fn f(n: i32) -> i32 { n + 1 }"_s, u"assert_eq!(f(1), 2);"_s, true, Isolation::InProcess},
                {language, u"pub fn f(n: i32) -> i32 { std::thread::spawn(|| loop {}); n }"_s, u"assert_eq!(f(1), 2);"_s, false,
                 Isolation::InProcess}};
    }
    return {};
}

Execution executionOf(const Sample &sample)
{
    Execution execution;
    execution.language = sample.language;
    execution.isolation = sample.isolation;
    execution.code = sample.code;
    execution.entryPoint = u"f"_s;
    execution.tests = {{u"plus one"_s, sample.test, {}, {}}};
    execution.limits.cpuMs = 2000;
    return execution;
}

/// How many of 10,000 attempts are in which language: what takes longer gets fewer.
constexpr std::array<std::pair<Language, int>, 4> Shares{
    {{Language::Python, 6000}, {Language::JavaScript, 3600}, {Language::Java, 200}, {Language::Rust, 200}}};

} // namespace

/// Ten thousand attempts, one after the other in two threads, leave nothing behind.
class TestEndurance : public QObject
{
    Q_OBJECT

private:
    /// Runs \p count attempts of a language; what was wrong with the last that did not end as it should.
    static QString play(Runner &runner, Language language, int count)
    {
        const QList<Sample> all = samples(language);
        std::atomic<int> next = 0;
        std::mutex mutex;
        QString wrong;
        {
            std::vector<std::jthread> threads;
            for (int thread = 0; thread < 2; ++thread) {
                threads.emplace_back([&] {
                    for (int i = next++; i < count; i = next++) {
                        const Sample &sample = all[i % all.size()];
                        const Result<Verdict> verdict = runner.run(executionOf(sample), {});
                        if (verdict && verdict->counts() && verdict->passed == sample.passes)
                            continue;
                        const std::scoped_lock lock(mutex);
                        wrong = sample.code + (verdict ? verdict->errorDetail : verdict.error().detail);
                    }
                });
            }
        }
        return wrong;
    }

    QTemporaryDir m_temporary;

private Q_SLOTS:
    /// A folder for temporary files of this program alone, since others are at work beside it.
    void initTestCase()
    {
        using enum QFileDevice::Permission;
        // The sandbox of the root user is another user.
        QVERIFY(QFile::setPermissions(m_temporary.path(), ReadOwner | WriteOwner | ExeOwner | ReadOther | ExeOther | ExeGroup));
        qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
    }

    void leavesNothingBehind()
    {
        const Left before;
        int attempts = 0;
        {
            Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 2});
            QVERIFY(runner);
            for (const auto &[language, count] : Shares) {
                if (missingTool(language).isEmpty())
                    QCOMPARE(play(**runner, language, 40), QString()); // servers and libraries are there from here on
            }
            const Left warm;
            for (const auto &[language, count] : Shares) {
                if (!missingTool(language).isEmpty())
                    continue;
                QCOMPARE(play(**runner, language, count), QString());
                attempts += count;
            }
            QTRY_VERIFY2_WITH_TIMEOUT(Left() == warm, qPrintable(u"warm: %1\nafter: %2"_s.arg(toText(warm), toText(Left()))), 5000);
        }
        qInfo("%d attempts", attempts);
        QTRY_VERIFY2_WITH_TIMEOUT(Left() == before, qPrintable(u"before: %1\nafter: %2"_s.arg(toText(before), toText(Left()))), 5000);
    }
};

QTEST_GUILESS_MAIN(TestEndurance)
#include "tst_endurance.moc"
