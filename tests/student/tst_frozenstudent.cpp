#include "core/base/hash.h"
#include "core/student/simulatedstudent.h"
#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What a student answers is part of every finished run that it played: it must go on answering the
/// same.
class TestFrozenStudent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAsItAlwaysDid_data();
    void answersAsItAlwaysDid();
};

namespace {

ChatRequest reviewOf(const Task &task, const QString &code, quint64 seed)
{
    ChatRequest request;
    request.messages = {{ChatRole::System, u"You are a reviewer."_s},
        {ChatRole::User,
            fixtures::taskSection(task)
                + u"\n## Attempt\n```%1\n%2```\n\n## Test results\nError class: logic\nTest: assert f(1) == 2\n"_s
                    .arg(toString(task.language), code)}};
    request.seed = seed;
    return request;
}

ChatRequest editOf(const QString &reflections, quint64 seed)
{
    ChatRequest request;
    request.messages = {{ChatRole::System, u"You are a prompt editor."_s},
        {ChatRole::User,
            u"## Rules\n- [r1] Be brief.\n- [r2] Do not bother about duplicates.\n\n## Reflections\n"_s
                + reflections}};
    request.seed = seed;
    return request;
}

} // namespace

void TestFrozenStudent::answersAsItAlwaysDid_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<WorldKind>("world");
    QTest::addColumn<QString>("skill");
    QTest::addColumn<QString>("hash");
    QTest::newRow("python helpful")
        << Language::Python << WorldKind::Helpful << QString()
        << u"e110892fb16f44c96c816199707803a9969e5f1c101127a39186670fe7f4de5e"_s;
    QTest::newRow("java mixed")
        << Language::Java << WorldKind::Mixed << QString()
        << u"63e60c93a570c0a09b3ce40f6163d31262d769def78f3b6829de46d1e5634fe7"_s;
    QTest::newRow("javascript adverse")
        << Language::JavaScript << WorldKind::Adverse << QString()
        << u"b8220273f0c91c84aaa5253dc4d0a5787f8eefdcb4a17af85f2e21d99557ade7"_s;
    QTest::newRow("rust null")
        << Language::Rust << WorldKind::Null << QString()
        << u"b7584626296340d9ea739ce1fb223b4850938b953ddfca069ee63ce316aa06f7"_s;
    QTest::newRow("python novice")
        << Language::Python << WorldKind::Helpful << u"novice"_s
        << u"744413b634db50cc879ac957bc10c6b810f938e849dec27fe73a5a444f4e129d"_s;
    QTest::newRow("python expert")
        << Language::Python << WorldKind::Mixed << u"expert"_s
        << u"22f54d6de2ecfe588d751616e98724f75841a789c96ad9a693d052e43d5ba1c3"_s;
}

/// Drafts with and without help, retries, reviews and edits. The hashes were taken before the
/// parameters became a file.
void TestFrozenStudent::answersAsItAlwaysDid()
{
    QFETCH(Language, language);
    QFETCH(WorldKind, world);
    QFETCH(QString, skill);
    const QList<Task> tasks = fixtures::bundledSuite(language);
    StudentOptions options;
    options.world = world;
    options.worldSeed = 7;
    options.skill = skill;
    const auto student = SimulatedStudent::create(tasks, options).value();
    QString all;
    const auto ask = [&](const ChatRequest &request) {
        const ChatReply reply = student->complete(request, {}, {}).value_or(ChatReply());
        all += reply.text + reply.manifest;
        return reply;
    };
    const QStringList rules =
        fixtures::allRemedies(student->lore()).first(9) + student->lore().uselessRules().first(1);
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        const Task &task = tasks[i];
        const quint64 seed = quint64(i) * 11 + 3;
        const QString code = fixtures::codeOf(ask(fixtures::codeRequest(task, seed)), language);
        const QString memory =
            u"## Memories\n### Memory 1: x\nA solved problem: %1\n```\n%2\n```\n\n"_s.arg(
                tasks[(i + 1) % tasks.size()].statement,
                tasks[(i + 1) % tasks.size()].references[0]);
        ask(fixtures::codeRequest(task, seed + 1, 0.6, rules, memory));
        const QString retry =
            u"\n## Previous attempt\n```\n%1\n```\n\n## Test results\nError class: logic\n\n## Reflection\nCause: boundary\n"_s
                .arg(code.trimmed());
        ask(fixtures::codeRequest(task, seed + 2, 0.2, rules, QString(9000, u'x') + u'\n', retry));
        ask(reviewOf(task, code, seed));
        ask(editOf(u"- boundary: %1\n- operator: x\n"_s.arg(i), seed));
    }
    QTEST(sha256Hex(all), "hash");
}

QTEST_GUILESS_MAIN(TestFrozenStudent)
#include "tst_frozenstudent.moc"
