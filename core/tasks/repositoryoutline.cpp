#include "core/tasks/repositoryoutline.h"

#include "core/tasks/wordsoftext.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qint64 LargestFile = 400'000;
constexpr qint64 MostBytes = 60'000'000;
constexpr double PathWeight = 3;
constexpr double TestWeight = 0.4;
constexpr int Around = 10; ///< lines shown on either side of one that matters

struct Candidate {
    QString path;
    QByteArray content;
    QSet<QByteArray> words;
    double score = 0;
};

bool isTest(const QString &path)
{
    return path.contains(u"test", Qt::CaseInsensitive);
}

bool isText(const QByteArray &content)
{
    return !content.left(8000).contains('\0');
}

Result<std::vector<Candidate>> candidatesIn(const Clone &clone, const TreeId &tree, const QList<TreeFile> &files)
{
    std::vector<Candidate> candidates;
    qint64 bytes = 0;
    for (const TreeFile &file : files) {
        const bool plain = file.kind == TreeFile::Kind::File || file.kind == TreeFile::Kind::Program;
        if (!plain || file.bytes > LargestFile || bytes + file.bytes > MostBytes)
            continue;
        Result<QByteArray> content = clone.read(tree, file.path);
        if (!content)
            return std::unexpected(content.error());
        bytes += file.bytes;
        if (isText(*content)) {
            QSet<QByteArray> words = wordsOf(*content);
            candidates.push_back({file.path, std::move(*content), std::move(words)});
        }
    }
    return candidates;
}

/// What each word of the statement is worth: the fewer files hold it, the more.
QMap<QByteArray, double> weightsOf(const QSet<QByteArray> &wanted, const std::vector<Candidate> &candidates)
{
    QMap<QByteArray, double> weights;
    for (const QByteArray &word : wanted) {
        const auto holding =
            std::ranges::count_if(candidates, [&word](const Candidate &candidate) { return candidate.words.contains(word); });
        if (holding > 0)
            weights[word] = std::log(1 + double(candidates.size()) / double(holding));
    }
    return weights;
}

void rank(std::vector<Candidate> &candidates, const QMap<QByteArray, double> &weights, const QString &statement)
{
    for (Candidate &candidate : candidates) {
        const QSet<QByteArray> inPath = wordsOf(candidate.path.toUtf8());
        for (auto weight = weights.cbegin(); weight != weights.cend(); ++weight)
            candidate.score += weight.value()
                * (double(candidate.words.contains(weight.key())) + PathWeight * double(inPath.contains(weight.key())));
        if (statement.contains(candidate.path))
            candidate.score *= 4;
        if (isTest(candidate.path))
            candidate.score *= TestWeight;
        // A long file holds every word by and by.
        candidate.score = std::round(1e6 * candidate.score / (4 + std::log2(1 + double(candidate.content.size()))));
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::score);
}

/// Lines that hold the words worth most, with those around them, as far as \p room goes.
QString excerptOf(const QByteArray &content, const QMap<QByteArray, double> &weights, qsizetype room)
{
    const QList<QByteArray> lines = content.split('\n');
    std::vector<std::pair<double, qsizetype>> best;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QSet<QByteArray> words = wordsOf(lines.at(i));
        double worth = 0;
        for (auto weight = weights.cbegin(); weight != weights.cend(); ++weight)
            worth += words.contains(weight.key()) ? weight.value() : 0;
        if (worth > 0)
            best.emplace_back(std::round(-1e6 * worth), i);
    }
    std::ranges::sort(best);
    std::vector<bool> shown(size_t(lines.size()));
    for (const auto &[worth, line] : best) {
        for (qsizetype i = std::max(qsizetype(0), line - Around); i <= line + Around && i < lines.size(); ++i) {
            room -= shown[size_t(i)] ? 0 : lines.at(i).size() + 1;
            if (room > 0)
                shown[size_t(i)] = true;
        }
    }
    QString text;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (shown[size_t(i)]) {
            text += QString::fromUtf8(lines.at(i)) + u'\n';
            continue;
        }
        const qsizetype from = i;
        while (i + 1 < lines.size() && !shown[size_t(i + 1)])
            ++i;
        text += u"[… lines %1 to %2 left out …]\n"_s.arg(from + 1).arg(i + 1);
    }
    return text;
}

QStringList treeWithin(const QList<TreeFile> &files, qsizetype budget)
{
    for (qsizetype depth = 100; depth >= 1; depth = depth > 8 ? 8 : depth - 1) {
        QMap<QString, int> entries;
        for (const TreeFile &file : files) {
            const bool shown = file.path.count(u'/') < depth;
            ++entries[shown ? file.path : file.path.section(u'/', 0, depth - 1) + u'/'];
        }
        QStringList lines;
        qsizetype length = 0;
        for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry) {
            lines.append(entry.key().endsWith(u'/') ? u"%1 (%2 files)"_s.arg(entry.key()).arg(entry.value()) : entry.key());
            length += lines.last().size() + 1;
        }
        if (length <= budget)
            return lines;
        if (depth == 1)
            return lines.first(std::max(qsizetype(1), lines.size() * budget / length)) + QStringList{u"…"_s};
    }
    return {};
}

} // namespace

Result<RepositoryOutline> outlineOf(const Clone &clone, const TreeId &tree, const QString &statement, const OutlineBudget &budget)
{
    const auto files = clone.files(tree);
    if (!files)
        return std::unexpected(files.error());
    auto candidates = candidatesIn(clone, tree, *files);
    if (!candidates)
        return std::unexpected(candidates.error());
    const QMap<QByteArray, double> weights = weightsOf(wordsOf(statement.toUtf8()), *candidates);
    rank(*candidates, weights, statement);
    RepositoryOutline outline{.tree = treeWithin(*files, budget.tree)};
    qsizetype room = budget.files;
    for (const Candidate &candidate : *candidates) {
        const qsizetype most = std::min(room, budget.oneFile);
        if (candidate.score <= 0 || most < 400)
            break;
        const bool whole = candidate.content.size() <= most;
        const ShownFile shown{
            candidate.path, whole ? QString::fromUtf8(candidate.content) : excerptOf(candidate.content, weights, most), whole};
        room -= shown.text.size();
        outline.files.append(shown);
    }
    return outline;
}

} // namespace autodidact
