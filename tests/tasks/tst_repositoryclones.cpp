#include "core/tasks/repositoryclones.h"
#include "core/tasks/repositoryoutline.h"
#include "tests/support/gitrepository.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

Task taskOf(const QString &repository, const QString &commit = {})
{
    Task task;
    task.key = repository;
    task.kind = TaskKind::Repository;
    task.repository.name = repository;
    task.repository.baseCommit = commit;
    return task;
}

} // namespace

class TestRepositoryClones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("bare");
        QTest::newRow("flat") << u"me__own"_s << false;
        QTest::newRow("nested") << u"me/own"_s << false;
        QTest::newRow("project") << u"own"_s << false;
        QTest::newRow("bare") << u"me__own.git"_s << true;
        QTest::newRow("bare project") << u"own.git"_s << true;
    }

    void finds()
    {
        QFETCH(QString, folder);
        QFETCH(bool, bare);
        QTemporaryDir root;
        const QString path = root.filePath(folder);
        const GitRepository git;
        const QString commit = git.commit();
        git.git(QStringList{u"clone"_s, u"-q"_s, git.path(), path} + (bare ? QStringList{u"--bare"_s} : QStringList()));
        QCOMPARE(cloneBelow(root.path(), u"me/own"_s), path);
        QCOMPARE(cloneBelow(root.path(), u"me/other"_s), QString());
        QList<Task> tasks{taskOf(u"me/own"_s, commit), taskOf(u"me/other"_s, commit), taskOf(u"me/other"_s, commit)};
        findClones(tasks, root.path());
        QVERIFY(!lacksClone(tasks[0]) && lacksClone(tasks[1]));
        QList<Task> gone{taskOf(u"me/own"_s, u"0123456789"_s)};
        findClones(gone, root.path());
        QVERIFY(lacksClone(gone[0]));
        const QString missing = clonesMissing(tasks);
        QVERIFY2(missing.contains(u"2 of 3 tasks") && missing.contains(u"me/other (2)") && missing.contains(u"--repositories"),
            qPrintable(missing));
    }

    void saysWhereACloneIsMissing()
    {
        Repository repository{.name = u"me/own"_s, .baseCommit = u"0123456"_s};
        const auto unknown = openBase(repository);
        QVERIFY(!unknown && unknown.error().kind == ErrorKind::Missing && unknown.error().detail.contains(u"me/own"));
        repository.folder = u"/nowhere"_s;
        QVERIFY(openBase(repository).error().kind == ErrorKind::Missing);
        const GitRepository git;
        git.commit();
        repository.folder = git.path();
        const auto gone = openBase(repository);
        QVERIFY(!gone && gone.error().kind == ErrorKind::Missing);
        QVERIFY2(gone.error().detail.contains(u"0123456"), qPrintable(gone.error().detail));
    }

    void showsWhatMatters()
    {
        const GitRepository git;
        for (int i = 0; i < 300; ++i)
            git.write(u"lib/module%1/part.py"_s.arg(i), "def part(value):\n    return value\n");
        git.write(u"lib/cookies.py"_s, "def parse_cookie(header):\n    return header.split(';')\n");
        git.write(u"tests/test_cookies.py"_s, "def test_parse_cookie():\n    parse_cookie('a')\n");
        git.write(u"picture.png"_s, QByteArray("\x89PNG\0cookie", 11));
        QByteArray big = "def cookie_jar():\n    pass\n";
        for (int i = 0; i < 2000; ++i)
            big += "value_" + QByteArray::number(i) + " = " + QByteArray::number(i) + "\n";
        git.write(u"lib/jar.py"_s, big);
        const QString commit = git.commit();
        const Clone clone = Clone::open(git.path()).value();
        const TreeId tree = clone.treeOf(commit).value();
        const QString statement = u"parse_cookie fails on an empty header; the cookie jar, too"_s;
        const RepositoryOutline outline =
            outlineOf(clone, tree, statement, {.tree = 2000, .files = 9000, .oneFile = 4000}).value();
        QCOMPARE(outline.files.value(0).path, u"lib/cookies.py"_s);
        QVERIFY(outline.files.value(0).whole);
        QVERIFY(std::ranges::any_of(outline.files, [](const ShownFile &file) { return file.path == u"tests/test_cookies.py"; }));
        const auto jar = std::ranges::find(outline.files, u"lib/jar.py"_s, &ShownFile::path);
        QVERIFY(jar != outline.files.end() && !jar->whole && jar->text.contains(u"def cookie_jar")
            && jar->text.contains(u"left out"));
        qsizetype length = 0;
        for (const ShownFile &file : outline.files) {
            length += file.text.size();
            QVERIFY(file.path != u"picture.png");
        }
        QVERIFY(length <= 9200);
        QVERIFY2(outline.tree.contains(u"lib/ (302 files)"_s), qPrintable(outline.tree.join(u'\n')));
        QCOMPARE(outlineOf(clone, tree, statement, {.tree = 2000, .files = 9000, .oneFile = 4000}).value(), outline);
        QCOMPARE(outlineOf(clone, tree, u"???"_s).value().files.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRepositoryClones)
#include "tst_repositoryclones.moc"
