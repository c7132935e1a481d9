#include "core/git/clone.h"
#include "tests/support/gitrepository.h"

#include <QTest>

#include <thread>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

/// A clone is read, trees are made from it, and it stays as it was.
class TestClone : public QObject
{
    Q_OBJECT

private:
    GitRepository m_git;
    QString m_first;
    QString m_second;
    QByteArray m_before;

    Clone open() const { return Clone::open(m_git.path()).value(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_git.write(u"a.txt"_s, "one\ntwo\nthree\n");
        m_git.write(u"src/tool"_s, "#!/bin/sh\n");
        QFile::setPermissions(m_git.path() + u"/src/tool"_s, QFile::Permissions(0x7755));
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_git.path() + u"/secrets"_s));
        QVERIFY(QFile::link(u"../a.txt"_s, m_git.path() + u"/src/inside"_s));
        m_git.write(u".gitattributes"_s, "*.txt filter=evil\n*.dat text eol=crlf\n");
        m_git.write(u"x.dat"_s, "a\nb\n");
        m_git.git({u"config"_s, u"core.hooksPath"_s, u".git/hooks"_s});
        m_first = m_git.commit();
        const QByteArray trap = "touch " + m_git.parent().toUtf8() + "/ran; cat";
        m_git.write(u".git/hooks/post-checkout"_s, "#!/bin/sh\n" + trap + "\n");
        QFile::setPermissions(m_git.path() + u"/.git/hooks/post-checkout"_s, QFile::Permissions(0x7755));
        m_git.write(u"a.txt"_s, "one\n2\nthree\n");
        m_second = m_git.commit();
        m_git.git({u"config"_s, u"filter.evil.smudge"_s, QString::fromUtf8(trap)});
        m_git.git({u"config"_s, u"filter.evil.clean"_s, QString::fromUtf8(trap)});
        QFile::remove(m_git.parent() + u"/ran"_s);
        m_before = m_git.fingerprint();
    }

    void cleanup()
    {
        QCOMPARE(m_git.fingerprint(), m_before);
        QVERIFY2(!QFile::exists(m_git.parent() + u"/ran"_s), "a program of the clone was run");
    }

    void refusesOtherFolders()
    {
        QTemporaryDir empty;
        QVERIFY(Clone::open(u"/nowhere"_s).error().kind == ErrorKind::NotFound);
        QVERIFY(Clone::open(empty.path()).error().kind == ErrorKind::BadInput);
        QVERIFY(Clone::open(m_git.path() + u"/src"_s).error().kind == ErrorKind::BadInput); // no search upwards
        QVERIFY(Clone::open(QString()).error().kind == ErrorKind::NotFound);
    }

    void opensBareOnes()
    {
        QTemporaryDir folder;
        m_git.git({u"clone"_s, u"-q"_s, u"--bare"_s, m_git.path(), folder.filePath(u"b.git"_s)});
        const Clone bare = Clone::open(folder.filePath(u"b.git"_s)).value();
        QCOMPARE(bare.read(bare.treeOf(m_first).value(), u"a.txt"_s).value(), "one\ntwo\nthree\n");
    }

    void findsCommits()
    {
        const Clone clone = open();
        QVERIFY(clone.treeOf(m_first));
        QCOMPARE(clone.treeOf(m_first.left(8)).value(), clone.treeOf(m_first).value());
        for (const QString &wrong :
            {u"0123456789012345678901234567890123456789"_s, u"zzzzzzzz"_s, QString(), u"HEAD"_s, m_first.left(4)}) {
            const auto tree = clone.treeOf(wrong);
            QVERIFY(!tree && tree.error().kind == ErrorKind::NotFound);
        }
        const auto gone = clone.treeOf(u"0123456789012345678901234567890123456789"_s);
        QVERIFY2(gone.error().detail.contains(u"does not hold the commit"), qPrintable(gone.error().detail));
    }

    void listsAndReads()
    {
        const Clone clone = open();
        const TreeId tree = clone.treeOf(m_first).value();
        QStringList paths;
        const QList<TreeFile> files = clone.files(tree).value();
        for (const TreeFile &file : files)
            paths << file.path;
        QCOMPARE(paths, (QStringList{u".gitattributes"_s, u"a.txt"_s, u"secrets"_s, u"src/inside"_s, u"src/tool"_s, u"x.dat"_s}));
        QCOMPARE(clone.read(tree, u"a.txt"_s).value(), "one\ntwo\nthree\n");
        QCOMPARE(clone.find(tree, u"a.txt"_s).value(), (TreeFile{u"a.txt"_s, TreeFile::Kind::File, 14}));
        QVERIFY(clone.find(tree, u"src/tool"_s)->kind == TreeFile::Kind::Program);
        QVERIFY(!clone.find(tree, u"src"_s));
        QVERIFY(!clone.read(tree, u"b.txt"_s));
    }

    void writesATree()
    {
        QTemporaryDir folder;
        const Clone clone = open();
        QVERIFY(clone.write(clone.treeOf(m_first).value(), folder.path()));
        QCOMPARE(contentOf(folder.filePath(u"a.txt"_s)), "one\ntwo\nthree\n");
        QCOMPARE(contentOf(folder.filePath(u"x.dat"_s)), "a\nb\n"); // no attribute has any effect
        QCOMPARE(contentOf(folder.filePath(u"src/inside"_s)), "one\ntwo\nthree\n");
        QVERIFY(QFileInfo(folder.filePath(u"src/tool"_s)).isExecutable());
        QVERIFY(QFileInfo(folder.filePath(u"src/inside"_s)).isSymLink());
        QVERIFY(!QFileInfo(folder.filePath(u"secrets"_s)).isSymLink());
        QCOMPARE(contentOf(folder.filePath(u"secrets"_s)), "/etc/passwd");
        QVERIFY(!QFile::exists(folder.filePath(u".git"_s)));
        const Status again = clone.write(clone.treeOf(m_first).value(), folder.path());
        QVERIFY(!again && again.error().kind == ErrorKind::Storage);
    }

    void makesTrees()
    {
        const Clone clone = open();
        const TreeId base = clone.treeOf(m_first).value();
        const TreeId made =
            clone.changed(base, {{u"a.txt"_s, "one\ntwo\n3\n"}, {u"new/b.txt"_s, "b\n"}, {u"x.dat"_s, std::nullopt}}).value();
        QCOMPARE(clone.read(made, u"new/b.txt"_s).value(), "b\n");
        QVERIFY(!clone.find(made, u"x.dat"_s));
        const QByteArray diff = clone.diff(base, made).value();
        QVERIFY2(diff.contains("-three\n+3\n") && diff.contains("deleted file mode") && diff.contains("new file mode 100644"),
            diff.constData());
        QCOMPARE(clone.patched(base, diff).value(), made);
        QCOMPARE(clone.diff(base, base).value(), QByteArray());
        // The other commit's file is in the clone already: it is found, not written.
        QCOMPARE(clone.changed(base, {{u"a.txt"_s, "one\n2\nthree\n"}}).value(), clone.treeOf(m_second).value());
    }

    void refusesPaths_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
            {"../x", "/x", ".git/config", "secrets", "secrets/x", "src/inside", "a.txt/x", "src", "a/../../x", ""})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void refusesPaths()
    {
        QFETCH(QString, path);
        const Clone clone = open();
        const auto made = clone.changed(clone.treeOf(m_first).value(), {{path, "x"}});
        QVERIFY(!made && made.error().kind == ErrorKind::BadInput);
    }

    void saysWhyAPatchDoesNotApply()
    {
        const Clone clone = open();
        const TreeId base = clone.treeOf(m_first).value();
        const auto wrong = clone.patched(base,
            "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-eins\n+one\n@@ -3,1 +3,1 @@\n-drei\n+three\n"
            "diff --git a/x.dat b/x.dat\n--- a/x.dat\n+++ b/x.dat\n@@ -1,1 +1,1 @@\n-a\n+b\n");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().size(), 2);
        QCOMPARE(wrong.error().at(0).path, u"a.txt"_s);
        QCOMPARE(wrong.error().at(0).hunk, 1);
        QCOMPARE(wrong.error().at(1).hunk, 2);
        QVERIFY(!wrong.error().at(0).reason.isEmpty());
        for (const char *patch :
            {"diff --git a/../x b/../x\n--- a/../x\n+++ b/../x\n@@ -0,0 +1,1 @@\n+x\n",
                "diff --git a/.git/config b/.git/config\nnew file mode 100644\n--- /dev/null\n+++ b/.git/config\n@@ -0,0 +1,1 @@\n+x\n",
                "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1,1 @@\n+/etc/passwd\n\\ No newline at end of file\n",
                "diff --git a/src/inside b/src/inside\nindex 1..2 120000\n--- a/src/inside\n+++ b/src/inside\n@@ -1,1 +1,1 @@\n-../a.txt\n\\ No newline at end of file\n+/etc/passwd\n\\ No newline at end of file\n",
                "hello"})
            QVERIFY2(!clone.patched(base, patch), patch);
    }

    void servesTwoThreads()
    {
        const auto work = [this] {
            for (int i = 0; i < 20; ++i) {
                const Clone clone = open();
                const TreeId base = clone.treeOf(m_first).value();
                const TreeId made = clone.changed(base, {{u"n%1"_s.arg(i), QByteArray::number(i)}}).value();
                if (clone.read(made, u"n%1"_s.arg(i)).value() != QByteArray::number(i))
                    qFatal("lost");
            }
        };
        const std::jthread other(work);
        work();
    }
};

QTEST_GUILESS_MAIN(TestClone)
#include "tst_clone.moc"
