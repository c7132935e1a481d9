#include "widgets/versions/rollbackdialog.h"

#include "widgets/base/textsheet.h"
#include "widgets/versions/promptdiff.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QLabel *sentence(const QString &text, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RollbackDialog::RollbackDialog(RollbackFacts facts, QWidget *parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_difference(makeSheetView(u"rollbackDifference"_s, this))
{
    setObjectName(u"rollbackDialog"_s);
    setWindowTitle(tr("Roll back"));
    m_difference->setFrameShape(QFrame::StyledPanel);
    m_difference->setAccessibleName(tr("Difference of the prompts"));
    m_difference->setMinimumHeight(180);
    m_difference->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    column->addWidget(makeText());
    column->addWidget(m_difference, 1);
    column->addWidget(makeChoices());
    column->addWidget(makeButtons());
    setMinimumWidth(32 * fontMetrics().height());
}

QWidget *RollbackDialog::makeText()
{
    auto *text = new QWidget(this);
    auto *column = new QVBoxLayout(text);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(9);
    QLabel *question = sentence(rollbacktext::question(m_facts), u"rollbackQuestion"_s, text);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(font().pointSizeF() * 1.25);
    question->setFont(large);
    column->addWidget(question);
    column->addWidget(sentence(rollbacktext::when(m_facts), u"rollbackWhen"_s, text));
    column->addWidget(sentence(rollbacktext::rates(m_facts), u"rollbackRates"_s, text));

    auto *line = new QHBoxLayout;
    line->addWidget(sentence(rollbacktext::changes(m_facts), u"rollbackChanges"_s, text), 1);
    m_showDifference = new QPushButton(tr("Show difference"), text);
    m_showDifference->setObjectName(u"showDifference"_s);
    m_showDifference->setCheckable(true);
    m_showDifference->setAutoDefault(false);
    m_showDifference->setEnabled(!m_facts.diff.isEmpty());
    connect(m_showDifference, &QPushButton::toggled, this, &RollbackDialog::showDifference);
    line->addWidget(m_showDifference, 0, Qt::AlignTop);
    column->addLayout(line);
    column->addWidget(sentence(rollbacktext::promise(m_facts), u"rollbackPromise"_s, text));
    return text;
}

QWidget *RollbackDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    m_hold = new QCheckBox(tr("Hold version %1: no automatic updates until I allow them").arg(version()), choices);
    m_hold->setObjectName(u"holdVersion"_s);
    const bool holdOnly = m_facts.plan.fromVersion == version();
    m_hold->setChecked(holdOnly);
    m_hold->setEnabled(!holdOnly);       // without it there would be nothing to do
    column->addWidget(m_hold);
    auto *line = new QHBoxLayout;
    auto *name = new QLabel(tr("Reason (optional)"), choices);
    m_reason = new QLineEdit(choices);
    m_reason->setObjectName(u"rollbackReason"_s);
    m_reason->setMaxLength(500);
    name->setBuddy(m_reason);
    line->addWidget(name);
    line->addWidget(m_reason, 1);
    column->addLayout(line);
    return choices;
}

QWidget *RollbackDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton *act = buttons->addButton(m_hold->isEnabled() ? tr("Roll Back") : tr("Hold"), QDialogButtonBox::AcceptRole);
    cancel->setObjectName(u"cancelRollback"_s);
    act->setObjectName(u"confirmRollback"_s);
    act->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

bool RollbackDialog::hold() const
{
    return m_hold->isChecked();
}

QString RollbackDialog::reason() const
{
    return m_reason->text().trimmed();
}

void RollbackDialog::showDifference(bool shown)
{
    if (shown && m_difference->document()->isEmpty()) {
        TextSheet sheet(m_difference, palette());
        writePromptDiff(sheet, m_facts.from, m_facts.to);
    }
    m_difference->setVisible(shown);
    if (!shown)
        layout()->activate();
    // The layout knows what wrapped sentences need; the least size of the window does not.
    resize(width(), qMax(layout()->totalHeightForWidth(width()), shown ? 520 : 0));
}

} // namespace autodidact
