#pragma once

#include "widgets/codediff/comparison.h"
#include "widgets/codediff/diffview.h"

class QComboBox;
class QToolButton;

namespace autodidact {

/// The row above the code: what to compare with, which layout, and the way from change to change. GUI thread.
class DiffBar : public QWidget
{
    Q_OBJECT

public:
    explicit DiffBar(QWidget *parent = nullptr);

    /// Offers what \p comparison can be compared with.
    void offer(const Comparison &comparison);
    void showLayout(DiffView::Layout shown, bool canBeSideBySide);
    void showChange(int change, int count);      ///< change from 1; 0 before the first was gone to
    void showNote(const QString &note);          ///< instead of the changes
    void retranslate();

    /// Words for an attempt as seen from another one of the same task.
    static QString attemptTitle(const Place &place, const Place &seenFrom);

Q_SIGNALS:
    void choiceMade(const autodidact::Choice &choice);
    void layoutWished(autodidact::DiffView::Layout layout);
    void nextChangeWanted();
    void previousChangeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    QToolButton *addButton(const QString &objectName);
    void chosen(int index);

    std::optional<Comparison> m_comparison;
    QLabel *m_label;
    QComboBox *m_choice;
    QLabel *m_changes;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_sideBySide;
    QToolButton *m_inline;
};

} // namespace autodidact
