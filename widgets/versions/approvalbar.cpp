#include "widgets/versions/approvalbar.h"

#include "widgets/base/reasonwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

ApprovalBar::ApprovalBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_show(new QPushButton(this))
    , m_approve(new QPushButton(this))
    , m_reject(new QPushButton(this))
{
    setObjectName(u"approvalBar"_s);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(u"approvalText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_reason->setObjectName(u"approvalReason"_s);
    m_show->setObjectName(u"showUpdate"_s);
    m_approve->setObjectName(u"approveUpdate"_s);
    m_reject->setObjectName(u"rejectUpdate"_s);
    for (QPushButton *button : {m_show, m_approve, m_reject})
        button->setAutoDefault(false);               // nothing is judged by Enter in the reason
    auto *row = new QHBoxLayout;
    row->addWidget(m_reason, 1);
    row->addWidget(m_show);
    row->addWidget(m_reject);
    row->addWidget(m_approve);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_show, &QPushButton::clicked, this, &ApprovalBar::showWanted);
    connect(m_approve, &QPushButton::clicked, this, [this] { judge(true); });
    connect(m_reject, &QPushButton::clicked, this, [this] { judge(false); });
    retranslate();
    hide();
}

void ApprovalBar::setUpdate(const Update *update)
{
    if (update && update->id != m_update.id)
        m_reason->clear();
    m_update = update ? *update : Update();
    for (QPushButton *button : {m_show, m_approve, m_reject})
        button->setEnabled(update);
    retranslate();
    setVisible(update);
}

void ApprovalBar::retranslate()
{
    m_reason->setPlaceholderText(tr("Reason (optional)"));
    m_reason->setAccessibleName(tr("Reason (optional)"));
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Its edits and its evidence"));
    m_approve->setText(tr("Approve"));
    m_reject->setText(tr("Reject"));
    const QString what = tr("An update of round %1, from version %2, waits for you.").arg(m_update.place.round).arg(m_update.oldVersion);
    const QString why = m_update.reason.isEmpty() ? QString() : reasonwords::of(m_update);
    m_text->setText(why.isEmpty() ? what : what + u'\n' + why);
}

void ApprovalBar::judge(bool approved)
{
    for (QPushButton *button : {m_approve, m_reject})
        button->setEnabled(false);                   // once
    Q_EMIT judged(m_update.id, approved, m_reason->text().trimmed());
}

} // namespace autodidact
