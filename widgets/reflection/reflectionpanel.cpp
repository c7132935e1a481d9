#include "widgets/reflection/reflectionpanel.h"

#include "widgets/base/domainwords.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/reflection/reflectionpage.h"

#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

ReflectionPanel::ReflectionPanel(Services &services, QWidget *parent)
    : AttemptPanel(u"reflection"_s, services, parent)
{
    build();
    retranslate();
}

QString ReflectionPanel::title() const
{
    return tr("Reflection");
}

void ReflectionPanel::build()
{
    m_origin = addNotice(u"reflectionOrigin"_s);
    m_class = addNotice(u"statedClass"_s);
    m_tabs = new QTabWidget(body());
    m_tabs->setObjectName(u"reflectionTabs"_s);
    m_tabs->setDocumentMode(true);
    column()->addWidget(m_tabs, 1);
    m_text = makeView(u"reflectionText"_s, m_tabs);
    m_json = makeView(u"reflectionJson"_s, m_tabs);
    for (ReadingView *view : {m_text, m_json})
        m_tabs->addTab(view, {});
}

void ReflectionPanel::retranslate()
{
    m_tabs->setTabText(0, tr("Text", "tab"));
    m_tabs->setTabText(1, tr("JSON", "tab"));
    m_text->setAccessibleName(tr("Text of the reflection"));
    m_json->setAccessibleName(tr("The reflection as the model gave it"));
    AttemptPanel::retranslate();
}

QString ReflectionPanel::reasonForNone(const ShownAttempt *shown) const
{
    if (!namesTask())
        return chooseHint();
    if (shown && shown->detail.reflection)
        return {};
    if (!shown || !shown->detail.hidden)
        return tr("Not run yet.");
    const AttemptDetail &detail = shown->detail;
    const bool visibleGreen = !detail.visible || detail.visible->passed;
    if (detail.hidden->passed && visibleGreen)
        return tr("Solved: nothing to reflect on.");
    if (shown->reflection != ReflectionMode::Reflexion)
        return tr("Reflection is off in this run.");
    if (detail.attempt.place.phase != Phase::Learn)
        return tr("Measured only: nothing is learned from this attempt.");
    if (!detail.hidden->counts() || (detail.visible && !detail.visible->counts()))
        return tr("Fault of this machine: nothing to reflect on.");
    if (visibleGreen)
        return tr("The agent saw only passing tests: nothing to reflect on.");
    return shown->live ? tr("No reflection yet.") : tr("No reflection was written.");
}

void ReflectionPanel::showAttempt(const ShownAttempt &shown)
{
    const Reflection &reflection = *shown.detail.reflection;
    const QString icon = reflection.origin == ReflectionOrigin::Person ? u"person"_s
                       : reflection.origin == ReflectionOrigin::RuleBased ? u"info"_s
                                                                          : u"student"_s;
    m_origin->say(words::origin(reflection.origin), theme::icon(icon, palette()));
    showClass(shown);
    const QString key = QString::number(shown.detail.attempt.id.value);
    reflectionpage::showText(*m_text, key, reflection);
    reflectionpage::showJson(*m_json, key, reflection);
}

void ReflectionPanel::showClass(const ShownAttempt &shown)
{
    const Reflection &reflection = *shown.detail.reflection;
    const std::optional<ErrorClass> known = reflectionpage::knownClass(shown.detail);
    if (!reflection.statedClass || !known) {
        m_class->say(known ? tr("Names no error class; the verdict's is %1.").arg(words::errorClass(*known)) : QString());
        return;
    }
    // Green and red are left to the tests: the shape alone tells right from wrong here.
    if (*reflection.statedClass == *known)
        m_class->say(tr("Right error class: %1").arg(words::errorClass(*known)), theme::icon(u"check"_s, palette()));
    else
        m_class->say(tr("Wrong error class: it says %1, the verdict says %2.")
                         .arg(words::errorClass(*reflection.statedClass), words::errorClass(*known)),
                     theme::icon(u"cross"_s, palette()));
}

} // namespace autodidact
