#include "widgets/reflection/reflectionpage.h"

#include "widgets/base/readingview.h"
#include "widgets/base/reasonwords.h"
#include "widgets/reflection/linereferences.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace autodidact::reflectionpage {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReflectionPage)
};

void showPart(ReadingView &view, const QString &heading, const QString &text)
{
    if (text.isEmpty())
        return;
    view.heading(heading);
    view.paragraph(text, lineReferences(text));
}

void showLines(ReadingView &view, const QList<int> &lines)
{
    if (lines.isEmpty())
        return;
    QString text;
    QList<Mention> mentions;
    for (const int line : lines) {
        if (!text.isEmpty())
            text += u"   "_s;
        const QString name = Words::tr("Line %1").arg(line);
        mentions.append({text.size(), name.size(), u"line:%1"_s.arg(line)});
        text += name;
    }
    view.paragraph(text, mentions);
}

void showLessons(ReadingView &view, const QList<Lesson> &lessons)
{
    if (lessons.isEmpty())
        return;
    view.heading(Words::tr("Lessons", "kind of memory: what is worth remembering beyond one task"));
    for (const Lesson &lesson : lessons) {
        if (!lesson.title.isEmpty())
            view.paragraph(lesson.title);
        if (!lesson.when.isEmpty())
            view.faint(lesson.when);
        view.paragraph(lesson.content, lineReferences(lesson.content));
    }
}

} // namespace

void showText(ReadingView &view, const QString &key, const Reflection &reflection)
{
    view.begin(key);
    showPart(view, Words::tr("What failed"), reflection.whatFailed);
    showLines(view, reflection.statedLines);
    showPart(view, Words::tr("Why"), reflection.why);
    showPart(view, Words::tr("What to change"), reflection.change);
    showPart(view, Words::tr("Cause", "fault family that a reflection names"), reasonwords::cause(reflection.statedCause));
    showLessons(view, reflection.lessons);
    if (reflection.styleScore)
        showPart(view, Words::tr("Style"), Words::tr("%1 of 10", "style score").arg(QLocale().toString(*reflection.styleScore, 'g', 3)));
    showPart(view, Words::tr("In the model's own words"), reflection.prose);
    view.end();
}

void showJson(ReadingView &view, const QString &key, const Reflection &reflection)
{
    view.begin(key);
    if (!reflection.json.isEmpty())
        view.code(QString::fromUtf8(QJsonDocument(reflection.json).toJson()).trimmed(), {}, true);
    else
        view.faint(reflection.origin == ReflectionOrigin::RuleBased ? Words::tr("Made by rules from the verdict: no model gave JSON.")
                                                                    : Words::tr("This reflection came without JSON."));
    view.end();
}

std::optional<ErrorClass> knownClass(const AttemptDetail &detail)
{
    if (detail.visible && !detail.visible->passed)
        return detail.visible->errorClass;
    if (detail.hidden && !detail.hidden->passed)
        return detail.hidden->errorClass;
    return std::nullopt;
}

} // namespace autodidact::reflectionpage
