#include "widgets/codediff/codeink.h"

#include "widgets/base/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString definitionName(Language language)
{
    switch (language) {
    case Language::Python: return u"Python"_s;
    case Language::Java: return u"Java"_s;
    case Language::JavaScript: return u"JavaScript"_s;
    case Language::Rust: return u"Rust"_s;
    }
    return {};
}

enum class Ink { Plain, Keyword, Function, String, Number, Comment, Type, Attribute };

Ink inkOf(int style)
{
    using KSyntaxHighlighting::Theme;
    switch (style) {
    case Theme::Keyword:
    case Theme::ControlFlow:
    case Theme::Import: return Ink::Keyword;
    case Theme::Function: return Ink::Function;
    case Theme::Char:
    case Theme::SpecialChar:
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString: return Ink::String;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant: return Ink::Number;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::Annotation:
    case Theme::CommentVar: return Ink::Comment;
    case Theme::BuiltIn:
    case Theme::Extension:
    case Theme::DataType: return Ink::Type;
    case Theme::Preprocessor:
    case Theme::Attribute: return Ink::Attribute;
    default: return Ink::Plain;
    }
}

/// Contrast of at least 4.5 on every background of a diff.
QColor colorOf(Ink ink, const QPalette &palette)
{
    const bool dark = theme::isDark(palette);
    switch (ink) {
    case Ink::Plain: return palette.color(QPalette::Text);
    case Ink::Keyword: return dark ? 0xCFA6F0 : 0x6F2F96;
    case Ink::Function: return dark ? 0x8FC3FF : 0x0A4C92;
    case Ink::String: return dark ? 0xE6C96A : 0x6E5200;
    case Ink::Number: return dark ? 0xF29BC8 : 0x95205F;
    case Ink::Comment: return dark ? 0xB0B8C2 : 0x545B66;
    case Ink::Type: return dark ? 0x78D3E2 : 0x005F6E;
    case Ink::Attribute: return dark ? 0xD6B98C : 0x5E4522;
    }
    return {};
}

} // namespace

CodeInk::CodeInk(KSyntaxHighlighting::Repository &repository, Language language, QStringList lines)
    : m_lines(std::move(lines))
{
    setDefinition(repository.definitionForName(definitionName(language)));
    m_pieces.reserve(size_t(m_lines.size()));
}

CodeInk::~CodeInk() = default;

bool CodeInk::reach(int number, int most)
{
    const auto wanted = size_t(qBound(0, number, int(m_lines.size())));
    for (; m_pieces.size() < wanted && most > 0; --most) {
        m_pieces.emplace_back();
        m_state = highlightLine(m_lines[qsizetype(m_pieces.size()) - 1], m_state);
    }
    return m_pieces.size() >= wanted;
}

QList<QTextLayout::FormatRange> CodeInk::line(int number, const QPalette &palette) const
{
    if (number < 1 || size_t(number) > m_pieces.size())
        return {};
    QList<QTextLayout::FormatRange> ranges;
    for (const Piece &piece : m_pieces[size_t(number - 1)]) {
        const Ink ink = inkOf(piece.style);
        if (ink == Ink::Plain)
            continue;
        QTextLayout::FormatRange range{piece.offset, piece.length, {}};
        range.format.setForeground(colorOf(ink, palette));
        range.format.setFontItalic(ink == Ink::Comment);
        ranges.append(range);
    }
    return ranges;
}

void CodeInk::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    m_pieces.back().append({offset, length, format.textStyle()});
}

} // namespace autodidact
