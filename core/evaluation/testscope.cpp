#include "core/evaluation/testscope.h"

namespace autodidact {

bool hasTests(const Task &task, Visibility scope)
{
    if (task.kind == TaskKind::Repository) // visible judging tells whether the change applies
        return scope == Visibility::Visible || !task.repository.testCommands.isEmpty();
    if (task.kind == TaskKind::Function || task.kind == TaskKind::Program)
        return !(scope == Visibility::Visible ? task.visibleTests : task.hiddenTests).isEmpty();
    for (const TestFile &file : task.testFiles) {
        if (file.visibility == scope)
            return true;
    }
    return false;
}

} // namespace autodidact
