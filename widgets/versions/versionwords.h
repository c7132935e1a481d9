#pragma once

#include "core/domain/update.h"
#include "core/evaluation/intervals.h"
#include "core/update/versiondiff.h"

#include <QString>

namespace autodidact {

/// Translated words for versions, updates and decisions; shared by the tree, the dialogs and the safety log.
namespace versionwords {

QString origin(VersionOrigin origin);
QString action(const SafetyDecision &decision);
QString decision(Decision decision);
QString rate(int solved, int tasks);             ///< "70 % (55–82 %)"; Wilson 95 %
QString solved(int solved, int tasks);           ///< "28 of 40 solved, 70 % (55–82 %)"; says so when nothing was tried
QString change(const VersionDiff &diff);         ///< "4 rules leave the prompt, 1 returns, 2 strategy settings change"
QString setting(const QString &field);           ///< name of a field of Strategy
QString section(const QString &name);           ///< heading of a prompt section; the shipped ones in words
QString settingValue(const QString &value);      ///< "yes" and "no" in words
QString edit(const RuleEdit &edit);              ///< "Adds a rule", "Drops r3, r4"
QString iconOf(VersionOrigin origin);            ///< name for theme::icon; empty for none
QString channel(const QString &name);            ///< "canary" and "stable" in words
QString versions(int first, int last);           ///< "Version 4", "Versions 4–7"

} // namespace versionwords
} // namespace autodidact
