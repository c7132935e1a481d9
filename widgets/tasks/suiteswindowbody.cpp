#include "core/tasks/suiteedit.h"
#include "widgets/base/notice.h"
#include "widgets/base/nowheel.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/suiteswindow.h"
#include "widgets/tasks/taskeditor.h"
#include "widgets/tasks/tasklistmodel.h"
#include "widgets/tasks/taskwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>

#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr std::array languages{Language::Python, Language::Java, Language::JavaScript, Language::Rust};
constexpr std::array kinds{TaskKind::Function, TaskKind::Program, TaskKind::Files, TaskKind::Repository};

QTableView *makeTable(const QString &name, QAbstractItemModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

} // namespace

void SuitesWindow::build()
{
    auto *column = new QVBoxLayout(this);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setObjectName(u"suiteHalves"_s);
    halves->setChildrenCollapsible(false);
    column->addWidget(halves, 1);
    buildSuites(halves);
    buildTasks(halves);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 3);
    buildFoot();
    resize(qMin(66 * fontMetrics().height(), 1000), qMin(40 * fontMetrics().height(), 660));
    m_taskView->setFocus();
}

void SuitesWindow::buildSuites(QSplitter *halves)
{
    auto *left = new QWidget(halves);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_suites = new SuiteListModel(this);
    m_suites->setPalette(palette());
    m_suiteView = makeTable(u"suiteTable"_s, m_suites, left);
    m_suiteView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_suiteView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_suiteView->horizontalHeader()->setSectionResizeMode(SuiteListModel::Name, QHeaderView::Stretch);
    m_suiteView->setMinimumWidth(15 * fontMetrics().height());
    column->addWidget(m_suiteView, 1);
    m_about = new QLabel(left);
    m_about->setObjectName(u"aboutSuite"_s);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_about);
    auto *buttons = new QGridLayout;
    const auto button = [&](const QString &name, int row, int at) {
        auto *made = new QPushButton(left);
        made->setObjectName(name);
        made->setAutoDefault(false);
        buttons->addWidget(made, row, at);
        return made;
    };
    m_newSuite = button(u"newSuite"_s, 0, 0);
    m_removeSuite = button(u"removeSuite"_s, 0, 1);
    m_export = button(u"exportSuite"_s, 1, 0);
    column->addLayout(buttons);
    connect(m_suiteView->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SuitesWindow::showSuite);
    connect(m_newSuite, &QPushButton::clicked, this, &SuitesWindow::newSuite);
    connect(m_export, &QPushButton::clicked, this, &SuitesWindow::exportSuite);
    connect(m_removeSuite, &QPushButton::clicked, this, &SuitesWindow::removeSuite);
}

void SuitesWindow::buildTasks(QSplitter *halves)
{
    auto *right = new QWidget(halves);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(6, 0, 0, 0);
    buildFilters(right, column);
    m_tasks = new TaskListModel(this);
    m_filter = new TaskListFilter(this);
    m_filter->setSourceModel(m_tasks);
    m_taskView = makeTable(u"taskTable"_s, m_filter, right);
    m_taskView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_taskView->setSortingEnabled(true);
    m_taskView->horizontalHeader()->setSortIndicatorClearable(true);
    m_taskView->sortByColumn(-1, Qt::AscendingOrder);
    const int em = fontMetrics().height();
    for (const auto &[at, width] : {std::pair(TaskListModel::Key, 9), {TaskListModel::Title, 12}, {TaskListModel::LanguageName, 5}, {TaskListModel::Kind, 6},
                                    {TaskListModel::Group, 6}, {TaskListModel::Families, 9}, {TaskListModel::Tests, 4}, {TaskListModel::References, 6}})
        m_taskView->setColumnWidth(at, width * em);
    column->addWidget(m_taskView, 1);
    m_empty = new QLabel(right);
    m_empty->setObjectName(u"noTask"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_empty, 1);
    auto *row = new QHBoxLayout;
    const auto button = [&](const QString &name) {
        auto *made = new QPushButton(right);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    m_newTask = button(u"newTask"_s);
    m_edit = button(u"editTask"_s);
    m_duplicate = button(u"duplicateTask"_s);
    m_remove = button(u"removeTasks"_s);
    row->addStretch();
    column->addLayout(row);
    connect(m_taskView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SuitesWindow::showState);
    connect(m_taskView, &QTableView::doubleClicked, this, &SuitesWindow::editTask);
    connect(m_newTask, &QPushButton::clicked, this, &SuitesWindow::newTask);
    connect(m_edit, &QPushButton::clicked, this, &SuitesWindow::editTask);
    connect(m_duplicate, &QPushButton::clicked, this, &SuitesWindow::duplicateTask);
    connect(m_remove, &QPushButton::clicked, this, &SuitesWindow::removeTasks);
}

void SuitesWindow::buildFilters(QWidget *parent, QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    m_search = new QLineEdit(parent);
    m_search->setObjectName(u"taskSearch"_s);
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_search, 1);
    const auto box = [&](const QString &name) {
        auto *made = new QComboBox(parent);
        made->setObjectName(name);
        made->addItem(QString());
        NoWheel::guard(made);
        row->addWidget(made);
        return made;
    };
    m_language = box(u"languageFilter"_s);
    m_kind = box(u"kindFilter"_s);
    m_family = box(u"familyFilter"_s);
    for (const Language language : languages)
        m_language->addItem(taskwords::language(language), int(language));
    for (const TaskKind kind : kinds)
        m_kind->addItem(QString(), int(kind));
    m_clear = new QPushButton(parent);
    m_clear->setObjectName(u"clearTaskFilters"_s);
    m_clear->setAutoDefault(false);
    row->addWidget(m_clear);
    column->addLayout(row);
    m_count = new QLabel(parent);
    m_count->setObjectName(u"taskCount"_s);
    column->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setWords(text);
        showFilter();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setLanguage(index > 0 ? std::optional(Language(m_language->itemData(index).toInt())) : std::nullopt);
        showFilter();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setKind(index > 0 ? std::optional(TaskKind(m_kind->itemData(index).toInt())) : std::nullopt);
        showFilter();
    });
    connect(m_family, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setFamily(index > 0 ? m_family->itemText(index) : QString());
        showFilter();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        for (QComboBox *each : {m_language, m_kind, m_family})
            each->setCurrentIndex(0);
        m_search->setFocus();
    });
}

void SuitesWindow::buildFoot()
{
    auto *row = new QHBoxLayout;
    m_note = new Notice(u"suitesNote"_s, this);
    row->addWidget(m_note, 1);
    const auto button = [&](const QString &name) {
        auto *made = new QPushButton(this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        row->addWidget(made, 0, Qt::AlignBottom);
        return made;
    };
    m_undo = button(u"undoRemoval"_s);
    m_continue = button(u"continueDraft"_s);
    row->addStretch();
    m_close = button(u"closeSuites"_s);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &SuitesWindow::undo);
    connect(m_continue, &QPushButton::clicked, this, &SuitesWindow::continueDraft);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void SuitesWindow::retranslate()
{
    setWindowTitle(tr("Suites and tasks"));
    m_suiteView->setAccessibleName(tr("Suites"));
    m_taskView->setAccessibleName(tr("Tasks of the suite"));
    m_newSuite->setText(tr("Ne&w suite…"));
    m_export->setText(tr("E&xport…"));
    m_removeSuite->setText(tr("Remo&ve…", "suite"));
    m_newTask->setText(tr("&New task…"));
    m_edit->setText(tr("&Edit…"));
    m_duplicate->setText(tr("&Duplicate…"));
    m_remove->setText(tr("&Remove…", "tasks"));
    m_undo->setText(tr("&Undo"));
    m_continue->setText(tr("&Continue the draft"));
    m_close->setText(tr("C&lose"));
    m_clear->setText(tr("Clear"));
    m_search->setPlaceholderText(tr("Search key, title, group, family or statement"));
    m_search->setAccessibleName(tr("Search tasks"));
    m_language->setItemText(0, tr("Every language"));
    m_language->setAccessibleName(tr("Language"));
    m_kind->setItemText(0, tr("Every kind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_family->setItemText(0, tr("Every family"));
    m_family->setAccessibleName(tr("Family"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, taskwords::kind(TaskKind(m_kind->itemData(i).toInt())));
    m_suites->retranslate();
    m_tasks->retranslate();
    showFilter();
    showState();
}

void SuitesWindow::showTasks(const QList<Task> &tasks)
{
    m_tasks->setTasks(tasks);
    std::set<QString> families;
    for (const Task &task : tasks)
        families.insert(task.families.begin(), task.families.end());
    const QString chosen = m_family->currentIndex() > 0 ? m_family->currentText() : QString();
    {
        const QSignalBlocker quiet(m_family);
        while (m_family->count() > 1)
            m_family->removeItem(1);
        for (const QString &family : families)
            m_family->addItem(family);
    }
    m_family->setCurrentIndex(qMax(0, m_family->findText(chosen)));
    m_filter->setFamily(m_family->currentIndex() > 0 ? m_family->currentText() : QString());
    const int row = m_tasks->rowOf(m_wantedTask);
    m_wantedTask.clear();
    const QModelIndex index = row >= 0 ? m_filter->mapFromSource(m_tasks->index(row, 0)) : m_filter->index(0, 0);
    if (index.isValid()) {
        m_taskView->setCurrentIndex(index);
        m_taskView->scrollTo(index);
    }
    showFilter();
    showState();
}

void SuitesWindow::showFilter()
{
    const int all = m_tasks->rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n tasks", nullptr, all) : tr("%1 of %2 tasks").arg(QLocale().toString(shown), QLocale().toString(all)));
    m_clear->setVisible(m_filter->isActive());
    const bool nothing = shown == 0;
    m_empty->setVisible(nothing);
    m_taskView->setVisible(!nothing);
    m_empty->setText(m_filter->isActive() ? tr("No task matches. Clear the search to see all of them.")
                     : suite()            ? tr("Reading the tasks …")
                                          : tr("No suite yet. Make one here, or import one from the File menu."));
}

void SuitesWindow::showState()
{
    const bool any = suite();
    const bool bundled = any && isBundledSuite(suite()->name);
    const qsizetype chosen = m_taskView->selectionModel() ? m_taskView->selectionModel()->selectedRows().size() : 0;
    m_export->setEnabled(any);
    m_newTask->setEnabled(any);
    m_newTask->setToolTip(any ? QString() : tr("Choose a suite first, or make one."));
    m_removeSuite->setEnabled(any && !bundled);
    m_removeSuite->setToolTip(bundled ? tr("This suite comes with the program and stays.") : QString());
    for (QPushButton *button : {m_edit, m_duplicate}) {
        button->setEnabled(chosen == 1);
        button->setToolTip(chosen == 1 ? QString() : tr("Choose one task."));
    }
    m_remove->setEnabled(chosen > 0);
    m_remove->setToolTip(chosen > 0 ? QString() : tr("Choose a task."));
    m_undo->setVisible(m_removed.has_value() && m_suites->rowOf(m_removed->suite) >= 0);
    m_continue->setVisible(m_draft.has_value());
    m_about->setVisible(any);
    if (any)
        m_about->setText(bundled ? tr("%1\nComes with the program: a change goes into a copy.").arg(suite()->title)
                                 : suite()->title.isEmpty() ? suite()->name : suite()->title);
}

} // namespace autodidact
