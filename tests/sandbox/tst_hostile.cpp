#include "containerobstacle.h"
#include "core/runners/runnerfactory.h"
#include "ordinaryuser.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <map>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Each program in hostile/ attacks; its head says how that must end. The test that it must not
/// pass: attack() == 42.
class tst_Hostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attack_data();
    void attack();

private:
    Result<Runner *> runner(SandboxGear gear, bool ordinary);

    OrdinaryUser m_ordinaryUser;
    std::map<std::pair<SandboxGear, bool>, std::unique_ptr<Runner>> m_runners;
};

namespace {

QString readProgram(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the comment lines at the top of a program say: "# key: value" or "# key", outside Python after "// ".
std::map<QString, QString> readHead(const QString &program)
{
    std::map<QString, QString> head;
    for (const QString &line : program.split(u'\n')) {
        const qsizetype begin = line.startsWith(u"# "_s) ? 2 : line.startsWith(u"// "_s) ? 3 : 0;
        if (begin == 0)
            break;
        const qsizetype colon = line.indexOf(u": "_s);
        head[line.mid(begin, colon < 0 ? -1 : colon - begin)] = colon < 0 ? QString() : line.mid(colon + 2);
    }
    return head;
}

Language languageOf(const QString &file)
{
    if (file.endsWith(u".java"_s))
        return Language::Java;
    if (file.endsWith(u".rs"_s))
        return Language::Rust;
    return file.endsWith(u".js"_s) ? Language::JavaScript : Language::Python;
}

/// The test that an attack must not pass.
QString testFor(Language language)
{
    switch (language) {
    case Language::Python: return u"answer = 'hidden:42'\nassert attack() == int(answer[7:])\n"_s;
    case Language::JavaScript:
        return u"const answer = 'hidden:42';\nassert.strictEqual(await attack(), Number(answer.slice(7)));\n"_s;
    case Language::Java:
        return u"String answer = \"hidden:42\";\nassertEquals(Integer.parseInt(answer.substring(7)), Solution.attack());\n"_s;
    case Language::Rust:
        return u"let answer = \"hidden:42\";\nassert_eq!(attack(), answer[7..].parse::<i64>().unwrap());\n"_s;
    }
    return {};
}

/// Fixes the type of what the program answers, where a language knows types.
QString starterFor(Language language)
{
    if (language == Language::Java)
        return u"class Solution {\n    static int attack() {\n        return 0;\n    }\n}\n"_s;
    return language == Language::Rust ? u"pub fn attack() -> i64 {\n    todo!()\n}\n"_s : QString();
}

/// A program that passes it, if nothing is left in its work folder.
QString honestProgram(Language language)
{
    switch (language) {
    case Language::Python: return u"import os\ndef attack():\n    return 42 if os.listdir('/work') == [] else 0\n"_s;
    case Language::JavaScript:
        return u"const attack = () => require('fs').readdirSync('/work').length === 0 ? 42 : 0;\n"_s;
    case Language::Java:
        return u"class Solution { static int attack() { return new java.io.File(\"/work/left\").exists() ? 0 : 42; } }\n"_s;
    case Language::Rust:
        return u"pub fn attack() -> i64 { if std::path::Path::new(\"/work/left\").exists() { 0 } else { 42 } }\n"_s;
    }
    return {};
}

/// Java and Rust have program and tests in one process.
bool sharesProcess(Language language)
{
    return language == Language::Java || language == Language::Rust;
}

QString missingTool(Language language)
{
    const QString tool = language == Language::JavaScript ? u"node"_s
        : language == Language::Java                      ? u"javac"_s
        : language == Language::Rust                      ? u"rustc"_s
                                                          : u"python3"_s;
    return QStandardPaths::findExecutable(tool).isEmpty() ? tool : QString();
}

Execution execution(Language language, const QString &code, Isolation isolation)
{
    Execution execution;
    execution.language = language;
    execution.code = code;
    execution.isolation = isolation;
    execution.entryPoint = u"attack"_s;
    execution.starter = starterFor(language);
    execution.tests << TestCase{u"hidden"_s, testFor(language)};
    execution.limits = {.cpuMs = 400,
        .wallMs = 1500,
        .memoryMb = 256,
        .processes = 16,
        .fileMb = 16,
        .outputKb = 64};
    return execution;
}

bool hasControlGroups()
{
    const Result<SandboxOptions> options = resolved({});
    return options && QProcess::execute(options->helperPath, {u"check-group"_s}) == 0;
}

} // namespace

Result<Runner *> tst_Hostile::runner(SandboxGear gear, bool ordinary)
{
    std::unique_ptr<Runner> &place = m_runners[{gear, ordinary}];
    if (!place) {
        Result<SandboxOptions> options = resolved({.gear = gear, .jobs = 1});
        if (!options)
            return std::unexpected(options.error());
        Result<std::unique_ptr<Runner>> made =
            makeRunner(ordinary ? m_ordinaryUser.apply(*options) : *options);
        if (!made)
            return std::unexpected(made.error());
        place = std::move(*made);
    }
    return place.get();
}

void tst_Hostile::attack_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<SandboxGear>("gear");
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<bool>("ordinary");
    const QDir folder(QStringLiteral(AUTODIDACT_SOURCE_DIR "/tests/sandbox/hostile"));
    const QStringList names = folder.entryList({u"*.py"_s, u"*.js"_s, u"*.java"_s, u"*.rs"_s}, QDir::Files, QDir::Name);
    QVERIFY(names.size() > 130);
    for (const bool ordinary : {false, true}) {
        for (const QString &name : names) {
            const bool valuesCross =
                readHead(readProgram(folder.filePath(name)))[u"in-process"_s] == u"skip";
            const auto row = [&](const char *kind, SandboxGear gear, Isolation isolation) {
                QTest::addRow("%s, %s%s", qPrintable(name.endsWith(u".py"_s) ? name.chopped(3) : name), kind,
                    ordinary ? ", ordinary user" : "")
                    << folder.filePath(name) << gear << isolation << ordinary;
            };
            if (sharesProcess(languageOf(name))) {
                row("in-process", SandboxGear::Warm, Isolation::InProcess);
                continue;
            }
            row("split", SandboxGear::Warm, Isolation::Split);
            if (!valuesCross) // in one process none does
                row("in-process", SandboxGear::Warm, Isolation::InProcess);
            row("single", SandboxGear::Single, Isolation::Split);
            if (ordinary)
                continue; // a container's users are others than the one who starts it
            row("container", SandboxGear::Container, Isolation::Split);
            if (!valuesCross)
                row("container, in-process", SandboxGear::Container, Isolation::InProcess);
        }
    }
}

void tst_Hostile::attack()
{
    QFETCH(const QString, file);
    QFETCH(const SandboxGear, gear);
    QFETCH(const Isolation, isolation);
    QFETCH(const bool, ordinary);
    if (ordinary && !m_ordinaryUser.obstacle().isEmpty())
        QSKIP(qPrintable(m_ordinaryUser.obstacle()));
    if (gear == SandboxGear::Container && !containerObstacle().isEmpty())
        QSKIP(qPrintable(containerObstacle()));
    const Language language = languageOf(file);
    if (const QString tool = missingTool(language); !tool.isEmpty())
        QSKIP(qPrintable(tool + u" is not installed"_s));
    const QString code = readProgram(file);
    QVERIFY(!code.isEmpty());
    const std::map<QString, QString> head = readHead(code);
    if (head.contains(u"needs a control group"_s) && (ordinary || !hasControlGroups()))
        QSKIP("no control group can be made");
    const bool inProcess = isolation == Isolation::InProcess;
    QString expected = head.at(u"class"_s);
    if (inProcess && head.contains(u"in-process"_s))
        expected = head.at(u"in-process"_s);

    const Result<Runner *> sandbox = runner(gear, ordinary);
    QVERIFY2(sandbox, sandbox ? "" : qPrintable(sandbox.error().detail));
    const Result<Verdict> verdict = (*sandbox)->run(execution(language, code, isolation), {});
    QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
    const QString story = toString(verdict->errorClass) + u": "_s + verdict->errorDetail + u" | "_s
        + verdict->output.left(400);
    QVERIFY2(toString(verdict->errorClass) == expected, qPrintable(story));
    QCOMPARE(verdict->passed, expected == u"none");
    const bool tampering =
        head.contains(u"tampering"_s) || (inProcess && head.contains(u"in-process-tampering"_s));
    QVERIFY2(verdict->tampering == tampering, qPrintable(story));
    QCOMPARE(verdict->infrastructureRetries, 0);

    // The next attempt on the same server is unharmed, and finds nothing of the last one.
    const Result<Verdict> next = (*sandbox)->run(execution(language, honestProgram(language), isolation), {});
    QVERIFY(next);
    QVERIFY2(next->passed, qPrintable(next->errorDetail));
    QCOMPARE(next->infrastructureRetries, 0);
}

QTEST_GUILESS_MAIN(tst_Hostile)
#include "tst_hostile.moc"
