#pragma once

#include "app/workbench/keyring.h"
#include "app/workbench/options.h"
#include "widgets/shell/appearance.h"

#include <QSettings>

namespace autodidact {

class Performance;
class Workbench;

/// The running program: opens a database, replaces it by another, and ends with the last window. GUI thread.
class Program : public QObject
{
    Q_OBJECT

public:
    Program(ProgramOptions options, QSettings &settings);
    ~Program() override;

    void begin();
    Workbench *workbench() { return m_workbench.get(); }

private:
    void open(const QString &path);
    void opened();
    void refused(const QString &path, const Error &error);

    ProgramOptions m_options;
    QSettings &m_settings;
    Appearance m_appearance;
    std::shared_ptr<KeyRing> m_keys = std::make_shared<KeyRing>();
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Performance> m_performance;
};

} // namespace autodidact
