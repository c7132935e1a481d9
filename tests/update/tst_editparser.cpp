#include "core/update/editparser.h"

#include <QJsonArray>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestEditParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnswers_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QList<RuleEdit>>("edits");
        const RuleEdit add{RuleEditKind::Add, {}, u"Mind the {empty} list."_s, u"two failed"_s};
        const QString json = u"{\"edits\":[{\"action\":\"add\",\"rules\":[],\"text\":\"Mind the {empty} list.\",\"reason\":\"two failed\"}]}"_s;
        QTest::newRow("plain") << json << QList<RuleEdit>{add};
        QTest::newRow("in a fence") << u"```json\n"_s + json + u"\n```\n"_s << QList<RuleEdit>{add};
        QTest::newRow("in prose with braces") << u"I think {so}. Here: "_s + json + u" Good {luck}!"_s << QList<RuleEdit>{add};
        QTest::newRow("no edits") << u"{\"edits\": []}"_s << QList<RuleEdit>{};
        QTest::newRow("quotes in strings") << u"{\"edits\":[{\"action\":\"ADD\",\"text\":\"Say \\\"}\\\" once\"}]}"_s
                                           << QList<RuleEdit>{{RuleEditKind::Add, {}, u"Say \"}\" once"_s, {}}};
        QTest::newRow("ids in brackets, twice") << u"{\"edits\":[{\"action\":\"merge\",\"rules\":[\"[r1]\",\"R2\",\"r1\"],\"text\":\"a\\n  b\"}]}"_s
                                                << QList<RuleEdit>{{RuleEditKind::Merge, {u"r1"_s, u"r2"_s}, u"a b"_s, {}}};
        QTest::newRow("a drop needs no text") << u"{\"edits\":[{\"action\":\"drop\",\"rules\":[\"r3\"],\"text\":\"ignored\"}]}"_s
                                              << QList<RuleEdit>{{RuleEditKind::Drop, {u"r3"_s}, {}, {}}};
    }

    void readsAnswers()
    {
        QFETCH(const QString, answer);
        QFETCH(const QList<RuleEdit>, edits);
        const auto read = parseEdits(answer);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(*read, edits);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("message");
        QTest::newRow("prose") << u"I would add a rule."_s << u"no JSON object"_s;
        QTest::newRow("empty") << QString() << u"no JSON object"_s;
        QTest::newRow("cut off") << u"{\"edits\":[{\"action\":\"add\""_s << u"not valid JSON"_s;
        QTest::newRow("other key") << u"{\"changes\":[]}"_s << u"\"edits\" is missing"_s;
        QTest::newRow("no list") << u"{\"edits\":\"none\"}"_s << u"must be a list"_s;
        QTest::newRow("action") << u"{\"edits\":[{\"action\":\"rewrite\",\"text\":\"x\"}]}"_s << u"edit 1: \"action\" must be"_s;
        QTest::newRow("text") << u"{\"edits\":[{\"action\":\"add\",\"text\":\" \"}]}"_s << u"edit 1: \"text\" must be"_s;
        QTest::newRow("rules") << u"{\"edits\":[{\"action\":\"drop\",\"rules\":\"r1\"}]}"_s << u"edit 1: \"rules\" must be"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(const QString, answer);
        QFETCH(const QString, message);
        const auto read = parseEdits(answer);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QVERIFY2(read.error().detail.contains(message), qPrintable(read.error().detail));
    }

    void schemaNamesEveryAction()
    {
        const QJsonObject edit = editSchema()[u"properties"_s][u"edits"_s][u"items"_s].toObject();
        const QJsonArray actions = edit[u"properties"_s][u"action"_s][u"enum"_s].toArray();
        QCOMPARE(actions.size(), 4);
        for (const QJsonValue &action : actions) {
            const QString answer = u"{\"edits\":[{\"action\":\"%1\",\"rules\":[\"r1\"],\"text\":\"t\"}]}"_s.arg(action.toString());
            QCOMPARE(toJson(parseEdits(answer)->first())[u"action"_s], action);
        }
    }
};

QTEST_GUILESS_MAIN(TestEditParser)
#include "tst_editparser.moc"
