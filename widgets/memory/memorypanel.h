#pragma once

#include "core/control/memorycommands.h"
#include "widgets/base/panel.h"
#include "widgets/base/runwatch.h"
#include "widgets/memory/memorydrafts.h"
#include "widgets/memory/memoryquery.h"
#include "widgets/memory/memorysources.h"

#include <QTimer>

class QAction;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QLabel;
class QTabWidget;
class QTableView;
class QToolBar;
class QToolButton;

namespace autodidact {

class ForecastView;
class MeaningSearch;
class MemoryBar;
class MemoryEditor;
class MemoryModel;

/// The memories of the cursor's run, or of all sets: search, filters, review, editing. GUI thread.
class MemoryPanel : public Panel
{
    Q_OBJECT

public:
    MemoryPanel(Services &services, QWidget *parent = nullptr);
    ~MemoryPanel() override;

    QString title() const override;
    MemoryId highlighted() const { return m_current.id; }     ///< 0: none
    bool hasSelection() const;
    bool canUndo() const;
    bool canRedo() const;

public Q_SLOTS:
    /// Shows an entry without telling anybody.
    void highlightMemory(autodidact::MemoryId id);
    void keep();                                     ///< marks as reviewed and goes on to the next row
    void addMemory();
    void editMemory();                               ///< focus to the editor
    void togglePin();
    void archive();                                  ///< asks for a reason
    void restore();
    void tagSelected();                              ///< asks for tags
    void undo();
    void redo();
    void find();
    void mergeSelected();                            ///< asks which one stays
    void supersedeSelected();                        ///< asks which one stays
    void toggleContradiction();
    void measureCredit();
    void showSets();
    void importFile();
    void exportFile();

Q_SIGNALS:
    void memoryHighlighted(autodidact::MemoryId id); ///< a person chose it; never moves the cursor
    void stateChanged();                             ///< what can be done may differ now
    void failed(const autodidact::Error &error);

protected:
    void retranslate() override;
    void themeChanged() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Act = std::move_only_function<Result<QList<Memory>>(MemoryCommands &)>;
    enum class After { Stay, NextRow };

    void build();
    QWidget *buildList();
    QWidget *buildTabs();
    void buildActions();
    void buildTies();
    void nameTies();
    void updateTies();
    void connectParts();
    void updateActions();

    void load(RunId run);
    void reload();
    void loadMore(int offset);
    void loadScene();
    void display(const MemoryPage &page);
    void displayScene(const MemoryScene &scene);
    void showEmptyOrBody();
    void showCounts();

    void rowChosen();
    void open(const Memory &memory);
    void loadSources();
    void loadNeighbours();
    void loadForecast();
    void noteVisibility();

    QList<MemoryId> selectedIds() const;
    QList<Memory> selectedMemories() const;
    static bool contradictEachOther(const QList<Memory> &memories);
    void askWhichStays(const QString &name, const QString &title, const QString &question,
                       Result<QList<Memory>> (*act)(MemoryCommands &, const QList<MemoryId> &others, MemoryId stays));
    void selectRow(int row);
    void perform(Act act, After after);
    void applied(const QList<Memory> &changed, MemoryId next);
    void takeBack(Result<int> (MemoryCommands::*way)(MemorySetId));
    MemorySetId setInHand() const;

    void typed();
    void draftsChanged();
    void writeDrafts();
    void adoptDrafts(const Result<MemoryDrafts::Table> &earlier);
    void save();
    void discard();
    void happened(const QList<Event> &events);
    Reader &meaningReader();

    static constexpr int draftMs = 500;              ///< from typing to the file of drafts

    Services &m_services;
    RunWatch m_watch;
    Ticket m_pageTicket, m_moreTicket, m_sceneTicket, m_sourceTicket, m_similarTicket, m_forecastTicket, m_findTicket, m_exportTicket;
    quint64 m_generation = 0;                        ///< of the query; answers for older ones are dropped
    MemoryScene m_scene;
    MemoryDrafts m_drafts;
    QTimer m_draftTimer;                             ///< runs while drafts wait to be written
    Memory m_current;                                ///< in the editor; id 0: a new one
    QString m_databasePath;
    std::shared_ptr<MeaningSearch> m_meaning;        ///< touched by the meaning reader's thread only
    std::unique_ptr<Reader> m_meaningReader;         ///< of its own: building an index takes a while
    int m_fresh = 0;
    bool m_adding = false;

    MemoryModel *m_model;
    MemoryBar *m_bar = nullptr;
    QToolBar *m_tools = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_list = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_nothing = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_addFirst = nullptr;
    QTabWidget *m_tabs = nullptr;
    MemoryEditor *m_editor = nullptr;
    MemorySources *m_uses = nullptr;
    MemorySources *m_history = nullptr;
    MemorySources *m_similar = nullptr;
    ForecastView *m_forecast = nullptr;
    QAction *m_keepAct = nullptr;
    QAction *m_addAct = nullptr;
    QAction *m_pinAct = nullptr;
    QAction *m_archiveAct = nullptr;
    QAction *m_restoreAct = nullptr;
    QAction *m_tagAct = nullptr;
    QAction *m_undoAct = nullptr;
    QAction *m_redoAct = nullptr;
    QAction *m_importAct = nullptr;
    QAction *m_exportAct = nullptr;
    QToolButton *m_more = nullptr;
    QAction *m_mergeAct = nullptr;
    QAction *m_supersedeAct = nullptr;
    QAction *m_contradictAct = nullptr;
    QAction *m_creditAct = nullptr;
    QAction *m_setsAct = nullptr;
};

} // namespace autodidact
