#include "widgets/dialogs/field.h"

#include "widgets/base/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace autodidact {

Field::Field(QFormLayout *form, const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(parent))
    , m_editor(editor)
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
    m_label->setBuddy(editor);
    // Beside the editor, not between it and its note.
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->setContentsMargins(0, qMax(0, (editor->sizeHint().height() - m_label->fontMetrics().height()) / 2), 0, 0);
    setName(name);
    form->addRow(m_label, this);
}

void Field::setName(const QString &name)
{
    m_label->setText(name);
    // Chinese names the access key behind the word.
    static const QRegularExpression accessKey(QStringLiteral("\\(&.\\)|&"));
    QString plain = name;
    m_editor->setAccessibleName(plain.remove(accessKey));
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
