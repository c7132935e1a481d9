#include "widgets/base/attemptpanel.h"

#include "widgets/base/errortext.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

AttemptPanel::AttemptPanel(const QString &objectName, Services &services, QWidget *parent)
    : Panel(objectName, parent)
    , m_services(services)
    , m_source(new AttemptSource(services, this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
    , m_notices(new QVBoxLayout)
    , m_next(addEmptyAction({}))
{
    m_column->setContentsMargins(0, 8, 0, 0);
    m_column->setSpacing(4);
    m_notices->setContentsMargins(10, 0, 10, 2);
    m_notices->setSpacing(4);
    m_column->addLayout(m_notices);
    setBody(m_body);
    m_next->setObjectName(objectName + u"NextFailure"_s);
    connect(m_next, &QPushButton::clicked, this, &AttemptPanel::nextFailureWanted);
    connect(m_source, &AttemptSource::changed, this, &AttemptPanel::refresh);
    connect(m_source, &AttemptSource::failed, this, [this](const Error &error) { showEmpty(errorText(error)); });
}

QString AttemptPanel::chooseHint()
{
    return tr("Choose an attempt, or press F8 for the next failure.");
}

Notice *AttemptPanel::addNotice(const QString &objectName)
{
    auto *notice = new Notice(objectName, m_body);
    m_notices->addWidget(notice);
    return notice;
}

ReadingView *AttemptPanel::makeView(const QString &objectName, QWidget *parent)
{
    auto *view = new ReadingView(objectName, parent);
    connect(view, &ReadingView::activated, this, &AttemptPanel::openMention);
    connect(view, &ReadingView::readingBegan, this, &AttemptPanel::hold);
    return view;
}

void AttemptPanel::hold()
{
    m_services.cursor.hold();
}

void AttemptPanel::openMention(const QString &target)
{
    if (target.startsWith("line:"_L1))
        Q_EMIT lineRequested(target.sliced(5).toInt());
}

void AttemptPanel::retranslate()
{
    m_built = true;
    m_next->setText(tr("Next failure"));
    refresh();
}

void AttemptPanel::themeChanged()
{
    refresh();
}

void AttemptPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_source->refresh();
}

void AttemptPanel::refresh()
{
    if (!m_built)
        return;
    m_next->setVisible(!namesTask() && hasRun());
    const QString reason = reasonForNone(shown());
    if (!reason.isEmpty()) {
        showEmpty(reason);
        return;
    }
    showAttempt(*shown());
    showBody();
}

} // namespace autodidact
