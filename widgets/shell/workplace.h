#pragma once

#include "core/runners/runner.h"
#include "widgets/welcome/machinestate.h"

#include <QMap>
#include <QString>

#include <functional>
#include <memory>

namespace autodidact {

/// What the window needs from the program around it.
struct Workplace {
    QString databasePath;
    std::function<MachineState()> checkMachine;                                  ///< may take long; any thread
    std::function<Result<std::unique_ptr<Runner>>()> makeRunner;                 ///< to check tasks; may take long; any thread
    std::function<QMap<QString, QString>()> toolVersions;                        ///< may take long; any thread
    std::function<void(const QString &model, const QString &key)> rememberKey;   ///< for this session, in memory only
    std::function<void(const QString &path)> openDatabase;                       ///< leaves this window for a new one
};

} // namespace autodidact
