#include "core/tools/findingreaders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A run of lines that go or come.
struct Change {
    int line =
        0; ///< of the first one that goes; where none goes, of the line before which some come
    QString written; ///< the first line that comes
    bool adds = false;

    ToolFinding finding() const
    {
        return {line, 0, u"format"_s,
            adds && !written.isEmpty() ? u"rustfmt would write: "_s + written
                                       : u"rustfmt would lay this out otherwise"_s};
    }
};

} // namespace

QList<ToolFinding> readRustfmt(const QByteArray &output)
{
    static const QRegularExpression head(u"^Diff in .*:(\\d+):$"_s);
    QList<ToolFinding> findings;
    std::optional<Change> change;
    int line = 0;
    const auto end = [&] {
        if (change)
            findings.append(change->finding());
        change.reset();
    };
    for (const QByteArray &bytes : output.split('\n')) {
        const QString text = QString::fromUtf8(bytes);
        if (const QRegularExpressionMatch found = head.match(text); found.hasMatch()) {
            end();
            line = found.captured(1).toInt();
        } else if (line > 0 && text.startsWith(u'-')) {
            if (!change || change->adds)
                end();
            if (!change)
                change = Change{.line = line};
            ++line;
        } else if (line > 0 && text.startsWith(u'+')) {
            if (!change)
                change = Change{.line = line};
            if (!change->adds)
                change->written = text.sliced(1).trimmed();
            change->adds = true;
        } else {
            end();
            line += line > 0 && text.startsWith(u' ') ? 1 : 0;
        }
    }
    end();
    return findings;
}

} // namespace autodidact
