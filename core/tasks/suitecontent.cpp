#include "core/tasks/suitecontent.h"

#include "core/base/json.h"
#include "core/tasks/taskjson.h"

#include <QCryptographicHash>

namespace autodidact {

QString suiteHash(const QList<Task> &tasks)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Task &task : tasks) {
        hash.addData(toJsonLine(taskToJson(task)));
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

void seal(SuiteContent &content)
{
    for (qsizetype i = 0; i < content.tasks.size(); ++i)
        content.tasks[i].ordinal = int(i);
    content.suite.taskCount = int(content.tasks.size());
    content.suite.hash = suiteHash(content.tasks);
}

} // namespace autodidact
