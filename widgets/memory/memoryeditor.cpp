#include "widgets/memory/memoryeditor.h"

#include "widgets/base/nowheel.h"
#include "widgets/base/theme.h"
#include "widgets/codediff/codehighlighter.h"
#include "widgets/memory/memorywords.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr MemoryKind kinds[] = {MemoryKind::Code, MemoryKind::Error, MemoryKind::Lesson};
constexpr Language languages[] = {Language::Python, Language::Java, Language::JavaScript, Language::Rust};

QPlainTextEdit *makeText(const QString &name, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    return edit;
}

QStringList splitTags(const QString &text)
{
    QString even = text;
    even.replace(u'，', u',').replace(u'、', u',');
    QStringList tags;
    for (const QString &tag : even.split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = tag.trimmed(); !trimmed.isEmpty() && !tags.contains(trimmed))
            tags.append(trimmed);
    }
    return tags;
}

/// Replaces the text only where it differs, so that cursor and undo stay.
void put(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

} // namespace

MemoryEditor::MemoryEditor(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"memoryEditor"_s);
    build();
    for (QLineEdit *line : {m_title, m_tags})
        connect(line, &QLineEdit::textEdited, this, &MemoryEditor::tell);
    for (QPlainTextEdit *text : {m_problem, m_content}) {
        // The text signals a change also when only its colours change.
        connect(text, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_filling && draft() != m_seen)
                tell();
        });
    }
    for (QComboBox *box : {m_kind, m_language}) {
        connect(box, &QComboBox::activated, this, [this] {
            showKind();
            tell();
        });
    }
    connect(m_save, &QPushButton::clicked, this, &MemoryEditor::saveWanted);
    connect(m_discard, &QPushButton::clicked, this, &MemoryEditor::discardWanted);
    auto *save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, this, &MemoryEditor::saveWanted);
    retranslate();
    setDraft({});
}

void MemoryEditor::build()
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(10, 8, 10, 8);
    m_form->setVerticalSpacing(6);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"memoryTitle"_s);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"memoryKind"_s);
    m_language = new QComboBox(this);
    m_language->setObjectName(u"memoryLanguage"_s);
    for (const MemoryKind kind : kinds)
        m_kind->addItem({}, int(kind));
    for (const Language language : languages)
        m_language->addItem(memorywords::language(language), int(language));
    NoWheel::guard(m_kind);
    NoWheel::guard(m_language);
    m_problem = makeText(u"memoryProblem"_s, this);
    m_content = makeText(u"memoryContent"_s, this);
    m_content->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_highlighter = new CodeHighlighter(m_content->document());
    m_tags = new QLineEdit(this);
    m_tags->setObjectName(u"memoryTags"_s);
    m_note = new QLabel(this);
    m_note->setObjectName(u"memoryNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_save = new QPushButton(this);
    m_save->setObjectName(u"saveMemory"_s);
    m_discard = new QPushButton(this);
    m_discard->setObjectName(u"discardDraft"_s);

    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_kind);
    first->addWidget(m_language);
    auto *last = new QHBoxLayout;
    last->addWidget(m_note, 1);
    last->addWidget(m_discard);
    last->addWidget(m_save);
    m_form->addRow(u" "_s, first);
    m_form->addRow(u" "_s, m_problem);
    m_form->addRow(u" "_s, m_content);
    m_form->addRow(u" "_s, m_tags);
    m_form->addRow(last);
}

void MemoryEditor::retranslate()
{
    const auto name = [this](int row, const QString &text, QWidget *field) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(text);
        label->setBuddy(field);
        field->setAccessibleName(text);
    };
    name(0, tr("Title"), m_title);
    name(3, tr("Tags"), m_tags);
    m_kind->setAccessibleName(tr("Kind"));
    m_language->setAccessibleName(tr("Language"));
    m_tags->setPlaceholderText(tr("separated by commas"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, memorywords::kind(MemoryKind(m_kind->itemData(i).toInt())));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Store this as a new revision (Ctrl+Enter)"));
    m_discard->setText(tr("Discard draft"));
    showKind();
    changeEvent(nullptr);
}

void MemoryEditor::changeEvent(QEvent *event)
{
    if (event)
        QWidget::changeEvent(event);
    if (event && event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    if (!m_highlighter)
        return;
    m_highlighter->setPalette(palette());
    showKind();
    const int line = fontMetrics().lineSpacing();
    m_problem->setMinimumHeight(2 * line + 12);
    m_problem->setMaximumHeight(4 * line + 12);
    m_content->setMinimumHeight(3 * line + 12);
}

void MemoryEditor::showKind()
{
    const auto kind = MemoryKind(m_kind->currentData().toInt());
    const auto name = [this](int row, const QString &text, QWidget *field) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(text);
        label->setBuddy(field);
        field->setAccessibleName(text);
    };
    name(1, kind == MemoryKind::Code ? tr("Task") : kind == MemoryKind::Error ? tr("Error") : tr("When"), m_problem);
    name(2, kind == MemoryKind::Code ? tr("Code") : kind == MemoryKind::Error ? tr("Fix") : tr("What to do"), m_content);
    m_highlighter->setLanguage(kind == MemoryKind::Lesson ? std::nullopt : std::optional(Language(m_language->currentData().toInt())));
    m_content->setFont(kind == MemoryKind::Lesson ? font() : theme::codeFont());
    m_content->setLineWrapMode(kind == MemoryKind::Lesson ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void MemoryEditor::setDraft(const MemoryDraft &draft)
{
    m_filling = true;
    if (m_title->text() != draft.title) {
        m_title->setText(draft.title);
        m_title->setCursorPosition(0);
    }
    m_kind->setCurrentIndex(m_kind->findData(int(draft.kind)));
    m_language->setCurrentIndex(m_language->findData(int(draft.language)));
    put(m_problem, draft.problem);
    put(m_content, draft.content);
    const QString tags = draft.tags.join(u", "_s);
    if (splitTags(m_tags->text()) != draft.tags)
        m_tags->setText(tags);
    showKind();
    m_filling = false;
    m_seen = this->draft();
}

void MemoryEditor::tell()
{
    m_seen = draft();
    Q_EMIT edited();
}

MemoryDraft MemoryEditor::draft() const
{
    return {MemoryKind(m_kind->currentData().toInt()), Language(m_language->currentData().toInt()), m_title->text(),
            m_problem->toPlainText(), m_content->toPlainText(), splitTags(m_tags->text())};
}

void MemoryEditor::setChanged(bool changed)
{
    m_save->setEnabled(changed);
    m_discard->setVisible(changed);
}

void MemoryEditor::setNote(const QString &note)
{
    m_note->setText(note);
}

void MemoryEditor::setReadOnly(bool readOnly)
{
    for (QLineEdit *line : {m_title, m_tags})
        line->setReadOnly(readOnly);
    for (QPlainTextEdit *text : {m_problem, m_content})
        text->setReadOnly(readOnly);
    m_kind->setEnabled(!readOnly);
    m_language->setEnabled(!readOnly);
}

void MemoryEditor::startTyping()
{
    m_title->setFocus(Qt::ShortcutFocusReason);
    m_title->selectAll();
}

} // namespace autodidact
