#include "core/base/file.h"
#include "core/runners/toolcache.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestToolCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void seesThatAFileChanged();
    void makesOnce();
    void makesAgainWhenSomethingChanged();
    void placesTreesAsTheyAre();
    void keepsNothingHalfMade();
    void leavesOtherFilesAlone();
    void worksWithoutACache();
    void forgetsWhatIsUnused();
    void makesOnceForManyAtATime();

private:
    Status fetch(const QByteArray &fingerprint, const QString &destination)
    {
        return fetchTool(u"tool"_s, fingerprint, destination, [this](const QString &folder) {
            ++m_made;
            return writeFile(folder + u"/text"_s, "made " + QByteArray::number(m_made));
        });
    }
    QString folder(const QString &name)
    {
        QDir(m_home->path()).mkpath(name);
        return m_home->path() + u'/' + name;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::atomic<int> m_made = 0;
};

void TestToolCache::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_made = 0;
    qputenv("XDG_CACHE_HOME", m_home->filePath(u"cache"_s).toLocal8Bit());
    QCOMPARE(toolCacheFolder(), m_home->filePath(u"cache/autodidact/tools"_s));
}

void TestToolCache::seesThatAFileChanged()
{
    const QString path = m_home->filePath(u"compiler"_s);
    const QByteArray none = fileState(path);
    QVERIFY(writeFile(path, "one"));
    const QByteArray one = fileState(path);
    QFile::link(path, m_home->filePath(u"link"_s));
    QVERIFY(none != one);
    QCOMPARE(fileState(path), one);
    QVERIFY(writeFile(path, "two")); // as large as before
    QVERIFY(fileState(path) != one);
    const QByteArray before = fileState(m_home->filePath(u"link"_s));
    QVERIFY(writeFile(path, "three"));
    QVERIFY(fileState(m_home->filePath(u"link"_s)) != before);
}

void TestToolCache::makesOnce()
{
    QVERIFY(fetch("one", folder(u"a"_s)));
    QVERIFY(fetch("one", folder(u"b"_s)));
    QCOMPARE(m_made.load(), 1);
    QCOMPARE(contentOf(folder(u"a"_s) + u"/text"_s), "made 1");
    QCOMPARE(contentOf(folder(u"b"_s) + u"/text"_s), "made 1");
    QCOMPARE(QDir(toolCacheFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1); // no lock, nothing unfinished
}

void TestToolCache::makesAgainWhenSomethingChanged()
{
    QVERIFY(fetch("one", folder(u"a"_s)));
    QVERIFY(fetch("two", folder(u"b"_s)));
    QCOMPARE(m_made.load(), 2);
    QCOMPARE(contentOf(folder(u"b"_s) + u"/text"_s), "made 2");
}

void TestToolCache::placesTreesAsTheyAre()
{
    const mode_t before = umask(077);
    const Status fetched = fetchTool(u"tree"_s, "", folder(u"a"_s), [](const QString &folder) -> Status {
        QDir(folder).mkpath(u"deep/deeper"_s);
        QFile::link(u"../text"_s, folder + u"/deep/link"_s);
        QFile::link(u"/nowhere"_s, folder + u"/broken"_s);
        if (const Status written = writeFile(folder + u"/text"_s, "text"); !written)
            return written;
        const Status written = writeFile(folder + u"/deep/deeper/program"_s, "#!/bin/true\n");
        QFile::setPermissions(folder + u"/deep/deeper/program"_s, QFile::ReadOwner | QFile::ExeOwner);
        return written;
    });
    umask(before);
    QVERIFY2(fetched, qPrintable(fetched ? QString() : fetched.error().detail));
    const QString there = folder(u"a"_s);
    QCOMPARE(QFileInfo(there + u"/deep/link"_s).symLinkTarget(), there + u"/text"_s);
    QVERIFY(QFileInfo(there + u"/broken"_s).isSymLink());
    // An attempt runs as somebody else.
    const auto everybody = [&](const QString &path) {
        struct stat info{};
        return ::stat((there + path).toLocal8Bit().constData(), &info) == 0 ? info.st_mode & 0007 : 0;
    };
    QCOMPARE(everybody(u"/text"_s), 04u);
    QCOMPARE(everybody(u"/deep/deeper"_s), 05u);
    QCOMPARE(everybody(u"/deep/deeper/program"_s), 05u);
}

void TestToolCache::keepsNothingHalfMade()
{
    const Status broken = fetchTool(u"tool"_s, "one", folder(u"a"_s), [](const QString &folder) -> Status {
        QFile file(folder + u"/half"_s);
        return file.open(QIODevice::WriteOnly) ? fail(ErrorKind::Sandbox, u"the compiler fell over"_s) : Status();
    });
    QCOMPARE(broken.error().detail, u"the compiler fell over"_s);
    QVERIFY(QDir(folder(u"a"_s)).isEmpty());
    QVERIFY(QDir(toolCacheFolder()).isEmpty());
    // A program that was killed while it made something.
    QVERIFY(fetch("two", folder(u"b"_s)));
    const QString kept = QDir(toolCacheFolder()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).first().filePath();
    QVERIFY(QDir().rename(kept, kept + u".making"_s));
    QVERIFY(fetch("two", folder(u"c"_s)));
    QCOMPARE(contentOf(folder(u"c"_s) + u"/text"_s), "made 2");
    QVERIFY(!QFileInfo::exists(kept + u".making"_s));
}

void TestToolCache::leavesOtherFilesAlone()
{
    QVERIFY(writeFile(folder(u"a"_s) + u"/other"_s, "other"));
    QVERIFY(fetch("one", folder(u"a"_s)));
    QCOMPARE(contentOf(folder(u"a"_s) + u"/other"_s), "other");
    QVERIFY(QDir(folder(u"a"_s)).removeRecursively()); // the user's copy goes, the cache stays
    QVERIFY(fetch("one", folder(u"b"_s)));
    QCOMPARE(m_made.load(), 1);
}

void TestToolCache::worksWithoutACache()
{
    QVERIFY(writeFile(m_home->filePath(u"file"_s), ""));
    qputenv("XDG_CACHE_HOME", m_home->filePath(u"file/cache"_s).toLocal8Bit());
    QVERIFY(fetch("one", folder(u"a"_s)));
    QVERIFY(fetch("one", folder(u"b"_s)));
    QCOMPARE(m_made.load(), 2);
    QCOMPARE(contentOf(folder(u"b"_s) + u"/text"_s), "made 2");
}

void TestToolCache::forgetsWhatIsUnused()
{
    QVERIFY(fetch("old", folder(u"a"_s)));
    QVERIFY(fetch("used", folder(u"b"_s)));
    const auto age = [](const QFileInfo &entry, int days) {
        std::filesystem::last_write_time(
            entry.filePath().toStdString(), std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * days));
    };
    for (const QFileInfo &entry : QDir(toolCacheFolder()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        age(entry, 40);
    QVERIFY(fetch("used", folder(u"c"_s)));
    QVERIFY(fetch("new", folder(u"d"_s)));
    QCOMPARE(QDir(toolCacheFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
    QVERIFY(fetch("used", folder(u"e"_s)));
    QCOMPARE(m_made.load(), 3);
}

void TestToolCache::makesOnceForManyAtATime()
{
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i) {
        const QString place = folder(QString::number(i));
        threads.emplace_back([this, place, &good] {
            const Status fetched = fetchTool(u"slow"_s, "one", place, [this](const QString &folder) {
                ++m_made;
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                return writeFile(folder + u"/text"_s, "text");
            });
            good += fetched && contentOf(place + u"/text"_s) == "text" ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 8);
    QCOMPARE(m_made.load(), 1);
}

QTEST_GUILESS_MAIN(TestToolCache)
#include "tst_toolcache.moc"
