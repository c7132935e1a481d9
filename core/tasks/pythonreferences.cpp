#include "core/tasks/pythonreferences.h"

#include "core/tasks/pythonsource.h"
#include "core/tasks/suitebuilder.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isPython3(const QString &code)
{
    const auto tree = SyntaxTree::parse(Language::Python, code.toUtf8());
    if (!tree || tree->hasError() || code.trimmed().isEmpty())
        return false;
    if (!SyntaxTree::all(tree->root(), "print_statement").empty() || !SyntaxTree::all(tree->root(), "exec_statement").empty())
        return false;
    const QSet<QByteArray> old{"raw_input", "xrange", "unicode", "iteritems", "itervalues"};
    return !identifiersIn(tree->root()).subtract(namesBoundIn(tree->root())).intersects(old);
}

} // namespace

PythonReferences pythonReferences(const QStringList &solutions, const QString &prefix)
{
    PythonReferences references;
    for (const QString &solution : solutions) {
        const QString code = unixText(solution);
        if (references.programs.size() == MostReferences) {
            references.cut = true;
            return references;
        }
        if (isPython3(code))
            references.programs.append(prefix + code + (code.endsWith(u'\n') ? u""_s : u"\n"_s));
    }
    return references;
}

} // namespace autodidact
