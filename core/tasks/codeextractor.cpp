#include "core/tasks/codeextractor.h"

#include "core/tasks/definitions.h"
#include "core/tasks/fencedblocks.h"
#include "core/tasks/pythonsource.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What the extraction looks for in a piece of text.
struct Wanted {
    Language language;
    QString entryPoint;

    bool parses(const QString &code) const
    {
        const auto tree = SyntaxTree::parse(language, code.toUtf8());
        return !tree || !tree->hasError();      // without a grammar every block is taken as it stands
    }
    bool defines(const QString &code) const { return definesEntryPoint(code, language, entryPoint); }
    bool isProgram(const QString &code) const { return defines(code) && parses(code); }
};

/// A function whose body says only `...`, `pass` or that it is not implemented.
bool isStub(const QString &code, const Wanted &wanted)
{
    const auto tree = SyntaxTree::parse(wanted.language, code.toUtf8());
    const auto target = tree ? topLevelFunction(*tree, wanted.entryPoint.toUtf8()) : std::nullopt;
    const auto body = target ? target->child("body") : std::nullopt;
    if (!body)
        return false;
    const auto statements = body->namedChildren();
    return std::ranges::all_of(statements, [](const SyntaxNode &statement) {
        const QByteArrayView text = statement.text();
        return statement.kind() == "comment" || statement.kind() == "pass_statement" || text == "..." || text.startsWith('"')
            || text.startsWith('\'') || text.startsWith("raise NotImplementedError");
    });
}

/// Blocks before the chosen one that define a function it uses and does not define itself.
QString withHelpers(const QStringList &blocks, qsizetype chosen, const Wanted &wanted)
{
    QString code = blocks.at(chosen);
    if (wanted.language != Language::Python)
        return code;
    for (qsizetype i = chosen - 1; i >= 0; --i) {
        const auto main = SyntaxTree::parse(Language::Python, code.toUtf8());
        const auto other = SyntaxTree::parse(Language::Python, blocks.at(i).toUtf8());
        if (!main || !other || other->hasError() || wanted.defines(blocks.at(i)))
            continue;
        const QSet<QByteArray> missing = identifiersIn(main->root()).subtract(namesBoundIn(main->root()));
        const bool helps =
            std::ranges::any_of(SyntaxTree::all(other->root(), "function_definition"), [&](const SyntaxNode &function) {
                const auto name = function.child("name");
                return name && missing.contains(name->text().toByteArray());
            });
        if (helps)
            code = blocks.at(i) + u'\n' + code;
    }
    return code;
}

std::optional<QString> fromBlocks(const QStringList &blocks, const Wanted &wanted)
{
    const auto lastWhere = [&blocks](const auto &good) -> qsizetype {
        for (qsizetype i = blocks.size() - 1; i >= 0; --i) {
            if (good(blocks.at(i)))
                return i;
        }
        return -1;
    };
    qsizetype chosen = lastWhere([&](const QString &block) { return wanted.isProgram(block) && !isStub(block, wanted); });
    if (chosen < 0)
        chosen = lastWhere([&](const QString &block) { return wanted.isProgram(block); });
    if (chosen < 0)
        chosen = lastWhere([&](const QString &block) { return wanted.defines(block); });
    return chosen < 0 ? std::nullopt : std::optional(withHelpers(blocks, chosen, wanted));
}

bool beginsCode(const QString &line, Language language)
{
    static const QRegularExpression python(u"^(?:import |from \\S+ import |def |async def |class |@\\w|[A-Za-z_]\\w* *=[^=])"_s);
    static const QRegularExpression java(
        u"^\\s*(?:import |package |@\\w|(?:public |private |protected |static |final |abstract )*"
        "(?:class |interface |enum |record )|(?:public |private |protected |static )+\\w|//|/\\*)"_s);
    static const QRegularExpression javaScript(
        u"^(?:import |export |const |let |var |(?:async )?function\\b|class |'use strict'|\"use strict\"|//|/\\*)"_s);
    static const QRegularExpression rust(
        u"^(?:use |(?:pub(?:\\([^)]*\\))? )?(?:const |unsafe |async )*(?:fn |struct |enum |trait |type |mod |static |const )"
        "|impl\\b|extern |macro_rules!|#!?\\[|//|/\\*)"_s);
    switch (language) {
    case Language::Python: return python.match(line).hasMatch();
    case Language::Java: return java.match(line).hasMatch();
    case Language::JavaScript: return javaScript.match(line).hasMatch();
    case Language::Rust: return rust.match(line).hasMatch();
    }
    return false;
}

/// The longest run of lines that is a program: prose before and behind it falls away.
std::optional<QString> fromLines(const QString &text, const Wanted &wanted)
{
    constexpr int MostTries = 400;
    const QStringList lines = text.split(u'\n');
    int tries = 0;
    for (qsizetype from = 0; from < lines.size(); ++from) {
        if (!beginsCode(lines.at(from), wanted.language))
            continue;
        for (qsizetype to = lines.size(); to > from && tries < MostTries; --to) {
            const bool boundary = to == lines.size() || (!lines.at(to).isEmpty() && !lines.at(to).at(0).isSpace());
            if (!boundary)
                continue;
            ++tries;
            const QString piece = lines.sliced(from, to - from).join(u'\n');
            if (wanted.isProgram(piece))
                return piece;
        }
    }
    return std::nullopt;
}

/// In code that does not parse.
bool looksDefined(const QString &code, Language language, const QString &name)
{
    const QString pattern = language == Language::Python
        ? u"^(?:async\\s+)?def\\s+%1\\b|^class\\s+%1\\b|^%1\\s*(?::[^=\\n]*)?=[^=]"_s
        : language == Language::Rust       ? u"\\b(?:fn|struct|enum|const|static|trait)\\s+%1\\b"_s
        : language == Language::JavaScript ? u"\\b(?:function\\s*\\*?|class|const|let|var)\\s+%1\\b"_s
                                           : u"\\b%1\\s*\\([^;]*?\\)[^;{]*\\{|\\b(?:class|interface|enum|record)\\s+%1\\b"_s;
    return QRegularExpression(pattern.arg(name), QRegularExpression::MultilineOption).match(code).hasMatch();
}

} // namespace

QString withoutThoughts(QString text)
{
    static const QRegularExpression thought(u"<(think|thinking|reasoning)>.*?</\\1>"_s, QRegularExpression::DotMatchesEverythingOption);
    text.remove(thought);
    const qsizetype end = text.lastIndexOf("</think>"_L1);
    return end < 0 ? text : text.sliced(end + 8);
}

bool definesEntryPoint(const QString &code, Language language, const QString &entryPoint)
{
    if (entryPoint.isEmpty())
        return true;
    const auto tree = SyntaxTree::parse(language, code.toUtf8());
    if (tree && language == Language::Python && bindsAtTopLevel(*tree, entryPoint.toUtf8()))
        return true;
    const auto isEntryPoint = [&entryPoint](const Definition &definition) { return definition.name == entryPoint.toUtf8(); };
    if (tree && language != Language::Python && std::ranges::any_of(definitionsOf(*tree), isEntryPoint))
        return true;
    if (tree && !tree->hasError())
        return false;
    return looksDefined(code, language, QRegularExpression::escape(entryPoint));
}

QString extractCode(const QString &answer, Language language, const QString &entryPoint)
{
    const Wanted wanted{language, entryPoint};
    QString text = answer;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    if (hasGrammar(language) && wanted.isProgram(text))
        return text;
    text = withoutThoughts(text);
    const QStringList blocks = fencedBlocks(text, [&wanted](const QString &code) { return wanted.parses(code); });
    if (const auto code = fromBlocks(blocks, wanted))
        return *code;
    if (const auto code = hasGrammar(language) ? fromLines(text, wanted) : std::nullopt)
        return *code;
    if (!blocks.isEmpty())
        return *std::ranges::max_element(blocks, {}, &QString::size);
    return text;
}

} // namespace autodidact
