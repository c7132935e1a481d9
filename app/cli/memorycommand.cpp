#include "app/cli/memorycall.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QList<MemoryForm> &forms()
{
    static const QList<MemoryForm> all = memoryLookForms() + memoryActForms() + memoryCreditForms() + memorySetForms();
    return all;
}

void addOptions(Arguments &arguments, const QStringList &options)
{
    static const QStringList flags{u"all"_s, u"off"_s, u"redo"_s, u"yes"_s, u"keep-counts"_s, u"opposites"_s, u"meaning"_s};
    static const QMap<QString, QString> defaults{{u"count"_s, u"20"_s}, {u"draws"_s, u"0"_s}};
    for (const QString &option : options) {
        const bool flag = flags.contains(option);
        arguments.addOption(option, flag ? u"Flag"_s : u"Text"_s, flag ? QString() : u"TEXT"_s, defaults.value(option));
    }
}

} // namespace

Result<int> memoryCommand(Invocation &invocation)
{
    QStringList words;
    for (const MemoryForm &form : forms())
        words.append(form.word);
    const Result<QString> word = takeSubcommand(invocation, words);
    if (!word)
        return std::unexpected(word.error());
    const MemoryForm &form = forms().at(words.indexOf(*word));
    Arguments arguments(invocation, form.synopsis, u"SET is the name of a run or of a memory set. Lines of a file: one memory each, as JSON."_s);
    addOptions(arguments, form.options);
    const auto next = arguments.parse(form.atLeast, form.atMost);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    if (form.options.contains(u"set"_s) && !arguments.has(u"set"_s))
        return fail(ErrorKind::BadUsage, u"--set is missing: the name of a run or of a memory set."_s);
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    MemoryCall call{arguments, **database, Journal(**database, nullptr), invocation.console};
    return form.call(call);
}

} // namespace autodidact
