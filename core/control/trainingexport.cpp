#include "core/control/trainingexport.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/control/promptcomposer.h"
#include "core/events/codec.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/suitestore.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype ShortestLeak = 12;       ///< characters of a test that say something, blanks left out

QString withoutBlanks(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

/// What must not be in an example of a task: its hidden tests, written any way.
QStringList secretsOf(const Task &task)
{
    QStringList secrets;
    QString shown = withoutBlanks(task.statement + task.starter);
    for (const TestCase &test : task.visibleTests)
        shown += withoutBlanks(test.code + test.input);
    const auto add = [&](const QString &text) {
        const QString bare = withoutBlanks(text);
        if (bare.size() >= ShortestLeak && !shown.contains(bare))
            secrets.append(bare);
    };
    for (const TestCase &test : task.hiddenTests) {
        add(test.code);
        for (const QString &output : test.outputs)
            add(test.input + output);
    }
    for (const TestFile &file : task.testFiles) {
        if (file.visibility == Visibility::Hidden)
            add(file.content);
    }
    return secrets;
}

QJsonArray conversation(const QList<PromptSegment> &prompt)
{
    QJsonArray messages;
    for (const ChatMessage &message : toMessages(prompt))
        messages.append(QJsonObject{{u"role"_s, message.role == ChatRole::System ? u"system"_s : u"user"_s}, {u"content"_s, message.text}});
    return messages;
}

QString textOf(const QList<PromptSegment> &prompt)
{
    QString text;
    for (const PromptSegment &segment : prompt)
        text += withoutBlanks(segment.text);
    return text;
}

QJsonObject answer(const QString &text)
{
    return {{u"role"_s, u"assistant"_s}, {u"content"_s, text}};
}

/// The attempts of one task in one round, in order.
struct Trajectory {
    const Task *task = nullptr;
    QList<AttemptDetail> attempts;
};

class Exporter
{
public:
    Exporter(const Run &run, const Suite &suite, TrainingForm form) : m_run(run), m_suite(suite), m_form(form) {}

    /// The lines of one trajectory.
    QList<QJsonObject> linesOf(const Trajectory &trajectory)
    {
        QList<QJsonObject> lines;
        for (qsizetype i = 0; i < trajectory.attempts.size(); ++i) {
            const AttemptDetail &detail = trajectory.attempts[i];
            const bool solved = detail.hidden && detail.hidden->passed;
            const bool pairs = i > 0 && trajectory.attempts[i - 1].reflection;
            if (!solved || (m_form == TrainingForm::Preference && !pairs))
                continue;
            // A retry is taught as an answer to the first question: what the student should have said at once.
            const AttemptDetail &asked = m_form == TrainingForm::Preference ? trajectory.attempts[i - 1] : detail;
            const QJsonArray prompt = conversation(asked.attempt.prompt);
            QJsonObject line;
            QString text = textOf(asked.attempt.prompt);
            if (m_form == TrainingForm::Preference) {
                const QString &rejected = trajectory.attempts[i - 1].attempt.completion;
                line = {{u"prompt"_s, prompt}, {u"chosen"_s, QJsonArray{answer(detail.attempt.completion)}},
                        {u"rejected"_s, QJsonArray{answer(rejected)}}};
                text += withoutBlanks(rejected);
            } else {
                QJsonArray messages = prompt;
                messages.append(answer(detail.attempt.completion));
                line = {{u"messages"_s, messages}};
            }
            text += withoutBlanks(detail.attempt.completion);
            if (!keeps(*trajectory.task, detail.attempt.exposed || asked.attempt.exposed, text, line))
                continue;
            line[u"meta"_s] = meta(*trajectory.task, detail.attempt);
            lines.append(line);
        }
        return lines;
    }

    TrainingCounts counts;

private:
    bool keeps(const Task &task, bool exposed, const QString &text, const QJsonObject &line)
    {
        if (exposed) {
            ++counts.exposed;
            return false;
        }
        const QStringList secrets = secretsOf(task);
        if (std::ranges::any_of(secrets, [&](const QString &secret) { return text.contains(secret); })) {
            ++counts.leaked;
            return false;
        }
        const QString hash = sha256Hex(toJsonLine(line));
        if (m_seen.contains(hash)) {
            ++counts.repeated;
            return false;
        }
        m_seen.insert(hash);
        return true;
    }

    QJsonObject meta(const Task &task, const Attempt &attempt) const
    {
        return {{u"run"_s, m_run.name}, {u"suite"_s, m_suite.name}, {u"suite_sha256"_s, m_suite.hash}, {u"licence"_s, m_suite.licence},
                {u"task"_s, task.key}, {u"group"_s, task.groupKey()}, {u"language"_s, toString(task.language)},
                {u"model"_s, attempt.modelName}, {u"version"_s, attempt.version}, {u"adapter"_s, m_run.config.adapter},
                {u"round"_s, attempt.place.round}, {u"attempt"_s, attempt.place.attempt},
                {u"judged_by"_s, u"hidden tests"_s}};
    }

    const Run &m_run;
    const Suite &m_suite;
    TrainingForm m_form;
    QSet<QString> m_seen;
};

} // namespace

Result<TrainingCounts> exportTraining(Database &database, RunId id, TrainingForm form,
                                      const std::function<bool(const QByteArray &line)> &line)
{
    const Result<Run> run = RunStore(database).byId(id);
    if (!run)
        return std::unexpected(run.error());
    if (run->config.feedback == Feedback::Hidden)
        return fail(ErrorKind::Conflict, u"%1 showed hidden tests to its model (agent.feedback = hidden); what it said must not be taught."_s.arg(run->name));
    const Result<Suite> suite = SuiteStore(database).byId(run->suite);
    const Result<QList<Task>> tasks = tasksOfRun(database, *run);
    RunReader reader(database);
    Result<QList<AttemptRow>> rows = reader.attempts(id, {.phase = Phase::Learn});
    if (!suite || !tasks)
        return std::unexpected(suite ? tasks.error() : suite.error());
    if (!rows)
        return std::unexpected(rows.error());
    std::ranges::stable_sort(*rows, {}, &AttemptRow::place);

    Exporter exporter(*run, *suite, form);
    for (qsizetype i = 0; i < rows->size();) {
        const Place place = rows->at(i).place;
        Trajectory trajectory{&tasks->at(place.task), {}};
        for (; i < rows->size() && rows->at(i).place.round == place.round && rows->at(i).place.task == place.task; ++i) {
            Result<AttemptDetail> detail = reader.attempt(rows->at(i).id);
            if (!detail)
                return std::unexpected(detail.error());
            trajectory.attempts.append(std::move(*detail));
        }
        for (const QJsonObject &one : exporter.linesOf(trajectory)) {
            ++exporter.counts.written;
            if (!line(toJsonLine(one) + '\n'))
                return exporter.counts;
        }
    }
    return exporter.counts;
}

} // namespace autodidact
