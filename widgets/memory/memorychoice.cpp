#include "widgets/memory/memorychoice.h"

#include "widgets/memory/memorywords.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

MemoryChoice::MemoryChoice(const QString &title, const QString &question, const QList<Memory> &memories, QWidget *parent)
    : QDialog(parent)
    , m_memories(memories)
    , m_list(new QListWidget(this))
    , m_text(new QLabel(this))
{
    setWindowTitle(title);
    auto *label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_list);
    m_list->setObjectName(u"memoryChoiceList"_s);
    m_list->setAccessibleName(question);
    for (const Memory &memory : memories)
        m_list->addItem(tr("%1 · revision %2 · %n use(s)", "a memory by its title", memory.uses).arg(memory.title).arg(memory.revision));
    m_text->setObjectName(u"memoryChoiceText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(5 * fontMetrics().lineSpacing());
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_text->setText(m_memories.value(row).content.left(600)); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(title);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addWidget(m_text);
    column->addWidget(buttons);
    m_list->setCurrentRow(0);
    resize(560, 380);
}

MemoryId MemoryChoice::chosen() const
{
    return m_memories.value(m_list->currentRow()).id;
}

} // namespace autodidact
