#include "widgets/reflection/reflectionpanel.h"

#include "widgets/base/domainwords.h"
#include "widgets/base/errortext.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/reflection/reflectionpage.h"

#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

ReflectionPanel::ReflectionPanel(Services &services, QWidget *parent)
    : Panel(u"reflection"_s, parent)
    , m_services(services)
    , m_source(new AttemptSource(services, this))
{
    build();
    m_next = addEmptyAction({});
    m_next->setObjectName(u"nextFailureFromReflection"_s);
    connect(m_next, &QPushButton::clicked, this, &ReflectionPanel::nextFailureWanted);
    connect(m_source, &AttemptSource::changed, this, &ReflectionPanel::refresh);
    connect(m_source, &AttemptSource::failed, this, [this](const Error &error) { showEmpty(errorText(error)); });
    retranslate();
}

QString ReflectionPanel::title() const
{
    return tr("Reflection");
}

void ReflectionPanel::build()
{
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(10, 0, 10, 2);
    notices->setSpacing(4);
    column->addLayout(notices);
    m_origin = new Notice(u"reflectionOrigin"_s, m_body);
    m_class = new Notice(u"statedClass"_s, m_body);
    notices->addWidget(m_origin);
    notices->addWidget(m_class);
    m_tabs = new QTabWidget(m_body);
    m_tabs->setObjectName(u"reflectionTabs"_s);
    m_tabs->setDocumentMode(true);
    column->addWidget(m_tabs, 1);
    m_text = new ReadingView(u"reflectionText"_s, m_tabs);
    m_json = new ReadingView(u"reflectionJson"_s, m_tabs);
    for (ReadingView *view : {m_text, m_json}) {
        m_tabs->addTab(view, {});
        connect(view, &ReadingView::readingBegan, &m_services.cursor, &CursorKeeper::hold);
        connect(view, &ReadingView::activated, this, [this](const QString &target) {
            if (target.startsWith("line:"_L1))
                Q_EMIT lineRequested(target.sliced(5).toInt());
        });
    }
    setBody(m_body);
}

void ReflectionPanel::retranslate()
{
    m_tabs->setTabText(0, tr("Text", "tab"));
    m_tabs->setTabText(1, tr("JSON", "tab"));
    m_text->setAccessibleName(tr("Text of the reflection"));
    m_json->setAccessibleName(tr("The reflection as the model gave it"));
    m_next->setText(tr("Next failure"));
    refresh();
}

void ReflectionPanel::themeChanged()
{
    // The pages get the new palette after this panel.
    QMetaObject::invokeMethod(this, &ReflectionPanel::refresh, Qt::QueuedConnection);
}

void ReflectionPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_source->refresh();
}

QString ReflectionPanel::reasonForNone(const ShownAttempt *shown) const
{
    if (!m_source->namesTask())
        return tr("Choose an attempt, or press F8 for the next failure.");
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

void ReflectionPanel::refresh()
{
    if (!m_next)
        return;
    const ShownAttempt *shown = m_source->shown();
    m_next->setVisible(!m_source->namesTask() && m_source->cursor().run.isValid());
    if (shown && shown->detail.reflection)
        showReflection(*shown);
    else
        showEmpty(reasonForNone(shown));
}

void ReflectionPanel::showReflection(const ShownAttempt &shown)
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
    showBody();
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
