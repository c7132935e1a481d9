#pragma once

#include "core/tasks/importer.h"
#include "core/tasks/suitefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace autodidact::test {

/// A folder of its own, for files in a published form.
class ImportFolder
{
public:
    /// The path of a file that now holds \p bytes.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = file(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path : QString();
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// The path of a public data set; empty where it is not here.
inline QString publicData(const QString &name)
{
    const QString folder = qEnvironmentVariable("AUTODIDACT_DATA");
    const QString path = folder + QLatin1Char('/') + name;
    return !folder.isEmpty() && QFile::exists(path) ? path : QString();
}

inline const Task *taskOf(const SuiteContent &content, const QString &key)
{
    for (const Task &task : content.tasks) {
        if (task.key == key)
            return &task;
    }
    return nullptr;
}

inline const char *problemOf(const Result<SuiteContent> &content)
{
    static QByteArray text;
    text = content ? QByteArray() : content.error().detail.toUtf8();
    return text.constData();
}

/// What an importer says of a checkout in which one file is another; \p write makes the checkout.
template<typename Import, typename Write>
Result<SuiteContent> importedWith(Import import, Write write, const QString &file, const QByteArray &bytes)
{
    const ImportFolder folder;
    write(folder);
    folder.write(file, bytes);
    return import(folder.path());
}

} // namespace autodidact::test

/// The import stopped with a sentence that contains, or begins with, \p message.
#define VERIFY_REFUSED(content, relation, message)                                                               \
    QVERIFY(!(content));                                                                                         \
    QVERIFY2((content).error().detail.relation(message), autodidact::test::problemOf(content))

/// A suite file gives the same tasks back.
#define VERIFY_SURVIVES_A_FILE(content)                                                                          \
    const auto again = parseSuite(writeSuite((content).suite, (content).tasks), QStringLiteral("again"));        \
    QVERIFY2(again, autodidact::test::problemOf(again));                                                         \
    QCOMPARE(again->tasks, (content).tasks)

#define NEEDS_PUBLIC_DATA(variable, name)                                                                        \
    const QString variable = autodidact::test::publicData(name);                                                 \
    if (variable.isEmpty())                                                                                      \
        QSKIP("the data set is not here: set AUTODIDACT_DATA to the folder with the public data sets")
