#include "app/cli/commands.h"
#include "app/cli/database.h"
#include "app/composition.h"
#include "core/base/file.h"
#include "core/control/recordreader.h"
#include "core/evaluation/metrics.h"
#include "core/report/jsonreport.h"
#include "core/report/runreport.h"
#include "core/storage/runstore.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<int> reportCommand(Invocation &invocation)
{
    Arguments arguments(invocation, u"RUN [--format html|md|csv|json] [--out FILE]"_s, u"A report of one run."_s);
    arguments.addOption(u"format"_s, u"html, md, csv or json"_s, u"F"_s, u"html"_s);
    arguments.addOption(u"out"_s, u"File to write (default: stdout)"_s, u"FILE"_s);
    const auto next = arguments.parse(1, 1);
    if (!next || *next == Arguments::Next::Stop)
        return next ? Result<int>(0) : std::unexpected(next.error());
    const QString format = arguments.value(u"format"_s);
    if (!QStringList{u"html"_s, u"md"_s, u"csv"_s, u"json"_s}.contains(format))
        return fail(ErrorKind::BadUsage, u"--format takes html, md, csv or json, not \"%1\"."_s.arg(format));
    const auto database = openDatabase(arguments);
    if (!database)
        return std::unexpected(database.error());
    const Result<Run> run = RunStore(**database).byNameOrId(arguments.positional().at(0));
    if (!run)
        return std::unexpected(run.error());
    const Result<RunRecord> record = readRecord(**database, run->id, toolVersions());
    if (!record)
        return std::unexpected(record.error());

    const RunMetrics metrics = computeMetrics(*record);
    QByteArray bytes;
    if (format == u"html")
        bytes = htmlReport(*record, metrics).toUtf8();
    else if (format == u"md")
        bytes = markdownReport(*record, metrics).toUtf8();
    else if (format == u"csv")
        bytes = csvReport(*record, metrics).toUtf8();
    else
        bytes = QJsonDocument(jsonReport(*record, metrics)).toJson();
    if (!arguments.has(u"out"_s)) {
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
        return 0;
    }
    const QString path = arguments.value(u"out"_s);
    if (const Status written = writeFile(path, bytes); !written)
        return std::unexpected(written.error());
    invocation.console.result(u"Wrote %1."_s.arg(path), {{u"file"_s, path}, {u"format"_s, format}});
    return 0;
}

} // namespace autodidact
