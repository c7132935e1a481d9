#include "widgets/verdict/verdictpanel.h"

#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/rowcopy.h"
#include "widgets/base/rowdelegate.h"
#include "widgets/base/theme.h"
#include "widgets/verdict/testdetail.h"
#include "widgets/verdict/verdictmodel.h"
#include "widgets/verdict/verdictwords.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

VerdictPanel::VerdictPanel(Services &services, QWidget *parent)
    : AttemptPanel(u"verdict"_s, services, parent)
{
    build();
    retranslate();
    themeChanged();
}

QString VerdictPanel::title() const
{
    return tr("Verdict");
}

void VerdictPanel::build()
{
    m_headline = addNotice(u"verdictHeadline"_s);
    m_headline->setBold(true);
    m_detail = addNotice(u"verdictDetail"_s);
    m_tampering = addNotice(u"tamperingNotice"_s);
    m_inProcess = addNotice(u"inProcessNotice"_s);

    m_splitter = new QSplitter(Qt::Vertical, body());
    m_splitter->setChildrenCollapsible(false);
    column()->addWidget(m_splitter, 1);
    m_model = new VerdictModel(this);
    m_tests = new QTreeView(m_splitter);
    m_tests->setObjectName(u"tests"_s);
    m_tests->setModel(m_model);
    m_tests->setSelectionMode(QAbstractItemView::ExtendedSelection);
    RowCopy::on(m_tests);
    m_tests->setItemDelegate(new RowDelegate(m_tests));
    m_tests->setFrameShape(QFrame::NoFrame);
    m_tests->setUniformRowHeights(true);
    m_tests->setRootIsDecorated(true);
    m_tests->setIndentation(14);
    m_tests->setTextElideMode(Qt::ElideRight);
    m_tests->header()->setStretchLastSection(true);
    m_tests->header()->setSectionResizeMode(VerdictModel::NameColumn, QHeaderView::Interactive);
    m_tests->header()->hide();
    connect(m_tests->selectionModel(), &QItemSelectionModel::currentChanged, this, &VerdictPanel::showSelected);
    connect(m_tests, &QTreeView::clicked, this, &VerdictPanel::requestLine);
    connect(m_tests, &QTreeView::activated, this, &VerdictPanel::requestLine);
    buildTabs();
}

void VerdictPanel::buildTabs()
{
    m_tabs = new QTabWidget(m_splitter);
    m_tabs->setObjectName(u"verdictTabs"_s);
    m_tabs->setDocumentMode(true);
    m_test = makeView(u"testDetail"_s, m_tabs);
    m_output = makeView(u"programOutput"_s, m_tabs);
    m_machine = makeView(u"machineUse"_s, m_tabs);
    for (ReadingView *view : {m_test, m_output, m_machine})
        m_tabs->addTab(view, {});
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({300, 200});
}

void VerdictPanel::retranslate()
{
    m_tests->setAccessibleName(tr("Tests of the attempt"));
    m_test->setAccessibleName(tr("The chosen test"));
    m_output->setAccessibleName(tr("Output of the program"));
    m_machine->setAccessibleName(tr("What the attempt used"));
    m_tabs->setTabText(0, tr("Test", "tab"));
    m_tabs->setTabText(1, tr("Output"));
    m_tabs->setTabText(2, tr("Resources"));
    m_model->retranslate();
    AttemptPanel::retranslate();
}

void VerdictPanel::themeChanged()
{
    if (!m_machine)
        return;
    m_model->setIcons(theme::stateIcon(ShownState::Passed, palette()), theme::stateIcon(ShownState::Failed, palette()),
                      theme::stateIcon(ShownState::None, palette()));
    const QFontMetrics metrics(m_tests->font());
    m_tests->header()->resizeSection(VerdictModel::NameColumn, 30 * metrics.averageCharWidth());
    AttemptPanel::themeChanged();
}

QString VerdictPanel::reasonForNone(const ShownAttempt *shown) const
{
    if (shown && verdictwords::deciding(shown->detail.visible, shown->detail.hidden))
        return {};
    return namesTask() ? tr("Not run yet.") : chooseHint();
}

void VerdictPanel::showAttempt(const ShownAttempt &shown)
{
    const AttemptDetail &detail = shown.detail;
    const Verdict &verdict = *verdictwords::deciding(detail.visible, detail.hidden);
    showNotices(shown, verdict);
    m_model->show(detail.attempt.id, detail.visible, detail.hidden, detail.own, detail.tools);
    m_tests->expandAll();
    if (detail.attempt.id != m_attempt || !m_tests->currentIndex().isValid()) {
        m_attempt = detail.attempt.id;
        const QModelIndex red = m_model->firstFailure();
        m_tests->setCurrentIndex(red.isValid() ? red : m_model->index(0, 0));
        m_tests->scrollToTop();
    }
    showSelected();
    const QString key = QString::number(detail.attempt.id.value);
    testdetail::showOutput(*m_output, key, detail.visible, detail.hidden);
    testdetail::showMachine(*m_machine, key, detail.visible, detail.hidden);
}

void VerdictPanel::showNotices(const ShownAttempt &shown, const Verdict &verdict)
{
    const bool recalled = verdict.passed && shown.detail.attempt.exposed;
    const ShownState state = !verdict.counts() ? ShownState::Infrastructure
                           : !verdict.passed   ? ShownState::Failed
                           : recalled          ? ShownState::Recalled
                                               : ShownState::Passed;
    const QColor color = theme::stateColor(state, palette());
    m_headline->say(verdictwords::headline(verdict, recalled), theme::stateIcon(state, palette()), color);
    if (!verdict.counts())
        m_detail->say(tr("%1\n%2", "a fault, and its cause").arg(verdictwords::infrastructure(verdict), verdict.errorDetail));
    else
        m_detail->say(verdict.errorDetail);

    const QColor warning = theme::stateColor(ShownState::Waiting, palette());
    const QIcon sign = theme::icon(u"warning"_s, palette(), warning);
    const auto &detail = shown.detail;
    const Verdict *tampered = detail.visible && detail.visible->tampering ? &*detail.visible
                            : detail.hidden && detail.hidden->tampering   ? &*detail.hidden
                                                                          : nullptr;
    m_tampering->say(tampered ? tr("Tampering: %1").arg(tampered->tamperingReason) : QString(), sign, warning);
    m_inProcess->say(detail.task.isolation == Isolation::InProcess
                         ? tr("In process: code and tests share one process, so the code could reach the tests.")
                         : QString(),
                     theme::icon(u"info"_s, palette()));
}

void VerdictPanel::showSelected()
{
    const QModelIndex current = m_tests->currentIndex();
    const QString key = u"%1/%2/%3"_s.arg(m_attempt.value).arg(current.internalId()).arg(current.row());
    if (const TestResult *test = m_model->testAt(current)) {
        testdetail::showTest(*m_test, key, *test);
        return;
    }
    m_test->begin(key);
    if (current.isValid() && current.parent().isValid())
        m_test->code(current.siblingAtColumn(VerdictModel::MessageColumn).data().toString(), {}, true);
    else
        m_test->faint(tr("Choose a test to see what it expects."));
    m_test->end();
}

void VerdictPanel::requestLine(const QModelIndex &index)
{
    if (const int line = index.data(VerdictModel::LineRole).toInt(); line > 0)
        Q_EMIT lineRequested(line);
}

} // namespace autodidact
