#include "core/tasks/githubissueimporter.h"

#include "core/base/json.h"
#include "tests/tasks/importfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace autodidact;
using namespace autodidact::test;

namespace {

QJsonObject issue()
{
    return {{u"title"_s, u"It fails"_s}, {u"body"_s, u"Always.\r\n"_s}, {u"number"_s, 5}, {u"repository_url"_s, u"https://api.github.com/repos/me/own"_s},
        {u"html_url"_s, u"https://github.com/me/own/issues/5"_s}, {u"created_at"_s, u"2026-01-31T10:00:00Z"_s}, {u"comments"_s, 3},
        {u"labels"_s, QJsonArray{QJsonObject{{u"name"_s, u"bug"_s}}, u"easy"_s}}};
}

} // namespace

class TestGithubIssueImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnExport()
    {
        const auto content = parseGithubIssue(QJsonDocument(issue()).toJson(QJsonDocument::Indented), u"i"_s);
        QVERIFY2(content, problemOf(content));
        const Task &task = content->tasks.first();
        QCOMPARE(task.key, u"me/own#5"_s);
        QCOMPARE(task.kind, TaskKind::Repository);
        QCOMPARE(task.statement, u"It fails\n\nAlways."_s);
        QCOMPARE(task.repository.name, u"me/own"_s);
        QCOMPARE(task.tags, (QStringList{u"bug"_s, u"easy"_s}));
        QCOMPARE(task.released, u"2026-01-31"_s);
        QCOMPARE(content->warnings.size(), 1);
        QVERIFY(content->warnings.first().startsWith(u"i: an issue has no tests"_s));
        VERIFY_SURVIVES_A_FILE(*content);
    }

    void readsListsWithComments()
    {
        QJsonObject second = issue();
        second.insert(u"number"_s, 6);
        second.insert(u"comments"_s, QJsonArray{QJsonObject{{u"body"_s, u"Me too."_s}}});
        QJsonObject pull = issue();
        pull.insert(u"number"_s, 7);
        pull.insert(u"pull_request"_s, QJsonObject{{u"url"_s, u"x"_s}});
        const auto content = parseGithubIssue(QJsonDocument(QJsonArray{issue(), second, pull}).toJson(), u"i"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.size(), 2);
        QVERIFY(content->tasks.last().statement.endsWith(u"\n\nComment:\n\nMe too."_s));
        QCOMPARE(content->skipped.size(), 1);
        QVERIFY(content->skipped.first().endsWith(u"me/own#7: it is a pull request"_s));
    }

    void readsPastedText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("repository");
        QTest::newRow("heading") << QByteArray("\xef\xbb\xbf# It fails\r\n\r\nAlways.\r\n") << u"issue"_s << u"It fails"_s << u"local/issue"_s;
        QTest::newRow("address") << QByteArray("It fails\n\nSee https://github.com/me/own/issues/5.") << u"me/own#5"_s << u"It fails"_s << u"me/own"_s;
        QTest::newRow("mark inside") << QByteArray("#\xef\xbb\xbfIt fails") << u"issue"_s << u"It fails"_s << u"local/issue"_s;
        QTest::newRow("bracket") << QByteArray("[Bug] It fails") << u"issue"_s << u"[Bug] It fails"_s << u"local/issue"_s;
    }

    void readsPastedText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, key);
        QFETCH(QString, title);
        QFETCH(QString, repository);
        const auto content = parseGithubIssue(text, u"/a/issue.md"_s);
        QVERIFY2(content, problemOf(content));
        QCOMPARE(content->tasks.first().key, key);
        QCOMPARE(content->tasks.first().title, title);
        QCOMPARE(content->tasks.first().repository.name, repository);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto with = [](const QString &key, const QJsonValue &value) {
            QJsonObject object = issue();
            object.insert(key, value);
            return toJsonLine(object);
        };
        QTest::newRow("empty") << QByteArray(" \n") << u"i:1: the file is empty"_s;
        QTest::newRow("cut off") << toJsonLine(issue()).first(40) << u"i:1: not valid JSON"_s;
        QTest::newRow("no title") << with(u"title"_s, QJsonValue()) << u"i:1: \"title\" is missing"_s;
        QTest::newRow("no repository") << with(u"repository_url"_s, u"x"_s).replace("github.com", "example.org") << u"i:1: no address of a repository"_s;
        QTest::newRow("number as text") << with(u"number"_s, u"5"_s) << u"i:1: \"number\" must be a number"_s;
        QTest::newRow("broken UTF-8") << QByteArray("It \xff fails") << u"i:1: it is not valid UTF-8"_s;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto content = parseGithubIssue(bytes, u"i"_s);
        VERIFY_REFUSED(content, startsWith, message);
    }
};

QTEST_APPLESS_MAIN(TestGithubIssueImporter)
#include "tst_githubissueimporter.moc"
