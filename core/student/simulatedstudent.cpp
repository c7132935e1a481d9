#include "core/student/simulatedstudent.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/student/selftester.h"
#include "core/syntax/syntaxtree.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype chunkLength = 32;

QList<Task> answerable(const QList<Task> &tasks)
{
    QList<Task> list;
    std::ranges::copy_if(tasks, std::back_inserter(list), SimulatedStudent::knows);
    return list;
}

QJsonArray names(const FamilySet &families)
{
    QJsonArray array;
    for (const FaultFamily family : allFaultFamilies()) {
        if (holds(families, family))
            array.append(toString(family));
    }
    return array;
}

QJsonArray described(const std::vector<MadeFault> &faults)
{
    QJsonArray array;
    for (const MadeFault &fault : faults) {
        array.append(QJsonObject{{u"family"_s, toString(fault.family)}, {u"line"_s, fault.line},
            {u"before"_s, QString::fromUtf8(fault.before)}, {u"after"_s, QString::fromUtf8(fault.after)}});
    }
    return array;
}

/// Undoes what broken() does.
std::optional<QString> mended(QString text)
{
    text = text.trimmed();
    if (text.endsWith(u','))
        text.chop(1);
    text += u"\n}\n"_s;
    QJsonParseError error;
    QJsonDocument::fromJson(text.toUtf8(), &error);
    return error.error == QJsonParseError::NoError ? std::optional(text) : std::nullopt;
}

/// Stops before the last bracket, with or without a comma in its place.
QString broken(QString text, bool comma)
{
    text = text.trimmed();
    text.chop(1);
    return text.trimmed() + (comma ? u","_s : QString());
}

} // namespace

bool SimulatedStudent::knows(const Task &task)
{
    return hasGrammar(task.language) && task.kind != TaskKind::Repository
        && std::ranges::any_of(task.references, [&task](const QString &reference) {
               const Result<SyntaxTree> tree = SyntaxTree::parse(task.language, reference.toUtf8());
               return tree && !tree->hasError();
           });
}

Result<std::unique_ptr<SimulatedStudent>> SimulatedStudent::create(const QList<Task> &textbook, const StudentOptions &options)
{
    Result<StudentParameters> parameters = StudentParameters::bundled();
    if (!parameters)
        return std::unexpected(parameters.error());
    if (options.harm) {
        parameters->editor.badRuleChance = *options.harm;
        parameters->editor.harmfulShare = 1;
    }
    const Result<Skill> skill = parameters->skill(options.skill);
    if (!skill)
        return std::unexpected(skill.error());
    const Result<Calibration> calibration = parameters->calibration(options.calibration);
    if (!calibration)
        return std::unexpected(calibration.error());
    Result<Lore> lore = Lore::bundled();
    if (!lore)
        return std::unexpected(lore.error());
    return std::unique_ptr<SimulatedStudent>(new SimulatedStudent(std::move(*lore), std::move(*parameters), answerable(textbook),
        options, *skill, calibrationWith(*calibration, *skill)));
}

SimulatedStudent::SimulatedStudent(Lore lore, StudentParameters parameters, QList<Task> textbook,
    const StudentOptions &options, const Skill &skill, const Calibration &calibration)
    : m_options(options)
    , m_parameters(std::move(parameters))
    , m_calibration(calibration)
    , m_lore(std::move(lore))
    , m_book(std::move(textbook))
    , m_world(options.world, options.worldSeed, m_parameters, skill)
    , m_habits(m_book, options.worldSeed, m_parameters.faults)
    , m_guidance(m_lore, m_book, m_habits, m_world, m_parameters.prompt)
    , m_programmer(m_world, m_habits, m_calibration, m_parameters.retry)
    , m_reviewer(m_lore, m_book, m_habits, m_parameters.review)
    , m_editor(m_lore, m_parameters.editor)
{
}

QString SimulatedStudent::name() const
{
    return m_options.skill.isEmpty() ? u"student"_s : u"student:"_s + m_options.skill;
}

Result<ChatReply> SimulatedStudent::complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    const ReadPrompt prompt = readPrompt(request.messages);
    Answer said = answer(prompt, request);
    ChatReply reply;
    if (estimateTokens(said.text) > request.maxTokens) {
        said.text.truncate(4 * qsizetype(request.maxTokens));
        reply.finishReason = u"length"_s;
    }
    reply.firstChunkMs = double(timer.nsecsElapsed()) / 1e6;
    for (qsizetype from = 0; from < said.text.size(); from += chunkLength) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"stopped while the student was answering"_s);
        if (observer.chunk)
            observer.chunk(said.text.sliced(from, std::min(chunkLength, said.text.size() - from)));
    }
    reply.text = said.text;
    reply.manifest = QString::fromUtf8(toJsonLine(said.manifest));
    reply.usage = {.promptTokens = prompt.tokens, .completionTokens = estimateTokens(said.text), .estimated = true, .calls = 1};
    reply.totalMs = double(timer.nsecsElapsed()) / 1e6;
    return reply;
}

SimulatedStudent::Answer SimulatedStudent::answer(const ReadPrompt &prompt, const ChatRequest &request) const
{
    if (prompt.brokenAnswer) {
        if (const std::optional<QString> text = mended(*prompt.brokenAnswer))
            return {*text, {{u"role"_s, u"repair"_s}}};
    }
    switch (prompt.role) {
    case StudentRole::Programmer:
        return program(prompt, request);
    case StudentRole::Reviewer: {
        const Review review = m_reviewer.review(prompt, request.seed);
        QJsonObject manifest = review.manifest;
        manifest[u"role"_s] = u"reviewer"_s;
        return json(review.answer, manifest, prompt.brokenAnswer ? 0 : request.seed);
    }
    case StudentRole::Editor:
        break;
    }
    return json(m_editor.edit(prompt, request.seed), {{u"role"_s, u"editor"_s}}, prompt.brokenAnswer ? 0 : request.seed);
}

SimulatedStudent::Answer SimulatedStudent::json(const QJsonObject &object, QJsonObject manifest, quint64 seed) const
{
    Random random = Random::of({qint64(seed)}, "student.json");
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson());
    const bool breaks = seed != 0 && random.chance(m_parameters.review.brokenJsonChance);
    manifest[u"json_broken"_s] = breaks;
    return {breaks ? broken(text, random.chance(0.5)) : text, manifest};
}

SimulatedStudent::Answer SimulatedStudent::program(const ReadPrompt &prompt, const ChatRequest &request) const
{
    const std::optional<qsizetype> task = m_book.find(prompt.task);
    if (!task) {
        return {u"I do not know this task: it is not in my textbook, so I cannot write a program for it.\n"_s,
            {{u"role"_s, u"programmer"_s}, {u"known"_s, false}}};
    }
    const Guidance guidance = m_guidance.read(prompt, *task);
    FamilySet before;
    WrittenProgram draft;
    if (prompt.previousCode) {
        const QByteArray previous = prompt.previousCode->toUtf8();
        if (const auto own = Habits::recognise(m_habits.of(*task), previous))
            before = own->families();
        draft = m_programmer.nextDraft(*task, previous, guidance, request.temperature, request.seed);
    } else {
        draft = m_programmer.firstDraft(*task, guidance, request.temperature, request.seed);
    }
    const FamilySet after = draft.families();
    QJsonObject manifest{{u"role"_s, u"programmer"_s}, {u"known"_s, true}, {u"task"_s, m_book.task(*task).key},
        {u"reference"_s, draft.reference}, {u"faults"_s, described(draft.faults)}, {u"retry"_s, prompt.previousCode.has_value()}};
    if (prompt.previousCode) {
        manifest[u"fixed"_s] = names(before & ~after);
        manifest[u"broken"_s] = names(after & ~before);
    }
    QString text;
    if (prompt.wantsSelfTests) {
        const StudentTests tests = writeSelfTests(m_book.task(*task), draft.faults.empty(), m_calibration,
            m_parameters.mostSelfTests, request.seed);
        manifest[u"self_tests_green"_s] = tests.green;
        if (!tests.lines.isEmpty())
            text = u"```tests\n%1\n```\n\n"_s.arg(tests.lines.join(u'\n'));
    }
    QString code = QString::fromUtf8(draft.code);
    if (!code.endsWith(u'\n'))
        code += u'\n';
    return {text + u"```%1\n%2```\n"_s.arg(toString(m_book.task(*task).language), code), manifest};
}

} // namespace autodidact
