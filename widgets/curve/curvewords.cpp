#include "widgets/curve/curvewords.h"

#include "widgets/base/reasonwords.h"

using namespace Qt::StringLiterals;

namespace autodidact {

QString CurveWords::percent(double share)
{
    return tr("%1 %").arg(qRound(share * 100));
}

QString CurveWords::range(const Estimate &estimate)
{
    return tr("%1 % (%2–%3 %)", "rate and its 95 % interval").arg(qRound(estimate.value * 100)).arg(qRound(estimate.low * 100)).arg(qRound(estimate.high * 100));
}

QString CurveWords::layer(CurveLayer layer, const CurveData &data)
{
    switch (layer) {
    case CurveLayer::Rounds: return tr("Success");
    case CurveLayer::Recalled: return tr("With recalled");
    case CurveLayer::Window: return tr("Window of %1").arg(data.windowWidth);
    case CurveLayer::Trust: return tr("Trust region");
    case CurveLayer::Checkpoints: return tr("Held-out tasks");
    case CurveLayer::Baseline: return tr("First version");
    case CurveLayer::Marks: return tr("Versions");
    }
    return {};
}

QString CurveWords::layerTip(CurveLayer layer, const CurveData &data)
{
    switch (layer) {
    case CurveLayer::Rounds:
        return tr("Share of the round's learning tasks whose last attempt passes all hidden tests, with its 95 % interval (Wilson). Solutions that memory gave away do not count.");
    case CurveLayer::Recalled:
        return tr("The same share with those tasks whose solution stood in the prompt.");
    case CurveLayer::Window:
        return data.windowOnLearn
            ? tr("Success over the last %1 learning tasks of one version, with its 95 % interval. It starts anew with each version.").arg(data.windowWidth)
            : tr("Success over the last %1 selection tasks of one version, with its 95 % interval. It starts anew with each version.").arg(data.windowWidth);
    case CurveLayer::Trust:
        return tr("From the best version's window down to %1 below it. A version below that is rolled back.").arg(percent(data.trustRegion));
    case CurveLayer::Checkpoints:
        return tr("Success on tasks that the agent never learns from, frozen prompt and memory, with its 95 % interval.");
    case CurveLayer::Baseline:
        return tr("The frozen first version without memories, on the same held-out tasks.");
    case CurveLayer::Marks:
        return tr("New versions, refused updates, rollbacks and what a person did.");
    }
    return {};
}

QString CurveWords::tip(const RoundDot &dot)
{
    QStringList lines;
    lines.append(dot.finished ? tr("Round %1, version %2").arg(dot.round).arg(dot.version)
                              : tr("Round %1, version %2: so far").arg(dot.round).arg(dot.version));
    lines.append(range(dot.learnt));
    lines.append(tr("%1 of %2 tasks solved").arg(dot.solved - dot.recalled).arg(dot.tasks));
    if (dot.recalled > 0)
        lines.append(tr("With recalled: %1 of %2, %3").arg(dot.solved).arg(dot.tasks).arg(range(dot.all)));
    lines.append(tr("At the first attempt: %1").arg(dot.firstTry));
    if (!dot.finished)
        lines.append(tr("%1 of %2 tasks done").arg(dot.tasks).arg(dot.scheduled));
    else if (dot.scheduled > dot.tasks)
        lines.append(tr("%n tasks not counted: fault of this machine", nullptr, dot.scheduled - dot.tasks));
    return lines.join(u'\n');
}

QString CurveWords::tip(const CheckDot &dot)
{
    QStringList lines;
    lines.append(tr("Checkpoint after round %1, version %2").arg(dot.round).arg(dot.version));
    lines.append(tr("Held-out tasks: %1 of %2, %3").arg(dot.solved).arg(dot.tasks).arg(range(dot.rate)));
    lines.append(tr("First version: %1 of %2, %3").arg(dot.baselineSolved).arg(dot.tasks).arg(range(dot.baseline)));
    if (dot.recalled > 0)
        lines.append(tr("Of these recalled: %1").arg(dot.recalled));
    return lines.join(u'\n');
}

QString CurveWords::tip(const WindowDot &dot)
{
    return QStringList{tr("Evaluation window in round %1, version %2").arg(dot.point.round).arg(dot.point.version), range(dot.point.rate),
                       tr("Last %n tasks", nullptr, dot.point.tasks)}
        .join(u'\n');
}

QString CurveWords::sentence(const CurveMark &mark)
{
    switch (mark.kind) {
    case MarkKind::Version:
        return mark.round == 0 ? tr("Version %1, the first").arg(mark.version)
            : mark.byPerson    ? tr("Version %1 after round %2, made by a person").arg(mark.version).arg(mark.round)
                               : tr("Version %1 after round %2").arg(mark.version).arg(mark.round);
    case MarkKind::Rejected: return tr("Update refused after round %1").arg(mark.round);
    case MarkKind::RollBack:
        return mark.byPerson ? tr("Rolled back to version %1 by a person after round %2").arg(mark.version).arg(mark.round)
                             : tr("Rolled back to version %1 after round %2").arg(mark.version).arg(mark.round);
    case MarkKind::Undo: return tr("Rollback undone after round %1: version %2 again").arg(mark.round).arg(mark.version);
    case MarkKind::Freeze: return tr("Updates stopped after round %1").arg(mark.round);
    case MarkKind::Unfreeze: return tr("Updates go on after round %1").arg(mark.round);
    case MarkKind::Hold: return tr("Version %1 held after round %2").arg(mark.version).arg(mark.round);
    case MarkKind::Release: return tr("Hold released after round %1").arg(mark.round);
    case MarkKind::Integrity: return tr("Integrity check hit in round %1").arg(mark.round);
    }
    return {};
}

QString CurveWords::tip(const QList<CurveMark> &marks)
{
    QStringList lines;
    for (const CurveMark &mark : marks.first(qMin<qsizetype>(marks.size(), 5))) {
        lines.append(sentence(mark));
        if (const QString reason = reasonwords::sentence(mark.why, mark.reason); !reason.isEmpty())
            lines.append(reason);
    }
    if (marks.size() > 5)
        lines.append(tr("and %n more", nullptr, int(marks.size()) - 5));
    return lines.join(u'\n');
}

} // namespace autodidact
