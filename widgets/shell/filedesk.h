#pragma once

#include "widgets/base/services.h"
#include "widgets/shell/messagebar.h"
#include "widgets/shell/workplace.h"

class QSettings;

namespace autodidact {

/// What comes from files and goes to them: suites in, reports out, another database. GUI thread.
class FileDesk : public QObject
{
    Q_OBJECT

public:
    FileDesk(Services &services, const Workplace &workplace, MessageBar &messages, QSettings &settings, QWidget *window);

    void importSuite();
    void openDatabase();
    void exportReport();

    /// Without a question; the extension decides the format: html, md, csv. \p finished gets what went wrong.
    void writeReport(RunId run, const QString &path, std::function<void(Status)> finished);
    void importSuiteFrom(const QString &path);

Q_SIGNALS:
    void suitesChanged();

private:
    static Result<Done> writeReportFile(Database &database, RunId run, const QString &path, const QMap<QString, QString> &tools);
    QString folder() const;
    void remember(const QString &path);
    void post(const QString &key, Severity severity, const QString &text, const QString &details = {});

    Services &m_services;
    const Workplace &m_workplace;
    MessageBar &m_messages;
    QSettings &m_settings;
    QWidget *m_window;
    Ticket m_imports;
    Ticket m_reports;
};

} // namespace autodidact
