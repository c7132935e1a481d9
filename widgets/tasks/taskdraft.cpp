#include "widgets/tasks/taskdraft.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/events/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<std::optional<TaskDraft>> TaskDraftFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"%1 cannot be read: %2"_s.arg(m_path, file.errorString()));
    const Result<QJsonObject> object = parseJsonObject(file.readAll(), m_path);
    if (!object)
        return std::unexpected(object.error());
    Result<Task> task = fromJson<Task>(object->value("task"_L1).toObject());
    if (!task)
        return std::unexpected(task.error());
    return TaskDraft{object->value("suite"_L1).toString(), object->value("suite_title"_L1).toString(), object->value("replaces"_L1).toString(), std::move(*task)};
}

Status TaskDraftFile::write(const TaskDraft &draft) const
{
    const QJsonObject object{{u"suite"_s, draft.suite}, {u"suite_title"_s, draft.suiteTitle}, {u"replaces"_s, draft.replaces},
                             {u"task"_s, toJson(draft.task, JsonForm::Portable)}};
    const Status written = writeFile(m_path, toJsonLine(object));
    if (written)
        QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return written;
}

void TaskDraftFile::remove() const
{
    QFile::remove(m_path);
}

} // namespace autodidact
