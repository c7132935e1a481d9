#pragma once

#include "core/base/error.h"
#include "core/domain/run.h"

#include <QStringList>

namespace autodidact {

/// What an arm of a study is compared by. Words of the plan file in brackets.
enum class StudyMeasure {
    Memory = 1,      ///< [memory] the first version with what the run remembered, against the first version without
    Version = 2,     ///< [version] the last version against the first, both without memory
    Both = 3,        ///< [both] last version and memory against first version and none
    Retries = 4,     ///< [retries] tasks solved in the run, against another arm's with the same seed
    Safety = 5,      ///< [safety] every version again: what the last loses against the best
};

/// One way to run the loop.
struct StudyArm {
    QString name;
    StudyMeasure measure = StudyMeasure::Both;
    QString against;                 ///< of Retries: the other arm's name
    QStringList worlds;              ///< only these; empty: all of the study's
    QList<QPair<QString, QString>> settings;   ///< keys of --set, over the study's

    bool operator==(const StudyArm &) const = default;
};

/// A study of the machinery with the simulated student: every arm in every world with every seed.
struct StudyPlan {
    QString name;                    ///< the file's, without folder and ending
    QString title;
    QString question;
    QString suite;
    QStringList worlds;
    int seeds = 20;                  ///< 1 … seeds are played in each world
    double level = 0.01;             ///< one-sided, of the test of one seed
    int laps = 20;                   ///< tries per audited task and side
    bool expectsNothing = false;     ///< [expect = "nothing"] no world holds an effect for these students: every call is a false alarm
    QString studentSha256;           ///< of the student's parameters; empty: any
    QList<QPair<QString, QString>> settings;   ///< of every run
    QList<StudyArm> arms;
    QString hash;                    ///< SHA-256 of the file, in hexadecimal

    /// The settings of a run of this study. BadUsage names a setting that does not exist.
    Result<RunConfig> configOf(const StudyArm &arm, const QString &world, int seed) const;

    const StudyArm *arm(const QString &name) const;
};

/// Reads a plan. NotFound, or BadInput with file and line.
Result<StudyPlan> readStudyPlan(const QString &path);

/// The plans that come with the program, as resource paths by name.
QStringList bundledStudies();

} // namespace autodidact
