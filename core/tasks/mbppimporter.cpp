#include "core/tasks/mbppimporter.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/suitebuilder.h"
#include "core/tasks/testedfunction.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// One record of either form.
struct Record {
    int number = 0;
    bool sanitized = false;
    QString text;
    QString code;
    QString setup;
    QStringList asserts;
    QStringList challenges;
};

QStringList trimmed(QStringList texts)
{
    for (QString &text : texts)
        text = unixText(text).trimmed();
    texts.removeAll(QString());
    return texts;
}

Result<Record> readRecord(const JsonLine &line, const QString &file)
{
    FieldReader reader(line.object);
    Record record;
    record.sanitized = reader.has(u"prompt"_s);
    record.text = unixText(reader.text(record.sanitized ? u"prompt"_s : u"text"_s)).trimmed();
    record.number = int(reader.number(u"task_id"_s, 0, 1, 1e6));
    record.code = unixText(reader.text(u"code"_s));
    record.asserts = trimmed(reader.texts(u"test_list"_s));
    record.challenges = trimmed(reader.texts(u"challenge_test_list"_s));
    const QString setup = unixText(reader.text(u"test_setup_code"_s)).trimmed();
    record.setup = (trimmed(reader.texts(u"test_imports"_s)) + trimmed({setup})).join(u'\n');
    const QStringList needed{u"task_id"_s, record.sanitized ? u"prompt"_s : u"text"_s, u"code"_s, u"test_list"_s};
    if (const Status whole = wholeRecord(reader, needed, u"MBPP"_s, file, line.number); !whole)
        return std::unexpected(whole.error());
    if (record.asserts.isEmpty())
        return refuse(file, line.number, u"\"test_list\" holds no assert. Fetch the file again."_s);
    return record;
}

QList<TestCase> testsOf(const QStringList &codes, qsizetype from)
{
    QList<TestCase> tests;
    for (const QString &code : codes)
        tests.append({u"assert %1"_s.arg(from + tests.size()), code + u'\n'});
    return tests;
}

/// The set states no limits; the reference of this task needs more than the usual ones.
constexpr int SlowTask = 123;
constexpr int SlowTaskMs = 10'000;

/// The parts that the paper cuts the set into.
QString partOf(int number)
{
    return number <= 10 ? u"prompt"_s : number <= 510 ? u"test"_s : number <= 600 ? u"validation"_s : u"train"_s;
}

Task taskOf(const Record &record, const TestedFunction &tested)
{
    Task task;
    task.key = u"MBPP/%1"_s.arg(record.number);
    task.title = tested.name;
    task.entryPoint = tested.name;
    task.isolation = tested.isolation;
    task.statement = u"%1\n\nYour code should pass this test:\n\n%2\n"_s.arg(record.text, record.asserts.first());
    task.testSetup = record.setup.isEmpty() ? QString() : record.setup + u'\n';
    task.references = {record.code.endsWith(u'\n') ? record.code : record.code + u'\n'};
    const QStringList others = record.asserts.sliced(1) + record.challenges;
    task.visibleTests = testsOf(others.isEmpty() ? QStringList() : record.asserts.first(1), 1);
    task.hiddenTests = others.isEmpty() ? testsOf(record.asserts, 1) : testsOf(others, 2);
    task.tags = {partOf(record.number)};
    task.released = u"2021-08-16"_s;
    if (record.number == SlowTask)
        task.limits.cpuMs = SlowTaskMs;
    return task;
}

Suite suiteFor(bool sanitized)
{
    Suite suite = publishedSuite(u"mbpp"_s, u"MBPP"_s, u"CC-BY-4.0"_s, u"2021-08-16"_s);
    if (sanitized) {
        suite.name = u"mbpp-sanitized"_s;
        suite.title = u"MBPP, sanitized"_s;
    }
    suite.description =
        u"The first assert of a task is visible, the others are hidden; the paper shows all of test_list to the model."_s;
    return suite;
}

} // namespace

Result<SuiteContent> importMbpp(const QString &path)
{
    return readPlainOrGzip(path).and_then([&path](const QByteArray &bytes) { return parseMbpp(bytes, path); });
}

Result<SuiteContent> parseMbpp(const QByteArray &bytes, const QString &file)
{
    const auto lines = parseRecords(bytes, file);
    if (!lines)
        return std::unexpected(lines.error());
    SuiteBuilder builder(suiteFor(!lines->isEmpty() && lines->first().object.contains(u"prompt"_s)));
    for (const JsonLine &line : *lines) {
        const auto record = readRecord(line, file);
        if (!record)
            return std::unexpected(record.error());
        const QString key = u"MBPP/%1"_s.arg(record->number);
        const auto tested = testedFunction(record->code, record->asserts + record->challenges, record->setup);
        if (!tested) {
            builder.skip(file, line.number, key, tested.error().detail);
            continue;
        }
        if (const Status added = builder.add(taskOf(*record, *tested), file, line.number); !added)
            return std::unexpected(added.error());
    }
    return builder.finish(file);
}

} // namespace autodidact
