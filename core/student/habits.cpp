#include "core/student/habits.h"

#include "core/base/random.h"
#include "core/student/faults/faultsites.h"

#include <algorithm>

namespace autodidact {

namespace {

FamilySet declaredBy(const Task &task)
{
    FamilySet set;
    for (const QString &name : task.families) {
        if (const std::optional<FaultFamily> family = faultFamilyFromString(name))
            set |= only(*family);
    }
    return set;
}

/// Among the places where the mistake is most likely to show, one for good.
std::optional<FaultSite> chooseSite(Random random, const SeenProgram &program, FaultFamily family)
{
    const std::vector<FaultSite> candidates = candidateSites(program, family);
    std::vector<int> order = random.permutation(int(candidates.size()));
    std::ranges::stable_sort(order, {}, [&](int number) { return candidates[size_t(number)].rank; });
    if (order.empty())
        return std::nullopt;
    // A parse for each would cost more than all the rest. Only slips can fail to do what they are meant to: where
    // another edit breaks the syntax, write() leaves it out.
    if (family != FaultFamily::SyntaxSlip)
        return candidates[size_t(order.front())];
    for (const int number : order) {
        if (std::optional<FaultSite> site = triedOut(program, candidates[size_t(number)]))
            return site;
    }
    return std::nullopt;
}

bool overlaps(const std::vector<Replacement> &pieces, const FaultSite &site)
{
    return std::ranges::any_of(pieces, [&site](const Replacement &taken) {
        return std::ranges::any_of(site.pieces, [&taken](const Replacement &piece) {
            return piece.start <= taken.end && taken.start <= piece.end;
        });
    });
}

bool parses(Language language, const QByteArray &program)
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(language, program);
    return tree && !tree->hasError();
}

/// Puts the mistakes together without asking whether the result parses.
WrittenProgram combine(const ReferenceHabits &reference, const FamilySet &families)
{
    WrittenProgram written;
    std::vector<Replacement> pieces;
    std::vector<const FaultSite *> made;
    for (const std::optional<FaultSite> &site : reference.sites) {
        if (!site || !holds(families, site->family) || overlaps(pieces, *site))
            continue;
        pieces.insert(pieces.end(), site->pieces.begin(), site->pieces.end());
        made.push_back(&*site);
    }
    std::ranges::sort(pieces, {}, &Replacement::start);
    std::ranges::sort(made, {}, [](const FaultSite *site) { return site->pieces.front().start; });
    written.code = applied(reference.program, pieces);
    for (const FaultSite *site : made) {
        qsizetype shift = 0;
        for (const Replacement &piece : pieces) {
            if (piece.start < site->pieces.front().start)
                shift += piece.text.count('\n') - reference.program.sliced(piece.start, piece.end - piece.start).count('\n');
        }
        written.faults.push_back({site->family, site->line + int(shift)});
    }
    return written;
}

/// Says what became of which line.
void describe(WrittenProgram &written, const ReferenceHabits &reference)
{
    const QByteArrayList before = reference.program.split('\n');
    const QByteArrayList after = written.code.split('\n');
    for (MadeFault &fault : written.faults) {
        const std::optional<FaultSite> &site = reference.sites.at(size_t(fault.family) - 1);
        fault.before = before.value(site->line - 1).trimmed();
        fault.after = after.value(fault.line - 1).trimmed();
    }
}

QByteArray withoutEndings(const QByteArray &code)
{
    QByteArrayList lines = code.split('\n');
    for (QByteArray &line : lines) {
        while (line.endsWith(' ') || line.endsWith('\r') || line.endsWith('\t'))
            line.chop(1);
    }
    return lines.join('\n').trimmed();
}

} // namespace

FamilySet WrittenProgram::families() const
{
    FamilySet set;
    for (const MadeFault &fault : faults)
        set |= only(fault.family);
    return set;
}

FamilySet ReferenceHabits::possible() const
{
    FamilySet set;
    for (const std::optional<FaultSite> &site : sites) {
        if (site)
            set |= only(site->family);
    }
    return set;
}

Habits::Habits(const Textbook &book, quint64 worldSeed, const FaultParameters &parameters)
    : m_book(book)
    , m_seed(worldSeed)
    , m_parameters(parameters)
{
    for (qsizetype i = 0; i < book.size(); ++i)
        m_groups.insert(book.task(i).groupKey(), std::make_shared<Group>());
}

const TaskHabits &Habits::of(qsizetype task) const
{
    Group &group = *m_groups.constFind(m_book.task(task).groupKey())->get();
    std::call_once(group.met, [&] { meet(group, m_book.groupOf(task)); });
    return *group.tasks.constFind(task);
}

/// Mistakes that few test suites notice apply seldom, unless the task is known to be prone to them.
double Habits::weightOf(FaultFamily family, const FamilySet &declared) const
{
    if (holds(declared, family))
        return m_parameters.declaredWeight;
    return holds(m_parameters.quiet, family) ? m_parameters.quietWeight : 1.0;
}

/// 1 + Poisson(2) of the possible families, drawn without putting back.
FamilySet Habits::drawFamilies(Random random, FamilySet possible, const FamilySet &declared) const
{
    FamilySet drawn;
    const int wanted = std::min(1 + random.poisson(m_parameters.extraFamiliesMean), m_parameters.mostFamilies);
    while (int(drawn.count()) < wanted && possible.any()) {
        std::vector<double> weights;
        for (const FaultFamily family : allFaultFamilies())
            weights.push_back(holds(possible, family) ? weightOf(family, declared) : 0.0);
        const FamilySet next = only(FaultFamily(random.weighted(weights) + 1));
        drawn |= next;
        possible &= ~next;
    }
    return drawn;
}

TaskHabits Habits::readTask(qsizetype index) const
{
    const Task &task = m_book.task(index);
    TaskHabits habits{
        .language = task.language, .group = stableHash(task.groupKey().toUtf8()), .task = stableHash(task.key.toUtf8())};
    for (const QString &text : task.references) {
        const Result<SyntaxTree> tree = SyntaxTree::parse(task.language, text.toUtf8());
        if (!tree || tree->hasError())
            continue;
        ReferenceHabits reference{.program = tree->source()};
        const SeenProgram program(*tree);
        const qint64 number = qint64(habits.references.size());
        for (const FaultFamily family : allFaultFamilies()) {
            const Random random = Random::of({qint64(m_seed), qint64(habits.task), number, qint64(family)}, "student.site");
            reference.sites.at(size_t(family) - 1) = chooseSite(random, program, family);
        }
        habits.references.push_back(std::move(reference));
    }
    return habits;
}

void Habits::meet(Group &group, const QList<qsizetype> &tasks) const
{
    FamilySet possible;
    FamilySet declared;
    quint64 name = 0;
    for (const qsizetype index : tasks) {
        TaskHabits habits = readTask(index);
        for (const ReferenceHabits &reference : habits.references)
            possible |= reference.possible();
        declared |= declaredBy(m_book.task(index));
        name = habits.group;
        group.tasks.insert(index, std::move(habits));
    }
    const FamilySet drawn = drawFamilies(Random::of({qint64(m_seed), qint64(name)}, "student.applicable"), possible, declared);
    for (TaskHabits &habits : group.tasks) {
        FamilySet here;
        for (const ReferenceHabits &reference : habits.references)
            here |= reference.possible();
        habits.applicable = drawn & here;
        if (habits.applicable.none())   // what its group is prone to is not possible here: something else is
            habits.applicable =
                drawFamilies(Random::of({qint64(m_seed), qint64(habits.task)}, "student.applicable"), here, declared);
    }
}

WrittenProgram Habits::write(const TaskHabits &task, int reference, FamilySet families)
{
    const ReferenceHabits &habits = task.references.at(size_t(reference));
    const FamilySet slip = families & only(FaultFamily::SyntaxSlip);
    FamilySet kept = families & ~slip;
    WrittenProgram written = combine(habits, kept);
    for (size_t number = kept.size(); number-- > 0 && !parses(task.language, written.code);) {
        kept.reset(number);
        written = combine(habits, kept);
    }
    if (slip.any())
        written = combine(habits, kept | slip);
    written.reference = reference;
    describe(written, habits);
    return written;
}

std::optional<WrittenProgram> Habits::recognise(const TaskHabits &task, const QByteArray &code)
{
    if (std::optional<WrittenProgram> own = match(task, code, [](const QByteArray &text) { return text.trimmed(); }))
        return own;
    return match(task, code, withoutEndings);
}

std::optional<WrittenProgram> Habits::match(
    const TaskHabits &task, const QByteArray &code, const std::function<QByteArray(const QByteArray &)> &plain)
{
    const QByteArray wanted = plain(code);
    for (size_t reference = 0; reference < task.references.size(); ++reference) {
        const ReferenceHabits &habits = task.references[reference];
        // Each subset of the applicable families in turn: the next one is (subset - all) & all.
        const quint64 all = (task.applicable & habits.possible()).to_ullong();
        quint64 subset = 0;
        do {
            WrittenProgram written = combine(habits, FamilySet(subset));
            if (plain(written.code) == wanted) {
                written.reference = int(reference);
                describe(written, habits);
                return written;
            }
            subset = (subset - all) & all;
        } while (subset != 0);
    }
    return std::nullopt;
}

} // namespace autodidact
