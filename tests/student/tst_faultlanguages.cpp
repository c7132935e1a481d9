#include "core/student/faults/faultsites.h"
#include "core/student/habits.h"

#include "fixtures.h"
#include "languagesamples.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

constexpr std::array otherLanguages{Language::Java, Language::JavaScript, Language::Rust};

/// Mistakes in Java, JavaScript and Rust; those in Python are in tst_faultsites.
class TestFaultLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheMistake_data();
    void makesTheMistake();
    void defaultOfAParameter();
    void dropsImports();
    void leavesOtherProgramsAlone_data() { languages(); }
    void leavesOtherProgramsAlone();
    void everyFamilyEveryBundledReference_data() { languages(); }
    void everyFamilyEveryBundledReference();
    void writesAndRecognises_data() { languages(); }
    void writesAndRecognises();

private:
    static void languages()
    {
        QTest::addColumn<Language>("language");
        for (const Language language : otherLanguages)
            QTest::newRow(qPrintable(toString(language))) << language;
    }
};

/// Families that a language leaves no room for, or that its bundled references do not invite.
static FamilySet absentIn(Language language)
{
    using F = FaultFamily;
    switch (language) {
    case Language::Java: return only(F::DefaultArgument) | only(F::ShallowCopy);   // the references copy no nested lists
    case Language::JavaScript: return only(F::MissingImport);   // the references need no module
    case Language::Rust: return only(F::DefaultArgument) | only(F::MutatedArgument) | only(F::ShallowCopy);
    case Language::Python: break;
    }
    return {};
}

static bool anyLineIs(const QByteArray &text, const QByteArray &wanted)
{
    const QByteArrayList lines = text.split('\n');
    return std::ranges::any_of(lines, [&](const QByteArray &line) { return line.trimmed() == wanted; });
}

void TestFaultLanguages::makesTheMistake_data()
{
    QTest::addColumn<int>("number");
    const auto &samples = fixtures::languageSamples();
    for (size_t i = 0; i < samples.size(); ++i) {
        const QString name = toString(samples[i].language) + u' ' + toString(samples[i].family) + u" %1"_s.arg(i);
        QTest::newRow(qPrintable(name)) << int(i);
    }
}

void TestFaultLanguages::makesTheMistake()
{
    QFETCH(int, number);
    const fixtures::LanguageSample &sample = fixtures::languageSamples().at(size_t(number));
    const QByteArray program = fixtures::asFunction(sample.language, sample.body);
    const Result<SyntaxTree> tree = SyntaxTree::parse(sample.language, program);
    QVERIFY2(!tree->hasError(), program.constData());
    QByteArray got;
    bool found = false;
    for (const FaultSite &site : faultSites(*tree, sample.family)) {
        const QByteArray edited = applied(program, site.pieces);
        found |= edited != program && anyLineIs(edited, sample.wanted);
        got += edited + "---\n";
    }
    QVERIFY2(found, ("got:\n" + got).constData());
}

void TestFaultLanguages::defaultOfAParameter()
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(Language::JavaScript, "function f(x = [], n) {\n    return x;\n}\n");
    const std::vector<FaultSite> sites = faultSites(*tree, FaultFamily::DefaultArgument);
    QCOMPARE(sites.size(), 1);
    QCOMPARE(sites[0].after, QByteArray("function f(x, n) {"));
}

void TestFaultLanguages::dropsImports()
{
    const Result<SyntaxTree> java = SyntaxTree::parse(Language::Java,
        "import java.util.List;\nimport java.util.Map;\n\nclass Solution {\n    static int f(List<String> x) { return 0; }\n}\n");
    QCOMPARE(faultSites(*java, FaultFamily::MissingImport).size(), 1);
    const Result<SyntaxTree> rust = SyntaxTree::parse(Language::Rust,
        "use std::collections::HashSet;\nuse std::cmp::Reverse;\n\nfn f() {\n    let s = HashSet::new();\n}\n");
    QCOMPARE(faultSites(*rust, FaultFamily::MissingImport).size(), 1);
}

void TestFaultLanguages::leavesOtherProgramsAlone()
{
    QFETCH(Language, language);
    const QByteArray program = fixtures::asFunction(language, "// x < 3, x.sort(), \"%02d\"");
    const Result<SyntaxTree> tree = SyntaxTree::parse(language, program);
    for (const FaultFamily family : allFaultFamilies()) {
        if (family != FaultFamily::SyntaxSlip)
            QVERIFY2(faultSites(*tree, family).empty(), qPrintable(toString(family)));
    }
}

void TestFaultLanguages::everyFamilyEveryBundledReference()
{
    QFETCH(Language, language);
    const QList<Task> tasks = fixtures::bundledSuite(language);
    QVERIFY(tasks.size() >= 12);
    QHash<FaultFamily, QSet<QString>> met;
    int broken = 0;
    for (const Task &task : tasks) {
        for (const QString &reference : task.references) {
            const Result<SyntaxTree> tree = SyntaxTree::parse(language, reference.toUtf8());
            QVERIFY2(!tree->hasError(), qPrintable(task.key));
            const SeenProgram program(*tree);
            for (const FaultFamily family : allFaultFamilies()) {
                for (const FaultSite &candidate : candidateSites(program, family)) {
                    for (size_t i = 1; i < candidate.pieces.size(); ++i)
                        QVERIFY(candidate.pieces[i - 1].end <= candidate.pieces[i].start);
                    const std::optional<FaultSite> site = triedOut(program, candidate);
                    broken += site ? 0 : 1;
                    if (!site) {
                        qInfo("not used: %s %s\n%s", qPrintable(task.key), qPrintable(toString(family)),
                            applied(tree->source(), candidate.pieces).constData());
                        continue;
                    }
                    QVERIFY(site->line >= 1 && site->line <= tree->source().count('\n') + 1);
                    met[family].insert(task.key);
                }
            }
        }
    }
    int families = 0;
    for (const FaultFamily family : allFaultFamilies()) {
        const qsizetype count = met.value(family).size();
        qInfo("%-20s %2lld of %lld tasks", qPrintable(toString(family)), qlonglong(count), qlonglong(tasks.size()));
        families += count > 0 ? 1 : 0;
        QVERIFY2((count > 0) != holds(absentIn(language), family), qPrintable(toString(family)));
    }
    qInfo("%s: %d families; %d candidates were of no use", qPrintable(toString(language)), families, broken);
    QVERIFY(families >= 14);
}

void TestFaultLanguages::writesAndRecognises()
{
    QFETCH(Language, language);
    const Textbook book(fixtures::bundledSuite(language));
    const Habits habits(book, 1, fixtures::parameters().faults);
    for (qsizetype i = 0; i < book.size(); ++i) {
        const TaskHabits &task = habits.of(i);
        QVERIFY(task.applicable.any());
        QCOMPARE(task.references.size(), size_t(book.task(i).references.size()));
        for (int reference = 0; reference < int(task.references.size()); ++reference) {
            const FamilySet all = FamilySet().set().reset(size_t(FaultFamily::SyntaxSlip) - 1);
            const WrittenProgram together = Habits::write(task, reference, all);
            QVERIFY2(!SyntaxTree::parse(language, together.code)->hasError(), together.code.constData());
            for (const FaultFamily family : allFaultFamilies()) {
                const WrittenProgram written = Habits::write(task, reference, only(family));
                const bool broken = SyntaxTree::parse(language, written.code)->hasError();
                QCOMPARE(broken, !written.faults.empty() && family == FaultFamily::SyntaxSlip);
                QCOMPARE(written.faults.empty(), written.code == task.references[size_t(reference)].program);
                if (!holds(task.applicable, family))
                    continue;
                const auto known = Habits::recognise(task, written.code.trimmed() + "\n\n");
                QVERIFY(known.has_value());
                QCOMPARE(known->families(), written.families());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestFaultLanguages)
#include "tst_faultlanguages.moc"
