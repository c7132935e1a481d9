#include "hostileprogram.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

QString readProgram(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::map<QString, QString> readHead(const QString &program)
{
    std::map<QString, QString> head;
    for (const QString &line : program.split(u'\n')) {
        const qsizetype begin = line.startsWith(u"# "_s) ? 2 : line.startsWith(u"// "_s) ? 3 : 0;
        if (begin == 0)
            break;
        const qsizetype colon = line.indexOf(u": "_s);
        head[line.mid(begin, colon < 0 ? -1 : colon - begin)] = colon < 0 ? QString() : line.mid(colon + 2);
    }
    return head;
}

Language languageOf(const QString &file)
{
    if (file.endsWith(u".java"_s))
        return Language::Java;
    if (file.endsWith(u".rs"_s))
        return Language::Rust;
    return file.endsWith(u".js"_s) ? Language::JavaScript : Language::Python;
}

QString testFor(Language language)
{
    switch (language) {
    case Language::Python: return u"answer = 'hidden:42'\nassert attack() == int(answer[7:])\n"_s;
    case Language::JavaScript:
        return u"const answer = 'hidden:42';\nassert.strictEqual(await attack(), Number(answer.slice(7)));\n"_s;
    case Language::Java:
        return u"String answer = \"hidden:42\";\nassertEquals(Integer.parseInt(answer.substring(7)), Solution.attack());\n"_s;
    case Language::Rust:
        return u"let answer = \"hidden:42\";\nassert_eq!(attack(), answer[7..].parse::<i64>().unwrap());\n"_s;
    }
    return {};
}

namespace {

/// Fixes the type of what the program answers, where a language knows types.
QString starterFor(Language language)
{
    if (language == Language::Java)
        return u"class Solution {\n    static int attack() {\n        return 0;\n    }\n}\n"_s;
    return language == Language::Rust ? u"pub fn attack() -> i64 {\n    todo!()\n}\n"_s : QString();
}

} // namespace

QString honestProgram(Language language)
{
    switch (language) {
    case Language::Python: return u"import os\ndef attack():\n    return 42 if os.listdir('/work') == [] else 0\n"_s;
    case Language::JavaScript:
        return u"const attack = () => require('fs').readdirSync('/work').length === 0 ? 42 : 0;\n"_s;
    case Language::Java:
        return u"class Solution { static int attack() { return new java.io.File(\"/work/left\").exists() ? 0 : 42; } }\n"_s;
    case Language::Rust:
        return u"pub fn attack() -> i64 { if std::path::Path::new(\"/work/left\").exists() { 0 } else { 42 } }\n"_s;
    }
    return {};
}

bool sharesProcess(Language language)
{
    return language == Language::Java || language == Language::Rust;
}

QString missingTool(Language language)
{
    const QString tool = language == Language::JavaScript ? u"node"_s
        : language == Language::Java                      ? u"javac"_s
        : language == Language::Rust                      ? u"rustc"_s
                                                          : u"python3"_s;
    return QStandardPaths::findExecutable(tool).isEmpty() ? tool : QString();
}

Execution attackExecution(Language language, const QString &code, Isolation isolation)
{
    Execution execution;
    execution.language = language;
    execution.code = code;
    execution.isolation = isolation;
    execution.entryPoint = u"attack"_s;
    execution.starter = starterFor(language);
    execution.tests << TestCase{u"hidden"_s, testFor(language)};
    execution.limits = {.cpuMs = 400,
        .wallMs = 1500,
        .memoryMb = 256,
        .processes = 16,
        .fileMb = 16,
        .outputKb = 64};
    return execution;
}

} // namespace autodidact
