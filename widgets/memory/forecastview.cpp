#include "widgets/memory/forecastview.h"

#include "core/control/memorylook.h"
#include "core/memory/hashingembedder.h"
#include "widgets/base/reasonwords.h"
#include "widgets/base/rowcopy.h"
#include "widgets/memory/linesmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int shown = 200;

}

Result<ForecastView::Loaded> ForecastView::read(Database &database, MemorySetId id)
{
    MemoryStore store(database);
    const Result<MemorySet> set = store.setById(id);
    const Result<IdfTable> idf = IdfTable::builtIn();
    if (!set || !idf)
        return std::unexpected(set ? idf.error() : set.error());
    HashingEmbedder embedder(*idf);
    const Result<Forecast> forecast = MemoryLook(database, embedder, *idf).forecast(*set, shown);
    if (!forecast)
        return std::unexpected(forecast.error());
    Loaded loaded{*forecast, {}};
    const auto name = [&](MemoryId memory) {
        if (const Result<Memory> found = store.byId(memory))
            loaded.titles.insert(memory, found->title);
    };
    for (const Prospect &prospect : forecast->next)
        name(prospect.utility.memory);
    for (const Expiry &expiry : forecast->expiring)
        name(expiry.memory);
    return loaded;
}

ForecastView::ForecastView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_model(new LinesModel(3, this))
    , m_view(new QTableView(this))
{
    m_summary->setObjectName(u"forecastSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setMargin(8);
    m_view->setObjectName(u"memoryForecast"_s);
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    RowCopy::on(m_view);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_view, 1);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const QVariant behind = index.data(Qt::UserRole); behind.isValid())
            Q_EMIT memoryWanted(MemoryId{behind.toLongLong()});
    });
    retranslate();
}

void ForecastView::setLoaded(const Loaded &loaded)
{
    m_loaded = loaded;
    display();
}

void ForecastView::retranslate()
{
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_model->setHeaders({tr("Title"), tr("Usefulness"), tr("What happens to it")});
    m_view->setAccessibleName(tr("What is forgotten next"));
    display();
}

void ForecastView::display()
{
    const Forecast &forecast = m_loaded.forecast;
    m_summary->setText(tr("%n long-term memory(ies) for %1 places.", nullptr, forecast.entries).arg(QLocale().toString(forecast.capacity)) + u' '
                       + (forecast.excess > 0 ? tr("%n go(es) at the end of this round.", nullptr, forecast.excess)
                                              : tr("Nothing is forgotten at the end of this round.")));
    QList<LinesModel::Line> lines;
    for (const Expiry &expiry : forecast.expiring) {
        lines.append({{m_loaded.titles.value(expiry.memory), QString(), tr("A failure that waits %n more round(s) to be mended.", nullptr, expiry.roundsLeft)},
                      {}, QVariant::fromValue(expiry.memory.value)});
    }
    for (const Prospect &prospect : forecast.next) {
        const QString why = reasonwords::sentence(prospect.why.why, prospect.why.text);
        lines.append({{m_loaded.titles.value(prospect.utility.memory), QLocale().toString(prospect.utility.value, 'f', 3), why},
                      why + u'\n' + prospect.utility.explanation, QVariant::fromValue(prospect.utility.memory.value)});
    }
    m_model->setLines(lines);
}

} // namespace autodidact
