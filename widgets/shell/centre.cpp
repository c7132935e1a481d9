#include "widgets/shell/centre.h"

#include "widgets/base/panel.h"
#include "widgets/shell/breadcrumb.h"
#include "widgets/shell/oraclebar.h"
#include "widgets/welcome/welcomepage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

Centre::Centre(Services &services, Panel *diff, QWidget *parent)
    : QWidget(parent)
    , m_breadcrumb(new Breadcrumb(services.cursor, services.reader, this))
    , m_oracle(new OracleBar(this))
    , m_stack(new QStackedWidget(this))
    , m_work(diff)
    , m_welcome(new WelcomePage(this))
{
    setObjectName(u"centre"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_breadcrumb);
    column->addWidget(m_oracle);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_work);
    m_stack->addWidget(m_welcome);
}

void Centre::showWelcome(bool shown)
{
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_welcome) : m_work);
    m_breadcrumb->setVisible(!shown);
}

bool Centre::showsWelcome() const
{
    return m_stack->currentWidget() == m_welcome;
}

} // namespace autodidact
