#pragma once

#include "core/domain/language.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/State>

#include <QPalette>
#include <QTextLayout>

#include <vector>

namespace KSyntaxHighlighting {
class Repository;
}

namespace autodidact {

/// Colours one text by its syntax, only as far down as somebody looks. GUI thread.
///
/// Colours are ours and follow light and dark: neither green nor red, which mean tests.
class CodeInk : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    CodeInk(KSyntaxHighlighting::Repository &repository, Language language, QStringList lines);
    ~CodeInk() override;

    /// Reads on towards line \p number, from 1, by \p most lines; whether that line can be had now.
    bool reach(int number, int most);

    /// Formats of line \p number; empty beyond the text and where reach() did not come.
    QList<QTextLayout::FormatRange> line(int number, const QPalette &palette) const;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;

private:
    struct Piece {
        int offset;
        int length;
        int style;               ///< KSyntaxHighlighting::Theme::TextStyle
    };

    QStringList m_lines;
    std::vector<QList<Piece>> m_pieces;      ///< of the lines done so far
    KSyntaxHighlighting::State m_state;
};

} // namespace autodidact
