#include "widgets/base/notice.h"
#include "widgets/base/nowheel.h"
#include "widgets/tasks/suitelistmodel.h"
#include "widgets/tasks/suiteswindow.h"
#include "widgets/tasks/tasklistmodel.h"
#include "widgets/tasks/taskwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>

#include <array>

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
    halves->setSizes({17 * fontMetrics().height(), 49 * fontMetrics().height()});
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
    m_suiteView->setMinimumWidth(11 * fontMetrics().height());
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
    // A table would take Delete for a letter to search for.
    auto *remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_taskView);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &SuitesWindow::removeTasks);
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
    m_search->setMinimumWidth(8 * fontMetrics().height());
    row->addWidget(m_search, 1);
    auto *boxes = new QHBoxLayout;
    const auto box = [&](const QString &name) {
        auto *made = new QComboBox(parent);
        made->setObjectName(name);
        made->addItem(QString());
        NoWheel::guard(made);
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(9);
        boxes->addWidget(made);
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
    boxes->addStretch();
    boxes->addWidget(m_count);
    column->addLayout(boxes);
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

} // namespace autodidact
