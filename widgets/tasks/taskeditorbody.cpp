#include "core/tasks/githubissueimporter.h"
#include "core/tasks/signature.h"
#include "core/tasks/suiteedit.h"
#include "widgets/base/theme.h"
#include "widgets/tasks/codepage.h"
#include "widgets/tasks/findingsmodel.h"
#include "widgets/tasks/labelspage.h"
#include "widgets/tasks/pastedialog.h"
#include "widgets/tasks/repositorypage.h"
#include "widgets/tasks/taskeditor.h"
#include "widgets/tasks/testspage.h"
#include "widgets/tasks/textpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace autodidact {

void TaskEditor::build()
{
    auto *column = new QVBoxLayout(this);
    m_head = new QLabel(this);
    m_head->setObjectName(u"taskPlace"_s);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    column->addWidget(m_head);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"taskTabs"_s);
    m_tabs->setDocumentMode(true);
    column->addWidget(m_tabs, 1);
    buildPages();
    m_findings = new FindingsModel(this);
    m_findings->setPalette(palette());
    m_list = new QListView(this);
    m_list->setObjectName(u"taskFindings"_s);
    m_list->setModel(m_findings);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(false);
    m_list->setMaximumHeight(6 * fontMetrics().lineSpacing() + 12);
    m_list->hide();
    column->addWidget(m_list);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { goTo(m_findings->findings().at(index.row())); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { goTo(m_findings->findings().at(index.row())); });
    buildFoot();
    column->addWidget(m_status);
    for (TaskPage *page : std::as_const(m_pages))
        connect(page, &TaskPage::edited, this, &TaskEditor::edited);
    connect(m_text, &TextPage::kindChanged, this, &TaskEditor::kindChanged);
    connect(m_text, &TextPage::signatureWanted, this, &TaskEditor::fromSignature);
    connect(m_text, &TextPage::issueWanted, this, &TaskEditor::fromIssue);
    resize(qMin(62 * fontMetrics().height(), 1000), qMin(44 * fontMetrics().height(), 700));
}

/// Each page in a scroll area: with large type nothing is cut off.
void TaskEditor::buildPages()
{
    const auto add = [this](TaskPage *page) {
        auto *area = new QScrollArea(m_tabs);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidget(page);
        m_tabs->addTab(area, QString());
        m_pages.append(page);
    };
    add(m_text = new TextPage(nullptr));
    add(m_code = new CodePage(nullptr));
    add(m_tests = new TestsPage(nullptr));
    add(m_repository = new RepositoryPage(nullptr));
    add(m_labels = new LabelsPage(nullptr));
}

void TaskEditor::buildFoot()
{
    m_status = new QLabel(this);
    m_status->setObjectName(u"taskStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"taskProgress"_s);
    m_progress->setTextVisible(false);
    const auto button = [this](const QString &name) {
        auto *made = new QPushButton(this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    m_check = button(u"checkTask"_s);
    m_cancel = button(u"cancelCheck"_s);
    m_anyway = button(u"saveTaskAnyway"_s);
    m_save = button(u"saveTask"_s);
    m_close = button(u"closeTask"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_check);
    row->addWidget(m_cancel);
    row->addWidget(m_progress, 1);
    row->addStretch();
    for (QPushButton *each : {m_anyway, m_save, m_close})
        row->addWidget(each);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_check, &QPushButton::clicked, this, &TaskEditor::check);
    connect(m_cancel, &QPushButton::clicked, &m_checker, &TaskChecker::cancel);
    connect(m_anyway, &QPushButton::clicked, this, &TaskEditor::saveAnyway);
    connect(m_save, &QPushButton::clicked, this, &TaskEditor::save);
    connect(m_close, &QPushButton::clicked, this, &TaskEditor::reject);
}

void TaskEditor::retranslate()
{
    setWindowTitle((m_place.replaces.isEmpty() ? tr("New task") : tr("Task %1").arg(m_place.replaces)) + u"[*]"_s);
    const Suite &base = m_place.base;
    if (!base.id.isValid())
        m_head->setText(tr("The first task of the new suite “%1”. The suite is stored with it.").arg(m_place.name));
    else if (m_place.name != base.name)
        m_head->setText(tr("The suite “%1” comes with the program and stays as it is. Your change goes into a copy, “%2”.").arg(base.name, m_place.name));
    else
        m_head->setText(tr("Suite “%1”, version %2. Saving makes version %3; runs keep the version that they were made with.")
                            .arg(base.name, base.version.isEmpty() ? u"1"_s : base.version, nextVersion(base.version)));
    const QStringList names{tr("&Task"), tr("C&ode"), tr("Te&sts"), tr("Re&pository"), tr("Li&mits and labels")};
    for (int i = 0; i < names.size(); ++i)
        m_tabs->setTabText(i, names.at(i));
    m_tabs->setAccessibleName(tr("Parts of the task"));
    m_list->setAccessibleName(tr("What is wrong with the task"));
    m_check->setText(tr("Chec&k"));
    m_check->setToolTip(tr("Run references, starter code and an empty program in the sandbox"));
    m_cancel->setText(tr("&Stop the check"));
    m_anyway->setText(tr("Save &anyway"));
    m_anyway->setToolTip(tr("Save in spite of the warnings"));
    m_save->setText(tr("&Save"));
    m_close->setText(tr("Cl&ose"));
    m_progress->setAccessibleName(tr("Progress of the check"));
    for (TaskPage *page : std::as_const(m_pages))
        page->retranslate();
    m_findings->retranslate();
    for (TaskPage *page : std::as_const(m_pages)) {
        if (page != m_tests)                     // it knows more than findings: what is green
            page->mark(m_findings->findings());
    }
    say({});
    showState();
}

void TaskEditor::fromSignature()
{
    auto *dialog = new PasteDialog(PasteDialog::What::Signature, m_text->language(), this);
    connect(dialog, &PasteDialog::pasted, this, [this, dialog](const QString &text) {
        const Result<SignatureParts> parts = readSignature(text, m_text->language());
        if (!parts) {
            dialog->refuse(tr("No function is there. Paste the whole signature, such as “def area(width, height):”."));
            return;
        }
        m_text->setEntryPoint(parts->entryPoint);
        if (task().statement.trimmed().isEmpty() && !parts->statement.isEmpty())
            m_text->setStatement(parts->statement);
        m_code->setStarter(parts->starter);
        if (!parts->visibleTests.isEmpty())
            m_tests->setVisibleTests(parts->visibleTests);
        edited();
        say(tr("Taken from the signature: %n visible tests.", nullptr, int(parts->visibleTests.size())));
        dialog->accept();
    });
    dialog->open();
}

Result<Task> TaskEditor::issueTask(const QString &text) const
{
    const Result<SuiteContent> content = parseGithubIssue(text.toUtf8(), u"issue"_s);
    if (!content)
        return std::unexpected(content.error());
    Task task = content->tasks.isEmpty() ? Task() : content->tasks.first();
    // What the issue cannot know stays as a person had it.
    const Task now = this->task();
    task.language = now.language;
    task.limits = now.limits;
    if (now.kind == TaskKind::Repository) {
        task.repository = now.repository;
        if (content->tasks.first().repository.name.contains(u'/') && !content->tasks.first().repository.name.startsWith("local/"_L1))
            task.repository.name = content->tasks.first().repository.name;
    }
    task.id = m_base.id;
    task.ordinal = m_base.ordinal;
    task.key = freeKey(QString(task.key).replace(u' ', u'-'), m_place.tasks);
    return task;
}

void TaskEditor::fromIssue()
{
    auto *dialog = new PasteDialog(PasteDialog::What::Issue, std::nullopt, this);
    connect(dialog, &PasteDialog::pasted, this, [this, dialog](const QString &text) {
        const Result<Task> made = issueTask(text);
        if (!made) {
            dialog->refuse(made.error().detail);
            return;
        }
        const std::optional<Task> loaded = m_loaded;
        show(*made);
        m_loaded = loaded;
        m_findings->setFindings({});
        m_list->hide();
        m_checked.reset();
        showState();
        say(tr("Taken from the issue. Now name the folder of the clone, the base commit and the tests, under Repository."));
        dialog->accept();
    });
    dialog->open();
}

} // namespace autodidact
