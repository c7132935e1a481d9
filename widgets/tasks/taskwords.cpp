#include "widgets/tasks/taskwords.h"

#include "widgets/base/domainwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace autodidact::taskwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TaskWords)
};

QString redReference(const TaskFinding &finding)
{
    const bool visible = finding.scope == Visibility::Visible;
    const int number = finding.index + 1;
    if (finding.test.isEmpty())
        return visible ? Words::tr("Reference %1 is red on the visible tests.").arg(number) : Words::tr("Reference %1 is red on the hidden tests.").arg(number);
    return visible ? Words::tr("Reference %1 is red on the visible test “%2”.").arg(number).arg(finding.test)
                   : Words::tr("Reference %1 is red on the hidden test “%2”.").arg(number).arg(finding.test);
}

} // namespace

QString language(Language language)
{
    switch (language) {
    case Language::Python: return u"Python"_s;
    case Language::Java: return u"Java"_s;
    case Language::JavaScript: return u"JavaScript"_s;
    case Language::Rust: return u"Rust"_s;
    }
    return {};
}

QString kind(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Function: return Words::tr("Function");
    case TaskKind::Program: return Words::tr("Program (standard input)");
    case TaskKind::Files: return Words::tr("Test files");
    case TaskKind::Repository: return Words::tr("Repository");
    }
    return {};
}

QString scope(Visibility scope)
{
    return scope == Visibility::Visible ? Words::tr("Visible", "test") : Words::tr("Hidden", "test");
}

QString isolation(Isolation isolation)
{
    return isolation == Isolation::Split ? Words::tr("Program and tests in two processes") : Words::tr("In one process");
}

QString finding(const TaskFinding &finding)
{
    const QString &test = finding.test;
    switch (finding.code) {
    case FindingCode::NoKey: return Words::tr("The task has no key.");
    case FindingCode::BadKey: return Words::tr("The key holds a space.");
    case FindingCode::KeyTaken: return Words::tr("Another task of this suite has this key.");
    case FindingCode::NoStatement: return Words::tr("The statement is empty.");
    case FindingCode::NoEntryPoint: return Words::tr("The entry point is empty.");
    case FindingCode::NoHiddenTests: return Words::tr("There is no hidden test: nothing can be judged.");
    case FindingCode::EmptyTest: return Words::tr("The test “%1” is empty.").arg(test);
    case FindingCode::BadPath: return Words::tr("The path “%1” does not stay below the work folder.").arg(test);
    case FindingCode::NoRepositoryName: return Words::tr("The repository has neither a name nor a folder.");
    case FindingCode::ReferenceRed: return redReference(finding);
    case FindingCode::StarterGreen: return Words::tr("The starter code is green on the hidden tests: nothing is left to do.");
    case FindingCode::EmptyGreen: return Words::tr("An empty program is green on the hidden tests: they test nothing.");
    case FindingCode::NoReference: return Words::tr("There is no reference solution: nothing shows that the task can be solved.");
    case FindingCode::SameTest: return Words::tr("The visible test “%1” is a hidden test, too.").arg(test);
    case FindingCode::TestNameTwice: return Words::tr("The name “%1” comes twice.").arg(test);
    case FindingCode::NoFolder: return Words::tr("The folder of the local clone is empty.");
    case FindingCode::NoBaseCommit: return Words::tr("The base commit is empty.");
    case FindingCode::NoFailToPass: return Words::tr("No test is named that must turn green.");
    case FindingCode::NotRunHere: return Words::tr("Not run: that takes a local clone, a base commit, test commands and an accepted patch.");
    case FindingCode::NotJudged: return Words::tr("The reference could not be run on this machine: whether the task is sound was not checked.");
    }
    return {};
}

QString detail(const TaskFinding &finding)
{
    QStringList parts;
    if (finding.code == FindingCode::ReferenceRed && finding.errorClass != ErrorClass::None)
        parts.append(Words::tr("Class: %1", "error class").arg(words::errorClass(finding.errorClass)));
    if (!finding.message.isEmpty())
        parts.append(finding.message);
    if (!finding.expected.isEmpty() && !finding.message.contains(finding.expected))
        parts.append(Words::tr("Expected: %1").arg(finding.expected));
    if (!finding.actual.isEmpty() && !finding.message.contains(finding.actual))
        parts.append(Words::tr("Got: %1").arg(finding.actual));
    if (finding.line > 0)
        parts.append(Words::tr("Line %1").arg(finding.line));
    return parts.join(u'\n');
}

QString remedy(FindingCode code)
{
    switch (code) {
    case FindingCode::NoKey:
    case FindingCode::BadKey:
    case FindingCode::KeyTaken: return Words::tr("Give it a name of its own without spaces, such as “row_of_chairs”.");
    case FindingCode::NoStatement: return Words::tr("Say what the program must do.");
    case FindingCode::NoEntryPoint: return Words::tr("Name the function that the tests call.");
    case FindingCode::NoHiddenTests: return Words::tr("Add a hidden test.");
    case FindingCode::EmptyTest: return Words::tr("Write the test, or remove it.");
    case FindingCode::BadPath: return Words::tr("Use a path such as “tests/test_area.py”.");
    case FindingCode::ReferenceRed: return Words::tr("Correct the reference or the test.");
    case FindingCode::StarterGreen: return Words::tr("Take the solution out of the starter code, or test more.");
    case FindingCode::EmptyGreen: return Words::tr("Add a hidden test that fails without a solution.");
    case FindingCode::SameTest: return Words::tr("Change one of the two: a test that the agent has seen decides nothing.");
    case FindingCode::TestNameTwice: return Words::tr("Give every test a name of its own.");
    default: return {};
    }
}

QStringList list(const QString &text)
{
    QString even = text;
    even.replace(u'，', u',').replace(u'、', u',');
    QStringList words;
    for (const QString &word : even.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = word.trimmed(); !trimmed.isEmpty() && !words.contains(trimmed))
            words.append(trimmed);
    }
    return words;
}

} // namespace autodidact::taskwords
