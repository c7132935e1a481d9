#include "core/tasks/answerchanges.h"
#include "core/tasks/answerparts.h"
#include "core/tasks/patchedfiles.h"
#include "tests/support/gitrepository.h"
#include "tests/tasks/answersamples.h"
#include "tests/tasks/importfixture.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// Answers in every form that models give, against a real repository.
class TestAnswerChanges : public QObject
{
    Q_OBJECT

private:
    GitRepository m_git;
    QString m_commit;

    Result<AnswerChanges> changes(const QString &answer) const
    {
        const Clone clone = Clone::open(m_git.path()).value();
        return answerChanges(clone, clone.treeOf(m_commit).value(), answer);
    }

    QByteArray contentAfter(const QString &answer, const QString &path) const
    {
        const Clone clone = Clone::open(m_git.path()).value();
        const auto made = answerChanges(clone, clone.treeOf(m_commit).value(), answer);
        if (!made || made->refused())
            return made ? "refused: " + made->problems.join(u" | "_s).toUtf8() : made.error().detail.toUtf8();
        return clone.read(made->tree, path).value_or("(gone)");
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &[path, content] : answerBase)
            m_git.write(path, content);
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_git.path() + u"/link.txt"_s));
        m_commit = m_git.commit();
    }

    void applies_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        for (const AnswerSample &sample : goodAnswers)
            QTest::newRow(sample.name) << sample.answer << sample.path << sample.outcome;
    }

    void applies()
    {
        QFETCH(QString, answer);
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        QCOMPARE(contentAfter(answer, path), content);
        // What comes out is a change again, and the same one.
        const auto made = changes(answer);
        QVERIFY(made->diff.startsWith(u"diff --git "));
        QCOMPARE(changes(made->diff)->diff, made->diff);
        QCOMPARE(contentAfter(made->diff, path), content);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("reason");
        for (const AnswerSample &sample : badAnswers)
            QTest::newRow(sample.name) << sample.answer << sample.path << sample.outcome;
    }

    void refuses()
    {
        QFETCH(QString, answer);
        QFETCH(QString, path);
        QFETCH(QByteArray, reason);
        const auto made = changes(answer);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        QVERIFY2(made->refused(), qPrintable(made->diff));
        QVERIFY(made->diff.isEmpty());
        const QString told = made->problems.join(u'\n');
        QVERIFY2(told.contains(QString::fromUtf8(reason)), qPrintable(told));
        QVERIFY2(told.contains(path), qPrintable(told));
    }

    void namesEveryProblem()
    {
        const auto made = changes(
            u"src/a.py\n<<<<<<< SEARCH\nno such line\n=======\nx\n>>>>>>> REPLACE\n\nsrc/none.py\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n"_s);
        QCOMPARE(made->problems.size(), 2);
        QVERIFY(made->problems.at(0).startsWith(u"src/a.py, search/replace block 1: "));
        QVERIFY(made->problems.at(1).startsWith(u"src/none.py, search/replace block 2: "));
    }

    void publishedPatchesAreReadWhole()
    {
        const QString path = publicData(u"swe-bench/swe-agent-dev-easy.json"_s);
        if (path.isEmpty())
            QSKIP("the public set is not here; AUTODIDACT_DATA says where");
        const auto content = importSuite(u"swe-bench"_s, path);
        QVERIFY(content);
        for (const Task &task : content->tasks) {
            for (const QString &patch : {task.repository.goldPatch, task.repository.testPatch}) {
                const QStringList lines = patch.trimmed().split(u'\n');
                qsizetype at = 0;
                const QList<FileDiff> files = readDiff(lines, at);
                QCOMPARE(at, lines.size());
                QStringList paths;
                for (const FileDiff &file : files)
                    paths.append(file.newPath);
                QCOMPARE(paths, patchedFiles(patch));
                for (const FileDiff &file : files)
                    QVERIFY(!file.hunks.isEmpty());
            }
        }
    }

    void damagedAnswersAreRefusedOrWhole()
    {
        const Clone clone = Clone::open(m_git.path()).value();
        const TreeId base = clone.treeOf(m_commit).value();
        const QString signs = u"\n+-@ <>=`/.\\\"ab\u00e9\u0000"_s + QChar(0xd800);
        quint32 state = 12345;
        const auto next = [&state](qsizetype limit) {
            state = state * 1664525u + 1013904223u;
            return qsizetype(state >> 8) % limit;
        };
        for (int round = 0; round < 4000; ++round) {
            QString answer = goodAnswers.at(next(goodAnswers.size())).answer
                + (round % 3 == 0 ? goodAnswers.at(next(goodAnswers.size())).answer : QString());
            for (qsizetype count = 1 + next(4); count > 0 && !answer.isEmpty(); --count) {
                const qsizetype at = next(answer.size());
                if (next(2) == 0)
                    answer.remove(at, 1 + next(6));
                else
                    answer.insert(at, signs.at(next(signs.size())));
            }
            const auto made = answerChanges(clone, base, answer);
            if (!made || made->refused())
                continue;
            const auto again = answerChanges(clone, base, made->diff);
            QVERIFY2(again && !again->refused() && again->tree == made->tree, qPrintable(answer + u"\n=====\n"_s + made->diff));
        }
    }

    void examplesAreNoChanges()
    {
        QVERIFY(answerParts(u"Run it:\n\n```sh\npytest -q\n```\n\n```python\nprint(1)\n```\n"_s).isEmpty());
        QCOMPARE(answerParts(u"<think>\na.py\n```\nx\n```\n</think>\nb.py\n```\ny\n```\n"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAnswerChanges)
#include "tst_answerchanges.moc"
