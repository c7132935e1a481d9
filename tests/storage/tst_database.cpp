#include "core/storage/blobstore.h"
#include "core/storage/migrations/migrations.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"
#include "tests/storage/fixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <unistd.h>

using namespace autodidact;

namespace {

/// Runs statements on a file as another program would.
void foreign(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The other process of the lock test: holds a write transaction until its standard input closes.
int holdLock(const QString &path)
{
    const auto database = Database::open(path, OpenMode::ReadWrite);
    if (!database)
        return 1;
    const Transaction transaction(**database);
    if (!transaction.begun())
        return 2;
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly))
        return 3;
    out.write("locked\n");
    out.flush();
    char byte = 0;
    while (::read(0, &byte, 1) > 0) { }
    return 0;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsFolderAndFileForTheOwnerOnly()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/er/new.sqlite"_s);
        VALUE(database, Database::open(path, OpenMode::ReadWrite));
        QCOMPARE(database->path(), path);
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
        QVERIFY(!(QFileInfo(path + u"-wal"_s).permissions() & others));

        Query journal(*database, u"PRAGMA journal_mode"_s);
        QVERIFY(journal.first().value());
        QCOMPARE(journal.text(0), u"wal"_s);
        Query version(*database, u"PRAGMA user_version"_s);
        QVERIFY(version.first().value());
        QCOMPARE(version.number(0), SchemaVersion);
    }

    void opensAgainWithItsContent()
    {
        Fixture fixture;
        const QString path = fixture.path();
        fixture.database.reset();
        VALUE(database, Database::open(path, OpenMode::ReadWrite));
        VALUE(runs, RunStore(*database).all());
        QCOMPARE(runs.size(), 1);
    }

    void readOnlyReadsBesideAWriterAndCannotWrite()
    {
        Fixture fixture;
        VALUE(reader, Database::open(fixture.path(), OpenMode::ReadOnly));
        VERIFY_OK(RunStore(*fixture.database).create({}, fixture.suite.id));
        VALUE(runs, RunStore(*reader).all());
        QCOMPARE(runs.size(), 2);
        const auto refused = RunStore(*reader).create({}, fixture.suite.id);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(refused.error().detail.contains(fixture.path()));
    }

    void readOnlyDoesNotCreate()
    {
        const QTemporaryDir folder;
        const auto missing = Database::open(folder.filePath(u"none.sqlite"_s), OpenMode::ReadOnly);
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void otherFilesAreRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("message");
        QTest::newRow("text") << QByteArray("dear diary, today") << QStringList() << u"not a database"_s;
        QTest::newRow("another program's") << QByteArray() << QStringList{u"CREATE TABLE recipe (name TEXT)"_s}
                                           << u"another program"_s;
        QTest::newRow("newer") << QByteArray()
                               << QStringList{u"PRAGMA application_id = %1"_s.arg(ApplicationId),
                                      u"PRAGMA user_version = 999"_s, u"CREATE TABLE x (y)"_s}
                               << u"newer Autodidact"_s;
    }

    void otherFilesAreRefusedAndLeftAlone()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, statements);
        QFETCH(QString, message);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_s);
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        foreign(path, statements);
        const QByteArray before = contentOf(path);
        const auto refused = Database::open(path, OpenMode::ReadWrite);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::BadInput);
        QVERIFY2(refused.error().detail.contains(message), qPrintable(refused.error().detail));
        QVERIFY(refused.error().detail.contains(path));
        QCOMPARE(contentOf(path), before);
    }

    void unusableFoldersAreNamed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto refused = Database::open(folder.filePath(u"file/below/a.sqlite"_s), OpenMode::ReadWrite);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(refused.error().detail.contains(folder.filePath(u"file/below"_s)));
        QVERIFY(!Database::open(folder.path(), OpenMode::ReadWrite).has_value());
    }

    void unwritableFoldersAreNamed()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may write everywhere");
        const QTemporaryDir folder;
        QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const auto refused = Database::open(folder.filePath(u"a.sqlite"_s), OpenMode::ReadWrite);
        QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().detail.contains(u"--db"_s));
    }

    void aFullFileLosesNothing()
    {
        Fixture fixture;
        Query pages(*fixture.database, u"PRAGMA page_count"_s);
        QVERIFY(pages.first().value());
        // The same error code as a full disk, without filling one.
        VERIFY_OK(execute(*fixture.database, u"PRAGMA max_page_count = %1"_s.arg(pages.number(0) + 4)));
        const auto refused = SuiteStore(*fixture.database).add(Suite{.name = u"large"_s}, Fixture::tasks(2000));
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().detail.contains(u"full"_s), qPrintable(refused.error().detail));
        VALUE(suites, SuiteStore(*fixture.database).all());
        QCOMPARE(suites.size(), 1);
        VERIFY_OK(execute(*fixture.database, u"PRAGMA max_page_count = 1073741823"_s));
        VERIFY_OK(SuiteStore(*fixture.database).add(Suite{.name = u"large"_s}, Fixture::tasks(20)));
    }

    void aLockOfAnotherProcessIsReported()
    {
        Fixture fixture;
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--hold-lock"_s, fixture.path()});
        QVERIFY(other.waitForReadyRead(20'000));
        QElapsedTimer timer;
        timer.start();
        const auto refused = RunStore(*fixture.database).create({}, fixture.suite.id);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().detail.contains(u"locked by another process"_s));
        QVERIFY(refused.error().detail.contains(fixture.path()));
        QVERIFY2(timer.elapsed() >= 4'500 && timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        VERIFY_OK(RunStore(*fixture.database).all());   // reading goes on
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished(20'000));
        QCOMPARE(other.exitCode(), 0);
        VERIFY_OK(RunStore(*fixture.database).create({}, fixture.suite.id));
    }

    void copiesAreWholeDatabases()
    {
        Fixture fixture;
        const QString copy = Database::copyPath(fixture.path(), 1);
        QCOMPARE(copy, fixture.path() + u".before-v2"_s);
        VERIFY_OK(keepCopy(*fixture.database, 1));
        VERIFY_OK(keepCopy(*fixture.database, 1));   // replaces an older one
        QVERIFY(!QFile::exists(copy + u".part"_s));
        QVERIFY(!(QFileInfo(copy).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        VALUE(database, Database::open(copy, OpenMode::ReadOnly));
        VALUE(runs, RunStore(*database).all());
        QCOMPARE(runs.first().name, fixture.run.name);
    }

    void migrationsGoForwardAllOrNothing()
    {
        Fixture fixture;
        const std::array<const char16_t *, 1> none{u"SELECT 1"};
        const std::array<const char16_t *, 2> good{u"CREATE TABLE later (x)", u"INSERT INTO later VALUES (5)"};
        const std::array<const char16_t *, 2> bad{u"CREATE TABLE worse (x)", u"INSERT INTO nowhere VALUES (5)"};
        const std::array<Migration, 3> failing{Migration(none), Migration(good), Migration(bad)};
        QVERIFY(!migrate(*fixture.database, 1, failing).has_value());
        QVERIFY(!execute(*fixture.database, u"SELECT * FROM later"_s).has_value());

        VERIFY_OK(migrate(*fixture.database, 1, std::span(failing).first(2)));
        {
            Query later(*fixture.database, u"SELECT x FROM later"_s);
            QVERIFY(later.first().value());
            QCOMPARE(later.number(0), 5);
        }
        // Now the file is from the future for this program.
        fixture.database.reset();
        const auto refused = Database::open(fixture.path(), OpenMode::ReadWrite);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().detail.contains(u"newer Autodidact"_s));
    }

    void innerTransactionsJoinTheOuterOne()
    {
        Fixture fixture;
        {
            Transaction outer(*fixture.database);
            VERIFY_OK(outer.begun());
            VERIFY_OK(RunStore(*fixture.database).create({}, fixture.suite.id));
            {
                const Transaction givenUp(*fixture.database);
            }
            QVERIFY(!outer.commit().has_value());
        }
        VALUE(runs, RunStore(*fixture.database).all());
        QCOMPARE(runs.size(), 1);
        QVERIFY(!fixture.database->inTransaction());
    }

    void textsAreStoredOnce()
    {
        Fixture fixture;
        BlobStore blobs(*fixture.database);
        const QString text = u"def 加(x):\n    return x + 1\n"_s.repeated(50);
        VALUE(first, blobs.put(text));
        VALUE(second, blobs.put(text));
        QCOMPARE(first, second);
        VALUE(back, blobs.text(first));
        QCOMPARE(back.value_or(QString()), text);
        VALUE(missing, blobs.text(QString(64, u'0')));
        QVERIFY(!missing.has_value());
        Query sizes(*fixture.database, u"SELECT count(*), sum(length(body)) FROM blob"_s);
        QVERIFY(sizes.first().value());
        QCOMPARE(sizes.number(0), 1);
        QVERIFY(sizes.number(1) < text.size() / 5);
        VALUE(removed, blobs.removeOrphans());
        QCOMPARE(removed, 1);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--hold-lock"_L1)
        return holdLock(arguments.at(2));
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
