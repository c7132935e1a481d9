#include "core/runners/repository/judgedtree.h"

#include "core/tasks/patchedfiles.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Files by which an attempt could tell the framework what to find, and what to say of it.
bool steersTests(const QString &path)
{
    static const QStringList names{
        u"conftest.py"_s, u"pytest.ini"_s, u".pytest.ini"_s, u"sitecustomize.py"_s, u"usercustomize.py"_s};
    const QString name = path.section(u'/', -1);
    const QString top = path.section(u'/', 0, 0); // modules beside the tests are found before the system's
    if (top == "pytest"_L1 || top == "pytest.py"_L1 || top == "unittest"_L1 || top == "unittest.py"_L1)
        return true;
    return names.contains(name) || name.startsWith("jest.config."_L1);
}

/// The file that a test's name begins with, where it does.
QString fileOf(const QString &test)
{
    return test.contains("::"_L1) ? test.section(u"::"_s, 0, 0) : QString();
}

/// "test_b" of "tests/test_x.py::TestA::test_b[param]".
QString functionOf(const QString &test)
{
    return test.section(u"::"_s, -1).section(u'[', 0, 0);
}

/// A tree with the tests in place that nobody but the task decides, and the paths of these.
struct Official {
    TreeId tree;
    QStringList judged;
    QStringList setUp;
};

Status takeFromCommit(const Clone &clone, const QString &commit, const QStringList &paths, Official &official)
{
    const auto other = clone.treeOf(commit);
    if (!other)
        return std::unexpected(other.error());
    for (const QString &path : paths) {
        const auto content = clone.read(*other, path);
        const auto tree = content ? clone.changed(official.tree, {{path, *content}}) : std::unexpected(content.error());
        if (!tree)
            return std::unexpected(tree.error());
        official.tree = *tree;
        official.judged.append(path);
    }
    return {};
}

Result<Official> officialTree(const Clone &clone, const TreeId &base, const Repository &repository)
{
    static const QRegularExpression checkout(u"^git checkout ([0-9a-f]{7,40}) -- (.+)$"_s);
    Official official{.tree = base, .judged = patchedFiles(repository.testPatch)};
    if (!repository.testPatch.trimmed().isEmpty()) {
        const QByteArray patch = repository.testPatch.toUtf8();
        const auto patched = clone.patched(base, patch.endsWith('\n') ? patch : patch + '\n');
        if (!patched)
            return fail(ErrorKind::BadInput, u"the test patch does not fit the commit %1: %2 %3"_s.arg(repository.baseCommit,
                                                 patched.error().value(0).path, patched.error().value(0).reason));
        official.tree = *patched;
    }
    for (const QString &command : repository.setUpCommands) {
        const auto match = checkout.match(command);
        if (!match.hasMatch()) {
            official.setUp.append(command);
            continue;
        }
        if (const Status taken =
                takeFromCommit(clone, match.captured(1), match.captured(2).split(u' ', Qt::SkipEmptyParts), official);
            !taken)
            return std::unexpected(taken.error());
    }
    for (const QString &test : repository.failToPass + repository.passToPass) {
        const QString file = fileOf(test);
        if (!file.isEmpty() && !official.judged.contains(file) && clone.find(official.tree, file))
            official.judged.append(file);
    }
    return official;
}

/// Judged tests of a file that are written in \p before and no longer in \p after.
QString lostTest(const Repository &repository, const QString &path, const QByteArray &before, const QByteArray &after)
{
    for (const QString &test : repository.failToPass + repository.passToPass) {
        const QByteArray name = functionOf(test).toUtf8();
        if (fileOf(test) == path && !name.isEmpty() && before.contains("def " + name + '(')
            && !after.contains("def " + name + '('))
            return QString::fromUtf8(name);
    }
    return {};
}

QString tamperingIn(
    const Clone &clone, const TreeId &base, const TreeId &attempt, const Repository &repository, const QStringList &judged)
{
    for (const QString &path : judged) {
        const auto before = clone.read(base, path);
        if (!before)
            continue;
        const auto after = clone.read(attempt, path);
        if (!after)
            return u"the change deletes %1, which holds tests"_s.arg(path);
        if (const QString lost = lostTest(repository, path, *before, *after); !lost.isEmpty())
            return u"the change takes the test %1 out of %2"_s.arg(lost, path);
    }
    return {};
}

Result<QStringList> steeringFiles(const Clone &clone, const TreeId &tree)
{
    const auto files = clone.files(tree);
    if (!files)
        return std::unexpected(files.error());
    QStringList paths;
    for (const TreeFile &file : *files) {
        if (steersTests(file.path) && file.kind != TreeFile::Kind::Link)
            paths.append(file.path);
    }
    return paths;
}

} // namespace

Result<JudgedTree> judgedTree(const Clone &clone, const TreeId &base, const TreeId &attempt, const Repository &repository)
{
    const auto official = officialTree(clone, base, repository);
    if (!official)
        return std::unexpected(official.error());
    const auto steering = steeringFiles(clone, official->tree);
    const auto added = steeringFiles(clone, attempt);
    if (!steering || !added)
        return std::unexpected(steering ? added.error() : steering.error());
    JudgedTree judged{attempt, official->setUp, tamperingIn(clone, base, attempt, repository, official->judged)};
    QStringList paths = official->judged + *steering + *added;
    paths.removeDuplicates();
    for (const QString &path : std::as_const(paths)) {
        const auto content = clone.read(official->tree, path);
        const auto there = clone.read(judged.tree, path);
        if ((!content && !there) || (content && there && *content == *there))
            continue;
        const auto tree = clone.changed(judged.tree, {{path, content ? std::optional(*content) : std::nullopt}});
        if (tree)
            judged.tree = *tree;
        else if (judged.tampering.isEmpty())
            judged.tampering = u"the change leaves no place for the tests: "_s + tree.error().detail;
    }
    return judged;
}

} // namespace autodidact
