#include "core/git/treepath.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestTreePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("good");
        for (const char *path : {"a.py", "src/a.py", ".github/x.yml", "a..b/c", "src/.gitignore", "x/日本.txt", "a b"})
            QTest::newRow(path) << QString::fromUtf8(path) << true;
        for (const char *path : {"", "/etc/passwd", "../a", "a/../../b", "a/./b", "a//b", "a/", ".git/config", "x/.GIT/hooks/y",
                 "git~1/config", "a\\b", "C:/x", "a\nb", "..", "."})
            QTest::newRow(QByteArray("bad: ").append(path).constData()) << QString::fromUtf8(path) << false;
        QTest::newRow("too long") << QString(401, u'a') << false;
    }

    void paths()
    {
        QFETCH(QString, path);
        QFETCH(bool, good);
        QCOMPARE(pathProblem(path).isEmpty(), good);
    }

    void links_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("leaves");
        QTest::newRow("beside") << u"a/b"_s << u"c"_s << false;
        QTest::newRow("above") << u"a/b"_s << u"../c"_s << false;
        QTest::newRow("out") << u"a/b"_s << u"../../c"_s << true;
        QTest::newRow("out and in") << u"b"_s << u"../x/b"_s << true;
        QTest::newRow("absolute") << u"a"_s << u"/etc/passwd"_s << true;
        QTest::newRow("nothing") << u"a"_s << QString() << true;
    }

    void links()
    {
        QFETCH(QString, path);
        QFETCH(QString, target);
        QFETCH(bool, leaves);
        QCOMPARE(leavesTree(path, target), leaves);
    }
};

QTEST_GUILESS_MAIN(TestTreePath)
#include "tst_treepath.moc"
