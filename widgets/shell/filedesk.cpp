#include "widgets/shell/filedesk.h"

#include "core/base/file.h"
#include "core/control/recordreader.h"
#include "core/evaluation/metrics.h"
#include "core/report/runreport.h"
#include "core/storage/suitestore.h"
#include "core/tasks/importer.h"
#include "widgets/base/errortext.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

FileDesk::FileDesk(Services &services, const Workplace &workplace, MessageBar &messages, QSettings &settings, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_workplace(workplace)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
{
}

QString FileDesk::folder() const
{
    return m_settings.value("files/folder", QStandardPaths::writableLocation(QStandardPaths::HomeLocation)).toString();
}

void FileDesk::remember(const QString &path)
{
    m_settings.setValue("files/folder", QFileInfo(path).absolutePath());
}

void FileDesk::post(const QString &key, Severity severity, const QString &text, const QString &details)
{
    m_messages.post({.key = key, .severity = severity, .text = text, .details = details, .remedies = {}});
}

void FileDesk::importSuite()
{
    auto *dialog = new QFileDialog(m_window, tr("Import suite"), folder(), tr("Suites (*.jsonl *.jsonl.gz);;All files (*)"));
    dialog->setObjectName(u"importSuiteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        remember(path);
        importSuiteFrom(path);
    });
    dialog->open();
}

void FileDesk::importSuiteFrom(const QString &path)
{
    // Parsed in the reader thread: the agent thread only stores.
    m_services.reader.ask(this, m_imports, [path](Database &) -> Result<SuiteContent> {
        Result<SuiteContent> own = autodidact::importSuite(u"jsonl"_s, path);
        if (own)
            return own;
        Result<SuiteContent> published = autodidact::importSuite(u"humaneval"_s, path);
        return published ? published : own;
    }, [this](Result<SuiteContent> content) {
        if (!content) {
            post(u"import"_s, Severity::Failure, tr("The suite was not imported; nothing was changed."), content.error().detail);
            return;
        }
        performFor<Suite>(this, m_services.agent, [content = *content](Database &database, Journal &) {
            return SuiteStore(database).add(content.suite, content.tasks);
        }, [this, warnings = content->warnings](Result<Suite> suite) {
            if (!suite) {
                post(u"import"_s, Severity::Failure, tr("The suite was not imported; nothing was changed."), suite.error().detail);
                return;
            }
            post(u"import"_s, Severity::Note, tr("The suite %1 is here: %n tasks.", nullptr, suite->taskCount).arg(suite->name), warnings.join(u'\n'));
            Q_EMIT suitesChanged();
        });
    });
}

void FileDesk::openDatabase()
{
    auto *dialog = new QFileDialog(m_window, tr("Open database"), QFileInfo(m_workplace.databasePath).absolutePath(),
                                   tr("Databases (*.sqlite *.db);;All files (*)"));
    dialog->setObjectName(u"openDatabaseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_workplace.openDatabase(path); });
    dialog->open();
}

void FileDesk::exportReport()
{
    const RunId run = m_services.cursor.cursor().run;
    if (!run.isValid())
        return;
    auto *dialog = new QFileDialog(m_window, tr("Export report"), folder(), tr("Web page (*.html);;Markdown (*.md);;Table (*.csv)"));
    dialog->setObjectName(u"exportReportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(u"report-%1.html"_s.arg(run.value));
    connect(dialog, &QFileDialog::fileSelected, this, [this, run](const QString &path) {
        remember(path);
        writeReport(run, path, [this, path](const Status &status) {
            if (status)
                post(u"report"_s, Severity::Note, tr("The report is in %1.").arg(QDir::toNativeSeparators(path)));
            else
                post(u"report"_s, Severity::Failure, tr("The report was not written. %1").arg(errorHeading(status.error().kind)), status.error().detail);
        });
    });
    dialog->open();
}

Result<Done> FileDesk::writeReportFile(Database &database, RunId run, const QString &path, const QMap<QString, QString> &tools)
{
    const Result<RunRecord> record = readRecord(database, run, tools);
    if (!record)
        return std::unexpected(record.error());
    const RunMetrics metrics = computeMetrics(*record);
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QString text = suffix == u"md" ? markdownReport(*record, metrics) : suffix == u"csv" ? csvReport(*record, metrics) : htmlReport(*record, metrics);
    return writeFile(path, text.toUtf8()).transform([] { return Done{}; });
}

void FileDesk::writeReport(RunId run, const QString &path, std::function<void(Status)> finished)
{
    m_services.reader.ask(this, m_reports, [run, path, tools = m_workplace.toolVersions](Database &database) {
        return writeReportFile(database, run, path, tools ? tools() : QMap<QString, QString>());
    }, [finished = std::move(finished)](Result<Done> done) { finished(done ? Status() : std::unexpected(done.error())); });
}

} // namespace autodidact
