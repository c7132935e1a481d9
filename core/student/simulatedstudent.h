#pragma once

#include "core/domain/task.h"
#include "core/llm/chatmodel.h"
#include "core/student/programmer.h"
#include "core/student/prompteditor.h"
#include "core/student/reviewer.h"

#include <memory>

namespace autodidact {

/// A stand-in for a language model that can be taught, with the truth known; never passed off as a language model.
///
/// It answers from the messages, the temperature and the seed of a request alone, and the same request always gets the
/// same answer. May be called from many threads at once. What it really did is in ChatReply::manifest, for metrics only:
/// {"role", "task", "reference", "faults": [{"family", "line", "before", "after"}], "fixed": [], "broken": [], "known"}.
class SimulatedStudent final : public ChatModel
{
public:
    /// Whether it can write this task: one with a reference solution that this build can parse.
    static bool knows(const Task &task);

    /// Knows those of these tasks that it can write, with the parameters as shipped. BadUsage for an unknown skill or
    /// calibration.
    static Result<std::unique_ptr<SimulatedStudent>> create(const QList<Task> &textbook, const StudentOptions &options);

    SimulatedStudent(const SimulatedStudent &) = delete;
    SimulatedStudent &operator=(const SimulatedStudent &) = delete;

    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) override;
    QString name() const override;
    bool isSimulated() const override { return true; }

    const StudentParameters &parameters() const { return m_parameters; }
    const Calibration &calibration() const { return m_calibration; }     ///< with the skill's factors in it
    const World &world() const { return m_world; }
    const Lore &lore() const { return m_lore; }
    const Textbook &textbook() const { return m_book; }
    const Habits &habits() const { return m_habits; }

private:
    struct Answer {
        QString text;
        QJsonObject manifest;
    };
    SimulatedStudent(Lore lore, StudentParameters parameters, QList<Task> textbook, const StudentOptions &options,
        const Skill &skill, const Calibration &calibration);

    Answer answer(const ReadPrompt &prompt, const ChatRequest &request) const;
    Answer program(const ReadPrompt &prompt, const ChatRequest &request) const;
    Answer json(const QJsonObject &object, QJsonObject manifest, quint64 seed) const;

    StudentOptions m_options;
    StudentParameters m_parameters;
    Calibration m_calibration;
    Lore m_lore;
    Textbook m_book;
    World m_world;
    Habits m_habits;
    GuidanceReader m_guidance;
    Programmer m_programmer;
    Reviewer m_reviewer;
    PromptEditor m_editor;
};

} // namespace autodidact
