#include "core/student/promptreader.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using Sections = QHash<QString, QString>;

/// Tells line by line whether a text is inside fenced code. A fence closes with at least as many marks as opened it.
class FenceTracker
{
public:
    /// True for lines inside a fence, its own two lines included.
    bool inside(const QString &line)
    {
        const QChar mark = line.isEmpty() ? QChar() : line.front();
        const auto end = std::ranges::find_if(line, [mark](QChar c) { return c != mark; });
        const qsizetype run = mark == u'`' || mark == u'~' ? end - line.begin() : 0;
        if (m_run == 0 && run >= 3) {
            m_mark = mark;
            m_run = run;
            return true;
        }
        const bool was = m_run > 0;
        if (was && mark == m_mark && run >= m_run && QStringView(line).sliced(run).trimmed().isEmpty())
            m_run = 0;
        return was;
    }

private:
    QChar m_mark;
    qsizetype m_run = 0;
};

/// "## Test results" gives "test results"; other headings belong to the text of their section.
QString sectionName(const QString &line)
{
    static const QStringList known{u"rules"_s, u"memories"_s, u"task"_s, u"attempt"_s, u"previous attempt"_s,
        u"test results"_s, u"reflection"_s, u"reflections"_s, u"answer"_s};
    if (!line.startsWith("## "_L1))
        return {};
    const QString name = line.sliced(3).trimmed().toLower();
    return known.contains(name) ? name : QString();
}

Sections sectionsOf(const QList<ChatMessage> &messages)
{
    Sections sections;
    for (const ChatMessage &message : messages) {
        if (message.role == ChatRole::Assistant)
            continue;
        QString section;
        FenceTracker fence;
        for (const QString &line : message.text.split(u'\n')) {
            const QString name = fence.inside(line) ? QString() : sectionName(line);
            if (!name.isEmpty())
                section = name;
            else
                sections[section] += line + u'\n';
        }
    }
    return sections;
}

QString firstFence(const QString &text)
{
    static const QRegularExpression fence(u"^(```+|~~~+)[^\\n]*\\n(.*?)^\\1[ \\t]*$"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = fence.match(text);
    return match.hasMatch() ? match.captured(2) : text;
}

/// A reviewer is shown the program with the number of each line and two spaces in front.
QString withoutLineNumbers(const QString &code)
{
    static const QRegularExpression number(u"^ *(\\d+)(?:  (.*)|\\s*)$"_s);
    QStringList lines = code.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = number.match(lines[i]);
        const bool last = i + 1 == lines.size() && lines[i].trimmed().isEmpty();
        if (!last && (!match.hasMatch() || match.captured(1).toLongLong() != i + 1))
            return code;
        lines[i] = match.captured(2);
    }
    return lines.join(u'\n');
}

/// The editor is shown how often a rule was helpful and harmful.
QString withoutCounts(const QString &rule)
{
    static const QRegularExpression counts(u"\\s*\\(helpful \\d+, harmful \\d+\\)\\s*$"_s);
    return QString(rule).remove(counts);
}

QList<ShownRule> rulesOf(const QString &text)
{
    static const QRegularExpression bullet(u"^[-*]\\s+(?:\\[([^\\]]*)\\]\\s*)?(.*)$"_s);
    QList<ShownRule> rules;
    for (const QString &line : text.split(u'\n')) {
        const QRegularExpressionMatch match = bullet.match(line);
        if (match.hasMatch())
            rules.append({match.captured(1), match.captured(2)});
        else if (!rules.isEmpty() && !line.trimmed().isEmpty())
            rules.last().text += u' ' + line.trimmed();
    }
    return rules;
}

QList<ShownMemory> memoriesOf(const QString &text)
{
    QList<ShownMemory> memories;
    FenceTracker fence;
    for (const QString &line : text.split(u'\n')) {
        if (!fence.inside(line) && line.startsWith("### Memory"_L1, Qt::CaseInsensitive))
            memories.append({line.section(u':', 1).trimmed(), {}});
        else if (!memories.isEmpty())
            memories.last().text += line + u'\n';
    }
    return memories;
}

StudentRole roleOf(const QList<ChatMessage> &messages, const Sections &sections)
{
    QString system;
    for (const ChatMessage &message : messages) {
        if (message.role == ChatRole::System)
            system += message.text + u'\n';
    }
    if (system.contains("You are a reviewer"_L1, Qt::CaseInsensitive))
        return StudentRole::Reviewer;
    if (system.contains("You are a prompt editor"_L1, Qt::CaseInsensitive) || sections.contains(u"reflections"_s))
        return StudentRole::Editor;
    return StudentRole::Programmer;
}

} // namespace

ReadPrompt readPrompt(const QList<ChatMessage> &messages)
{
    const Sections sections = sectionsOf(messages);
    ReadPrompt read;
    read.role = roleOf(messages, sections);
    read.rules = rulesOf(sections.value(u"rules"_s));
    for (ShownRule &rule : read.rules)
        rule.text = withoutCounts(rule.text);
    read.memories = memoriesOf(sections.value(u"memories"_s));
    read.task = sections.value(u"task"_s);
    read.wantsSelfTests = read.task.contains("### Tests of your own"_L1, Qt::CaseInsensitive);
    for (const QString &name : {u"previous attempt"_s, u"attempt"_s, u"answer"_s}) {
        if (!read.previousCode && sections.contains(name))
            read.previousCode = withoutLineNumbers(firstFence(sections.value(name)));
    }
    read.feedback = sections.value(u"test results"_s);
    read.reflection = sections.value(u"reflection"_s);
    for (const ShownRule &bullet : rulesOf(sections.value(u"reflections"_s)))
        read.reflections.append(bullet.text);
    const qsizetype count = messages.size();
    if (count >= 2 && messages[count - 2].role == ChatRole::Assistant
        && messages[count - 1].text.startsWith("Your answer was not valid JSON"_L1))
        read.brokenAnswer = messages[count - 2].text;
    for (const ChatMessage &message : messages)
        read.tokens += estimateTokens(message.text);
    return read;
}

} // namespace autodidact
