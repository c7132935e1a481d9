#include "app/cli/memorycall.h"
#include "app/cli/progressbar.h"
#include "app/composition.h"
#include "core/control/credit.h"
#include "core/storage/runstore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QJsonObject documentOf(const CreditPlan &plan)
{
    return {{u"memory"_s, plan.memory.value}, {u"revision"_s, plan.revision},
        {u"attempts"_s, plan.cases.size()}, {u"left_out"_s, plan.leftOut}, {u"draws"_s, plan.draws},
        {u"calls"_s, plan.calls()}, {u"tokens_estimated"_s, plan.tokens()}};
}

QString textOf(const CreditPlan &plan)
{
    QString text = u"%1 attempts carried memory %2; measuring takes %3 calls, about %4 tokens."_s
                       .arg(plan.cases.size())
                       .arg(plan.memory.value)
                       .arg(plan.calls())
                       .arg(plan.tokens());
    if (plan.leftOut > 0)
        text += u" %1 more cannot be made again."_s.arg(plan.leftOut);
    return text;
}

Result<Credit> measured(MemoryCall &call, const CreditPlan &plan)
{
    const SessionParts parts = sessionParts();
    const Result<RunModels> models = parts.makeModels(plan.config, plan.tasks);
    if (!models)
        return std::unexpected(models.error());
    const Result<std::unique_ptr<Runner>> runner = parts.makeRunner(plan.config, 1);
    if (!runner)
        return std::unexpected(runner.error());
    const Judge judge(**runner);
    ProgressBar bar(call.console, u"credit"_s);
    return CreditMeter(*models->coder, judge).measure(plan, {}, [&bar](int done, int total) {
        bar.set(done, total);
    });
}

Result<int> credit(MemoryCall &call)
{
    const Result<Run> run = RunStore(call.database).byNameOrId(call.arguments.positional().at(0));
    const Result<QList<MemoryId>> ids = call.ids(1);
    const Result<int> draws = call.arguments.number(u"draws"_s, 0, 1000);
    if (!run)
        return std::unexpected(run.error());
    if (!ids || !draws)
        return std::unexpected(ids ? draws.error() : ids.error());
    const Result<CreditPlan> plan = planCredit(call.database, run->id, ids->first(), *draws);
    if (!plan)
        return std::unexpected(plan.error());
    if (!call.arguments.has(u"yes"_s)) {
        call.console.result(textOf(*plan) + u" Add --yes to measure.\n"_s, documentOf(*plan));
        return 0;
    }
    call.console.message(textOf(*plan));
    const Result<Credit> found = measured(call, *plan);
    if (!found)
        return std::unexpected(found.error());
    Event event = creditEvent(*plan, *found);
    if (const Status stored = call.journal.append(event); !stored)
        return std::unexpected(stored.error());
    const Estimate difference = found->difference();
    QJsonObject document = documentOf(*plan);
    document[u"pairs"_s] = found->pairs;
    document[u"helped"_s] = found->helped;
    document[u"harmed"_s] = found->harmed;
    document[u"both_solved"_s] = found->bothSolved;
    document[u"faults"_s] = found->faults;
    document[u"difference"_s] = QJsonObject{
        {u"value"_s, difference.value}, {u"low"_s, difference.low}, {u"high"_s, difference.high}};
    document[u"p_value"_s] = found->p();
    document[u"tokens"_s] = found->usage.promptTokens + found->usage.completionTokens;
    call.console.result(
        u"Memory %1: with it %2 of %3 pairs solved, without it %4. Helped %5, harmed %6: %7 points (95 %: %8 to %9), p %10.\n"_s
            .arg(plan->memory.value)
            .arg(found->bothSolved + found->helped)
            .arg(found->pairs)
            .arg(found->bothSolved + found->harmed)
            .arg(found->helped)
            .arg(found->harmed)
            .arg(100 * difference.value, 0, 'f', 1)
            .arg(100 * difference.low, 0, 'f', 1)
            .arg(100 * difference.high, 0, 'f', 1)
            .arg(found->p(), 0, 'g', 2),
        document);
    return 0;
}

} // namespace

QList<MemoryForm> memoryCreditForms()
{
    return {{u"credit"_s, u"RUN ID [--draws N] [--yes]"_s, 2, 2, {u"draws"_s, u"yes"_s}, credit}};
}

} // namespace autodidact
