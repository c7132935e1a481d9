#include "builders.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/memory/retriever.h"
#include "core/tasks/suitefile.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <map>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int Places = 5;
constexpr int Draws = 2000;

/// Whether a query knows what the task declares of itself.
enum class Tags { Declared, Unknown };

struct Label {
    QString half;
    QString kind;
    QString task;
    QString text;
    QStringList helps;
};

/// Recall@5 of one query.
struct Measured {
    QString kind;
    QString group;
    double recall = 0;
};

QList<Task> bundledTasks()
{
    QList<Task> tasks;
    for (const auto *language : {"python", "java", "javascript", "rust"}) {
        const auto suite =
            readSuiteFile(QStringLiteral(AUTODIDACT_SOURCE_DIR "/resources/suites/starter-%1.jsonl")
                    .arg(QLatin1StringView(language)));
        tasks += suite.value().tasks;
    }
    return tasks;
}

QList<Label> readLabels()
{
    QFile file(QStringLiteral(AUTODIDACT_SOURCE_DIR "/tests/memory/retrieval_labels.jsonl"));
    QList<Label> labels;
    if (!file.open(QIODevice::ReadOnly))
        return labels;
    while (!file.atEnd()) {
        const QJsonObject line = parseJsonObject(file.readLine(), file.fileName()).value();
        Label label{line[u"half"].toString(), line[u"kind"].toString(), line[u"task"].toString(),
            line[u"text"].toString(), {}};
        for (const QJsonValue &key : line[u"helps"].toArray())
            label.helps.append(key.toString());
        labels.append(label);
    }
    return labels;
}

/// What a run remembers of every task once it has solved it.
QList<Memory> solved(const QList<Task> &tasks)
{
    QList<Memory> memories;
    for (const Task &task : tasks) {
        Memory memory = test::memory(memories.size() + 1, MemoryKind::Code, task.title,
            task.statement, task.references.first(), task.groupKey());
        memory.taskKey = task.key;
        memory.language = task.language;
        memory.tags = task.families + task.tags;
        memories.append(memory);
    }
    return memories;
}

/// Mean and 95 % interval of a bootstrap over groups, in per cent.
QString percent(const QList<Measured> &measured)
{
    std::map<QString, std::pair<double, int>> sums;
    for (const Measured &query : measured) {
        sums[query.group].first += query.recall;
        ++sums[query.group].second;
    }
    QList<std::pair<double, int>> groups;
    double sum = 0;
    for (const auto &[group, found] : sums) {
        groups.append(found);
        sum += found.first;
    }
    Random random = Random::of({Draws}, "retrieval quality");
    QList<double> means;
    for (int draw = 0; draw < Draws; ++draw) {
        std::pair<double, int> total;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            const auto &[recall, count] = groups.at(qsizetype(random.below(groups.size())));
            total = {total.first + recall, total.second + count};
        }
        means.append(100 * total.first / total.second);
    }
    std::ranges::sort(means);
    return u"%1 [%2, %3]"_s.arg(100 * sum / double(measured.size()), 0, 'f', 1)
        .arg(means.at(Draws / 40), 0, 'f', 1)
        .arg(means.at(Draws - 1 - Draws / 40), 0, 'f', 1);
}

double mean(const QList<Measured> &measured)
{
    double sum = 0;
    for (const Measured &query : measured)
        sum += query.recall;
    return sum / double(measured.size());
}

} // namespace

class TestRetrievalQuality : public QObject {
    Q_OBJECT

    QList<Task> m_tasks;
    QList<Label> m_labels;
    MemorySnapshot::Ptr m_all;
    std::map<QString, MemorySnapshot::Ptr> m_without; ///< by the task that is left out

    const Task &taskOf(const QString &key) const
    {
        return *std::ranges::find(m_tasks, key, &Task::key);
    }

    /// What is remembered when the task is met for the first time.
    const MemorySnapshot &without(const QString &key)
    {
        MemorySnapshot::Ptr &found = m_without[key];
        if (!found) {
            HashingEmbedder embedder = test::embedder();
            QList<Memory> memories = m_all->memories();
            memories.removeIf([&](const Memory &memory) { return memory.taskKey == key; });
            found = MemorySnapshot::build(memories, embedder, test::idf(), {}, m_all).value();
        }
        return *found;
    }

    QStringList firstFive(const Label &label, SearchBy searchBy, Tags tags)
    {
        const Task &task = taskOf(label.task);
        const bool itself =
            !label.text.isEmpty(); // a reworded task is another one, and declares nothing
        RecallQuery query{.text = itself ? label.text : task.statement, .language = task.language};
        if (!itself && tags == Tags::Declared)
            query.tags = task.families + task.tags;
        query.count = Places;
        query.tokenBudget = 0;
        query.sameTask = SameTask::All;
        query.acrossLanguages =
            label.kind == u"language"_s ? AcrossLanguages::All : AcrossLanguages::None;
        query.searchBy = searchBy;
        query.minScore = 0;
        query.diversity = 0;
        HashingEmbedder embedder = test::embedder();
        QStringList keys;
        const MemorySnapshot &snapshot = itself ? *m_all : without(label.task);
        const Recall recall = Retriever(embedder).recall(snapshot, query).value();
        for (const Recalled &entry : recall.taken)
            keys.append(entry.memory.taskKey);
        return keys;
    }

    QList<Measured> measure(const QString &half, const QStringList &kinds, SearchBy searchBy,
        Tags tags = Tags::Declared)
    {
        QList<Measured> measured;
        for (const Label &label : m_labels) {
            if (label.half != half || !kinds.contains(label.kind))
                continue;
            const QStringList found = firstFive(label, searchBy, tags);
            const auto hits = std::ranges::count_if(
                label.helps, [&](const QString &key) { return found.contains(key); });
            measured.append({label.kind, taskOf(label.task).groupKey(),
                double(hits) / double(std::min<qsizetype>(Places, label.helps.size()))});
        }
        return measured;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_tasks = bundledTasks();
        m_labels = readLabels();
        QCOMPARE(m_tasks.size(), 114);
        QVERIFY(m_labels.size() > 200);
        m_all = test::snapshot(solved(m_tasks));
    }

    /// The labels are what the suites declare, and the halves have no group in common.
    void labelsAreDeclared()
    {
        std::map<QString, QString> halves;
        for (const Label &label : m_labels) {
            const Task &task = taskOf(label.task);
            const auto [known, isNew] = halves.emplace(task.groupKey(), label.half);
            QVERIFY2(isNew || known->second == label.half, qPrintable(label.task));
            QVERIFY(!label.helps.isEmpty());
            for (const QString &key : label.helps) {
                const Task &helping = taskOf(key);
                QCOMPARE(helping.groupKey(), task.groupKey());
                QVERIFY(label.kind != u"near"_s
                    || (helping.language == task.language && key != task.key));
            }
        }
    }

    void findsWhatHelps_data()
    {
        QTest::addColumn<QString>("half");
        QTest::newRow("tuning") << u"tuning"_s;
        QTest::newRow("held apart") << u"held-apart"_s;
    }

    void findsWhatHelps()
    {
        QFETCH(const QString, half);
        const QStringList whole{u"near"_s, u"language"_s, u"reworded"_s};
        const QList<std::pair<QString, QStringList>> rows{{u"all whole statements"_s, whole},
            {u"near repeats"_s, {u"near"_s}}, {u"other languages"_s, {u"language"_s}},
            {u"reworded"_s, {u"reworded"_s}}, {u"brief"_s, {u"brief"_s}}};
        qInfo().noquote() << half << "recall@5 in per cent, with 95 % intervals over groups";
        for (const auto &[name, kinds] : rows) {
            const QList<Measured> both = measure(half, kinds, SearchBy::Both);
            qInfo().noquote() << u"%1 n=%2 hybrid %3, without tags %4; vectors %5 text %6"_s
                                     .arg(name, -20)
                                     .arg(both.size(), 3)
                                     .arg(percent(both),
                                         percent(
                                             measure(half, kinds, SearchBy::Both, Tags::Unknown)),
                                         percent(measure(half, kinds, SearchBy::Meaning)),
                                         percent(measure(half, kinds, SearchBy::Words)));
        }
        const double hybrid = mean(measure(half, whole, SearchBy::Both));
        const double bare = mean(measure(half, whole, SearchBy::Both, Tags::Unknown));
        QVERIFY(std::min(hybrid, bare) > mean(measure(half, whole, SearchBy::Meaning)));
        QVERIFY(std::min(hybrid, bare) > mean(measure(half, whole, SearchBy::Words)));
        QVERIFY2(hybrid >= 0.9, qPrintable(QString::number(hybrid)));
    }
};

QTEST_GUILESS_MAIN(TestRetrievalQuality)
#include "tst_retrievalquality.moc"
