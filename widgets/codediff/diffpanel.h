#pragma once

#include "widgets/base/panel.h"
#include "widgets/base/services.h"
#include "widgets/codediff/comparison.h"
#include "widgets/codediff/liveanswer.h"

#include <QCache>

namespace autodidact {

class DiffBar;
class DiffView;

/// The central panel: the code of the cursor's attempt beside something to compare it with, or as it is being
/// written. GUI thread.
class DiffPanel : public Panel
{
    Q_OBJECT

public:
    explicit DiffPanel(Services &services, QWidget *parent = nullptr);

    QString title() const override;

public Q_SLOTS:
    /// Shows a line of the attempt's code, from 1: a failing test or a reflection names it.
    void goToLine(int line);
    void goToNextChange();
    void goToPreviousChange();

Q_SIGNALS:
    void nextFailureWanted();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Shows { Nothing, Stored, Live };

    void moved();
    void load();
    void arrived(const Cursor &asked, const Result<std::optional<Comparison>> &comparison);
    void showComparison();
    void showLive(const QString &code);
    void showHint();
    void showBar();
    void applyEvents(const QList<Event> &events);
    void applyNotes(const QList<LiveNote> &notes);
    void keepPosition();

    Services &m_services;
    Ticket m_ticket;
    Shows m_shows = Shows::Nothing;
    bool m_dirty = true;
    bool m_asking = false;                       ///< what shows is about to change
    Cursor m_cursor;                             ///< whose code shows
    Choice m_choice;
    std::optional<Comparison> m_comparison;
    std::optional<int> m_line;                   ///< to go to once the code is there
    LiveAnswers m_live;
    QCache<qint64, int> m_positions;             ///< top line by attempt
    DiffBar *m_bar;
    DiffView *m_view;
    QPushButton *m_nextFailure;
};

} // namespace autodidact
