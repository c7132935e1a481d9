#include "widgets/dialogs/field.h"

#include "widgets/base/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace autodidact {

Field::Field(QFormLayout *form, const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(editor);
    column->addWidget(m_text);
    m_text->setObjectName(editor->objectName() + QStringLiteral("Note"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->hide();
    auto *label = new QLabel(name, parent);
    label->setBuddy(editor);
    // Beside the editor, not between it and its note.
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(0, qMax(0, (editor->sizeHint().height() - label->fontMetrics().height()) / 2), 0, 0);
    editor->setAccessibleName(name);
    form->addRow(label, this);
}

void Field::setNote(const QString &note)
{
    m_note = note;
    showText();
}

void Field::setProblem(const QString &problem)
{
    m_problem = problem;
    showText();
}

void Field::showText()
{
    const QString text = m_problem.isEmpty() ? m_note : m_problem;
    m_text->setVisible(!text.isEmpty());
    m_text->setText(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_problem.isEmpty() ? palette().color(QPalette::PlaceholderText) : theme::stateColor(ShownState::Failed, palette()));
    m_text->setPalette(colours);
}

} // namespace autodidact
