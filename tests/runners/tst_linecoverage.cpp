#include "core/runners/coverage/linecoverage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const QString file = u"src/solution.js"_s;

struct Stretch {
    QString text; ///< first place of it in the program
    int count = 0;
};

/// What V8 would say: one function of all, and stretches within.
QByteArray v8Report(const QString &url, const QString &code, const QList<Stretch> &stretches)
{
    const auto range = [](qsizetype start, qsizetype end, int count) {
        return QJsonObject{{u"startOffset"_s, start}, {u"endOffset"_s, end}, {u"count"_s, count}};
    };
    QJsonArray functions{QJsonObject{{u"ranges"_s, QJsonArray{range(0, code.size(), 1)}}}};
    for (const Stretch &stretch : stretches) {
        const qsizetype at = code.indexOf(stretch.text);
        functions << QJsonObject{{u"ranges"_s, QJsonArray{range(at, at + stretch.text.size(), stretch.count)}}};
    }
    const QJsonObject script{{u"url"_s, url}, {u"functions"_s, functions}};
    return QJsonDocument(QJsonObject{{u"result"_s, QJsonArray{script}}}).toJson();
}

} // namespace

Q_DECLARE_METATYPE(QList<Stretch>)

/// What reports say of the lines of a program, and what forged ones cannot.
class TestLineCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLcov_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("covered");
        QTest::addColumn<QList<int>>("missed");
        QTest::newRow("lines") << u"SF:/work/src/solution.js\nDA:1,2\nDA:3,0\nend_of_record\n"_s << QList{1} << QList{3};
        QTest::newRow("in two parts") << u"SF:solution.js\nDA:1,0\nDA:2,0\nSF:solution.js\nDA:1,1\n"_s << QList{1} << QList{2};
        QTest::newRow("other file") << u"SF:/work/src/other.js\nDA:1,2\n"_s << QList<int>() << QList<int>();
        QTest::newRow("end of a name") << u"SF:/work/src/mysolution.js\nDA:1,2\n"_s << QList<int>() << QList<int>();
        QTest::newRow("no such lines") << u"SF:solution.js\nDA:-1,1\nDA:0,1\nDA:4,1\nDA:99999999999999,0\nDA:x,1\nDA:3,1\n"_s << QList{3} << QList<int>();
        QTest::newRow("no report") << u"DA:1,1\n\x01\x02"_s << QList<int>() << QList<int>();
    }

    void readsLcov()
    {
        QFETCH(QString, text);
        const LineCoverage lines = readLcov(text, file, u"a\nb\nc"_s);
        QTEST(lines.covered, "covered");
        QTEST(lines.missed, "missed");
    }

    void readsIstanbul()
    {
        const QByteArray json = R"({"/work/src/solution.js": {"statementMap": {"0": {"start": {"line": 1}}, "1": {"start": {"line": 2}},
            "2": {"start": {"line": 2}}, "3": {"start": {"line": 3}}, "4": {"start": {"line": 700}}, "5": 7},
            "s": {"0": 1, "1": 0, "2": 4, "3": 0, "4": 1}}, "other.js": {"statementMap": {"0": {"start": {"line": 3}}}, "s": {"0": 1}}})";
        QCOMPARE(readIstanbul(json, file, u"a\nb\nc"_s), (LineCoverage{{1, 2}, {3}}));
        QCOMPARE(readIstanbul("[1, 2", file, u"a"_s), LineCoverage());
        QCOMPARE(readIstanbul(R"({"solution.js": 7})", file, u"a"_s), LineCoverage());
    }

    void readsV8_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QList<Stretch>>("stretches");
        QTest::addColumn<QList<int>>("covered");
        QTest::addColumn<QList<int>>("missed");
        const QString branch = u"f = (a) => {\n  if (a) {\n    return 1;\n  }\n  return 2;\n};\n"_s;
        QTest::newRow("all ran") << branch << QList<Stretch>{} << QList{1, 2, 3, 5} << QList<int>();
        QTest::newRow("a branch that did not") << branch << QList<Stretch>{{u"{\n    return 1;\n  }"_s, 0}} << QList{1, 2, 5} << QList{3};
        QTest::newRow("one within that did") << branch << QList<Stretch>{{u"(a) => {\n  if (a) {\n    return 1;\n  }\n  return 2;\n}"_s, 0}, {u"return 1"_s, 1}}
                                             << QList{1, 3} << QList{2, 5};
        QTest::newRow("half a line") << u"x && y;\n"_s << QList<Stretch>{{u"y"_s, 0}} << QList{1} << QList<int>();
        QTest::newRow("comments") << u"// no\n/* no\n no */\n\nx;\n"_s << QList<Stretch>{} << QList{5} << QList<int>();
        QTest::newRow("other letters") << u"// 数字 𝔸 é\nx;\n/* 数 */ y;\n"_s << QList<Stretch>{{u"y"_s, 0}} << QList{2} << QList{3};
    }

    void readsV8()
    {
        QFETCH(QString, code);
        QFETCH(QList<Stretch>, stretches);
        const LineCoverage lines = readV8({v8Report(u"file:///work/src/solution.js"_s, code, stretches)}, file, code);
        QTEST(lines.covered, "covered");
        QTEST(lines.missed, "missed");
    }

    void joinsProcesses()
    {
        const QString code = u"x();\ny();\nz();\n"_s;
        const QString url = u"file:///work/src/solution.js"_s;
        const LineCoverage lines = readV8({v8Report(url, code, {{u"x()"_s, 0}, {u"z()"_s, 0}}), v8Report(url, code, {{u"y()"_s, 0}, {u"z()"_s, 0}}),
                                              v8Report(u"file:///work/other.js"_s, code, {})}, file, code);
        QCOMPARE(lines, (LineCoverage{{1, 2}, {3}}));
    }

    void bearsForgedV8Reports()
    {
        const QString code = u"x();\n"_s;
        QByteArray endless = "{\"result\":[";
        for (int i = 0; i < 20'000; ++i)
            endless += R"({"url":"file:///work/src/solution.js","functions":[{"ranges":[{"startOffset":-5,"endOffset":1e18,"count":1}]}]},)";
        endless += "1]}";
        QCOMPARE(readV8({endless}, file, code).covered, QList{1});
        QCOMPARE(readV8({"{", "[]", "7", QByteArray(), R"({"result": {"a": 1}})", R"({"result": [{"url": 3, "functions": 4}]})"}, file, code), LineCoverage());
        QCOMPARE(readV8({QByteArray(5 << 20, '[')}, file, code), LineCoverage());
    }
};

QTEST_GUILESS_MAIN(TestLineCoverage)
#include "tst_linecoverage.moc"
