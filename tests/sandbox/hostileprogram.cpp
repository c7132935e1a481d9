#include "hostileprogram.h"

#include <QFile>

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
    return file.endsWith(u".js"_s) ? Language::JavaScript : Language::Python;
}

QString testFor(Language language)
{
    if (language == Language::JavaScript)
        return u"const answer = 'hidden:42';\nassert.strictEqual(await attack(), Number(answer.slice(7)));\n"_s;
    return u"answer = 'hidden:42'\nassert attack() == int(answer[7:])\n"_s;
}

QString honestProgram(Language language)
{
    if (language == Language::JavaScript)
        return u"const attack = () => require('fs').readdirSync('/work').length === 0 ? 42 : 0;\n"_s;
    return u"import os\ndef attack():\n    return 42 if os.listdir('/work') == [] else 0\n"_s;
}

Execution attackExecution(Language language, const QString &code, Isolation isolation)
{
    Execution execution;
    execution.language = language;
    execution.code = code;
    execution.isolation = isolation;
    execution.entryPoint = u"attack"_s;
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
