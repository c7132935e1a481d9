#include "widgets/tasks/textstack.h"

#include "widgets/base/nowheel.h"
#include "widgets/tasks/codeedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace autodidact {

TextStack::TextStack(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_edit(new CodeEdit(objectName, this))
{
    setObjectName(objectName + u"Stack"_s);
    m_box->setObjectName(objectName + u"Choice"_s);
    m_add->setObjectName(objectName + u"Add"_s);
    m_remove->setObjectName(objectName + u"Remove"_s);
    NoWheel::guard(m_box);
    auto *row = new QHBoxLayout;
    row->addWidget(m_box, 1);
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_edit, &CodeEdit::edited, this, [this] {
        keep();
        Q_EMIT edited();
    });
    connect(m_box, &QComboBox::currentIndexChanged, this, &TextStack::choose);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_texts.append(QString());
        m_chosen = int(m_texts.size()) - 1;
        showChosen();
        m_edit->setFocus();
        Q_EMIT edited();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_texts.removeAt(m_chosen);
        m_chosen = qMin(m_chosen, int(m_texts.size()) - 1);
        showChosen();
        m_edit->setFocus();
        Q_EMIT edited();
    });
}

void TextStack::setTexts(const QStringList &texts)
{
    m_texts = texts.isEmpty() ? QStringList{QString()} : texts;
    m_chosen = 0;
    showChosen();
}

QStringList TextStack::texts() const
{
    return m_texts;
}

void TextStack::choose(int index)
{
    if (index < 0 || index >= m_texts.size())
        return;
    m_chosen = index;
    showChosen();
}

void TextStack::setWords(const QString &each, const QString &add, const QString &remove)
{
    m_each = each;
    m_add->setText(add);
    m_remove->setText(remove);
    showChosen();
}

void TextStack::keep()
{
    m_texts[m_chosen] = m_edit->code();
}

void TextStack::showChosen()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (int i = 0; i < m_texts.size(); ++i)
        m_box->addItem(m_each.arg(i + 1));
    m_box->setCurrentIndex(m_chosen);
    m_box->setEnabled(m_texts.size() > 1);
    m_box->setAccessibleName(m_box->currentText());
    m_remove->setEnabled(m_texts.size() > 1);
    m_edit->setAccessibleName(m_box->currentText());
    m_edit->setCode(m_texts.at(m_chosen));
}

} // namespace autodidact
