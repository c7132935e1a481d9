#include "widgets/versions/treelayout.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// "1 1 2 1": parents of versions 2, 3, 4, 5.
QList<VersionRow> versions(const QString &parents)
{
    QList<VersionRow> rows(1);
    rows[0].version.number = 1;
    for (const QString &parent : parents.split(u' ', Qt::SkipEmptyParts)) {
        VersionRow row;
        row.version.number = int(rows.size()) + 1;
        row.version.parent = parent.toInt();
        rows.append(row);
    }
    return rows;
}

Update update(int id, int from, Decision decision)
{
    Update update;
    update.id = {id};
    update.oldVersion = from;
    update.decision = decision;
    return update;
}

QString lanes(const TreeLayout &layout)
{
    QStringList list;
    for (const TreeNode &node : layout.nodes)
        list.append(QString::number(node.lane));
    return list.join(u' ');
}

} // namespace

class TestVersionTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesOfBranches_data()
    {
        QTest::addColumn<QString>("parents");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one") << QString() << u"0"_s;
        QTest::newRow("a line") << u"1 2 3"_s << u"0 0 0 0"_s;
        QTest::newRow("rolled back once") << u"1 2 1"_s << u"0 0 0 1"_s;
        QTest::newRow("two branches") << u"1 1 1"_s << u"0 0 1 2"_s;
        QTest::newRow("the branch goes on") << u"1 2 1 4"_s << u"0 0 0 1 1"_s;
        QTest::newRow("a branch of a branch") << u"1 2 1 4 4"_s << u"0 0 0 1 1 2"_s;
        QTest::newRow("a parent that is missing") << u"9"_s << u"0 1"_s;
    }

    void lanesOfBranches()
    {
        QFETCH(QString, parents);
        QTEST(lanes(layOutTree(versions(parents), {})), "expected");
    }

    void newestIsRightmost()
    {
        const TreeLayout layout = layOutTree(versions(u"1 1 2"_s), {});
        QCOMPARE(layout.columns, 4);
        for (int i = 0; i < layout.nodes.size(); ++i)
            QCOMPARE(layout.nodes[i].column, i);
    }

    void noTwoNodesShareAPlace()
    {
        const TreeLayout layout = layOutTree(versions(u"1 1 2 3 2 1 5 5 9 4"_s), {});
        QSet<std::pair<int, int>> places;
        for (const TreeNode &node : layout.nodes) {
            places.insert({node.column, node.lane});
            QVERIFY(node.lane < layout.lanes);
            QVERIFY(node.parent < 0 || layout.nodes[node.parent].column < node.column);
        }
        QCOMPARE(places.size(), layout.nodes.size());
    }

    void refusedUpdatesAreCrossesAtTheirVersion()
    {
        const QList<Update> updates{update(1, 1, Decision::Rejected), update(2, 1, Decision::Accepted), update(3, 2, Decision::Rejected),
                                    update(4, 1, Decision::Rejected), update(5, 77, Decision::Rejected)};
        const TreeLayout layout = layOutTree(versions(u"1"_s), updates);
        const QList<TreeCross> expected{{{1}, 0, 0}, {{3}, 1, 0}, {{4}, 0, 1}};
        QCOMPARE(layout.crosses, expected);
    }

    void aProposedVersionComesLast()
    {
        const TreeLayout layout = layOutTree(versions(u"1"_s), {update(7, 2, Decision::Pending)});
        QCOMPARE(layout.nodes.size(), 3);
        QCOMPARE(layout.nodes.last(), (TreeNode{0, {7}, 2, 0, 1}));
        QCOMPARE(layout.nodeOf(0), -1);
        QCOMPARE(layout.nodeOf(2), 1);
    }
};

QTEST_GUILESS_MAIN(TestVersionTree)
#include "tst_versiontree.moc"
