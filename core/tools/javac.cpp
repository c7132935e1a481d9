#include "core/tools/findingreaders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int mostDetails = 8; // lines between a message and the line of the program

struct Message {
    bool isError = false;
    ToolFinding finding;
};

/// "  symbol:   variable x" becomes "; symbol: variable x"; everything else that javac adds
/// explains the language.
void addDetail(Message &message, const QString &line)
{
    static const QRegularExpression detail(u"^  (symbol|required|found|reason):\\s+(\\S.*)$"_s);
    if (const QRegularExpressionMatch found = detail.match(line); found.hasMatch())
        message.finding.message +=
            u"; %1: %2"_s.arg(found.captured(1), found.captured(2).trimmed());
}

/// A message is followed by details, the line of the program, and a caret below its column. So a
/// line of the program is never where a message could stand.
QList<Message> messagesOf(const QByteArray &errors)
{
    static const QRegularExpression head(
        u"^[^:\\s]+\\.java:(\\d+): (error|warning): (?:\\[([a-z-]+)\\] )?(.*)$"_s);
    static const QRegularExpression caret(u"^ *\\^$"_s);
    const QStringList lines = QString::fromUtf8(errors).split(u'\n');
    QList<Message> messages;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QRegularExpressionMatch found = head.match(lines[at]);
        if (!found.hasMatch()) {
            if (!messages.isEmpty())
                addDetail(messages.last(), lines[at]);
            continue;
        }
        messages.append({found.captured(2) == "error"_L1,
            {found.captured(1).toInt(), 0, found.captured(3), found.captured(4).trimmed()}});
        for (qsizetype next = at + 2; next < lines.size() && next <= at + 2 + mostDetails; ++next) {
            if (!caret.match(lines[next]).hasMatch())
                continue;
            for (qsizetype detail = at + 1; detail + 1 < next; ++detail)
                addDetail(messages.last(), lines[detail]);
            messages.last().finding.column = int(lines[next].indexOf(u'^')) + 1;
            at = next;
            break;
        }
    }
    return messages;
}

QList<ToolFinding> findingsOf(const QByteArray &errors, bool wanted)
{
    QList<ToolFinding> findings;
    for (const Message &message : messagesOf(errors)) {
        if (message.isError == wanted && !message.finding.message.isEmpty())
            findings.append(message.finding);
    }
    return findings;
}

} // namespace

QList<ToolFinding> readJavacErrors(const QByteArray &errors)
{
    return findingsOf(errors, true);
}

QList<ToolFinding> readJavacWarnings(const QByteArray &errors)
{
    return findingsOf(errors, false);
}

} // namespace autodidact
