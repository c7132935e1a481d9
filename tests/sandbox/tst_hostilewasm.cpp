#include "core/runners/runnerfactory.h"
#include "hostileprogram.h"

#include <QDir>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr WasmWalls allWalls[] = {WasmWalls::Bubblewrap, WasmWalls::Filter};

QString nameOf(WasmWalls walls)
{
    return walls == WasmWalls::Filter ? u"filter alone"_s : u"bubblewrap"_s;
}

/// A machine of WebAssembly is slower, and its endless loops are ended all the same.
Execution attackHere(Language language, const QString &code, Isolation isolation)
{
    Execution execution = attackExecution(language, code, isolation);
    execution.limits.cpuMs = 2500;
    execution.limits.wallMs = 30'000; // so that a busy machine is not taken for a lazy program
    execution.limits.memoryMb = 96;
    return execution;
}

/// Reads no folder that only the other sandboxes show.
QString honestHere(Language language)
{
    return language == Language::JavaScript ? u"const attack = () => 42;\n"_s : honestProgram(language);
}

} // namespace

/// What attacks the other sandboxes, and programs made against the machines of WebAssembly (hostile/wasm; their heads say how
/// that must end), with and without bubblewrap around them.
class TestHostileWasm : public QObject
{
    Q_OBJECT

private:
    std::map<WasmWalls, std::unique_ptr<Runner>> m_runners;

    void rowsFor(const QString &folder, bool exact)
    {
        const QDir programs(QStringLiteral(AUTODIDACT_SOURCE_DIR "/tests/sandbox/") + folder);
        const char *place = exact ? "wasm/" : "";
        for (const QString &name : programs.entryList({u"*.py"_s, u"*.js"_s, u"*.rs"_s}, QDir::Files, QDir::Name)) {
            const QString path = programs.filePath(name);
            const std::map<QString, QString> head = readHead(readProgram(path));
            const bool shares = sharesProcess(languageOf(name));
            for (const WasmWalls walls : allWalls) {
                if (languageOf(name) == Language::Rust && walls == WasmWalls::Filter)
                    continue; // compiled in bubblewrap, or not at all
                QTest::addRow("%s%s, %s", place, qPrintable(name), qPrintable(nameOf(walls)))
                    << path << walls << (shares ? Isolation::InProcess : Isolation::Split) << exact;
                if (exact && !shares && !head.contains(u"split only"_s)) {
                    QTest::addRow("%s%s, %s, in-process", place, qPrintable(name), qPrintable(nameOf(walls)))
                        << path << walls << Isolation::InProcess << exact;
                }
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const WasmWalls walls : allWalls) {
            Result<std::unique_ptr<Runner>> made = resolved({.gear = SandboxGear::Wasm, .jobs = 1, .walls = walls})
                                                       .and_then([](const SandboxOptions &options) { return makeRunner(options); });
            if (!made)
                QSKIP(qPrintable(made.error().detail));
            m_runners[walls] = std::move(*made);
        }
    }

    void attack_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<WasmWalls>("walls");
        QTest::addColumn<Isolation>("isolation");
        QTest::addColumn<bool>("exact");
        rowsFor(u"hostile/wasm"_s, true);
        rowsFor(u"hostile"_s, false);
    }

    void attack()
    {
        QFETCH(const QString, path);
        QFETCH(const WasmWalls, walls);
        QFETCH(const Isolation, isolation);
        QFETCH(const bool, exact);
        const QString code = readProgram(path);
        QVERIFY(!code.isEmpty());
        std::map<QString, QString> head = readHead(code);
        const Language language = languageOf(path);
        if (const QString tool = missingTool(language); !tool.isEmpty())
            QSKIP(qPrintable(tool + u" is not installed"_s));
        Runner &runner = *m_runners.at(walls);
        const Result<Verdict> verdict = runner.run(attackHere(language, code, isolation), {});
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        const QString story = toString(verdict->errorClass) + u": "_s + verdict->errorDetail + u" | "_s + verdict->output.left(400);
        const QString here = head[u"wasm"_s]; // where that differs
        const bool harmless = here == u"none"; // it reaches nothing of what it attacks, and then tells the right answer
        QVERIFY2(verdict->passed == harmless, qPrintable(story));
        QVERIFY2(verdict->counts(), qPrintable(story));
        QVERIFY2(toString(verdict->errorClass) == (here.isEmpty() ? head[u"class"_s] : here), qPrintable(story));
        if (exact)
            QVERIFY2(verdict->tampering == head.contains(u"tampering"_s), qPrintable(story));
        QCOMPARE(verdict->infrastructureRetries, 0);

        const Result<Verdict> next = runner.run(attackHere(language, honestHere(language), isolation), {});
        QVERIFY(next);
        QVERIFY2(next->passed, qPrintable(next->errorDetail + next->output));
        QCOMPARE(next->infrastructureRetries, 0);
    }
};

QTEST_GUILESS_MAIN(TestHostileWasm)
#include "tst_hostilewasm.moc"
