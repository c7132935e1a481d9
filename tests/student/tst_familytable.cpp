#include "core/student/faults/faultsites.h"
#include "core/student/habits.h"
#include "fixtures.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

constexpr std::array languages{
    Language::Python, Language::Java, Language::JavaScript, Language::Rust};
constexpr int leastFamilies = 14;

/// Which mistakes the student can make in the bundled suites, language by language.
class TestFamilyTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void atLeastFourteenInEveryLanguage();
    void allOfThemAreMadeByStudents();

private:
    using Table = std::array<std::array<int, faultFamilyCount>, languages.size()>;
    static void print(const char *title, const Table &table);
};

void TestFamilyTable::print(const char *title, const Table &table)
{
    QString text = u"%1\n%2"_s.arg(QLatin1StringView(title), QString(20, u' '));
    for (const Language language : languages)
        text += toString(language).rightJustified(12);
    for (const FaultFamily family : allFaultFamilies()) {
        text += u'\n' + toString(family).leftJustified(20);
        for (const auto &counts : table)
            text += QString::number(counts.at(size_t(family) - 1)).rightJustified(12);
    }
    text += u'\n' + u"families"_s.leftJustified(20);
    for (const auto &counts : table)
        text += QString::number(std::ranges::count_if(counts, [](int count) {
            return count > 0;
        })).rightJustified(12);
    qInfo("%s", qPrintable(text));
    for (const auto &counts : table)
        QVERIFY(
            std::ranges::count_if(counts, [](int count) { return count > 0; }) >= leastFamilies);
}

void TestFamilyTable::atLeastFourteenInEveryLanguage()
{
    Table tasks{};
    for (size_t column = 0; column < languages.size(); ++column) {
        for (const Task &task : fixtures::bundledSuite(languages[column])) {
            FamilySet here;
            for (const QString &reference : task.references) {
                const Result<SyntaxTree> tree =
                    SyntaxTree::parse(task.language, reference.toUtf8());
                for (const FaultFamily family : allFaultFamilies())
                    here |= tree && !faultSites(*tree, family).empty() ? only(family) : FamilySet();
            }
            for (const FaultFamily family : allFaultFamilies())
                tasks.at(column).at(size_t(family) - 1) += holds(here, family) ? 1 : 0;
        }
    }
    print("Tasks with a place for the mistake", tasks);
}

/// A place alone is not enough: over twenty students each of these families must apply to some
/// task.
void TestFamilyTable::allOfThemAreMadeByStudents()
{
    Table applicable{};
    for (size_t column = 0; column < languages.size(); ++column) {
        const Textbook book(fixtures::bundledSuite(languages[column]));
        for (quint64 seed = 1; seed <= 20; ++seed) {
            const Habits habits(book, seed, fixtures::parameters().faults);
            for (qsizetype task = 0; task < book.size(); ++task) {
                for (const FaultFamily family : allFaultFamilies())
                    applicable.at(column).at(size_t(family) - 1) +=
                        holds(habits.of(task).applicable, family) ? 1 : 0;
            }
        }
    }
    print("Tasks, over twenty students, that the mistake applies to", applicable);
}

QTEST_GUILESS_MAIN(TestFamilyTable)
#include "tst_familytable.moc"
