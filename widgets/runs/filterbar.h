#pragma once

#include "widgets/runs/runfilter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace autodidact {

class FlowLayout;

/// Words to search for, a menu of states and error classes, and below them the active filters as chips that can be
/// removed, with "37 of 412". GUI thread.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent);

    const RunFilter &filter() const { return m_filter; }
    void setFilter(const RunFilter &filter);
    void setCounts(int shown, int all);
    void focusSearch();

public Q_SLOTS:
    void clear() { setFilter({}); }

Q_SIGNALS:
    void changed(const autodidact::RunFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillMenu();
    void fillChips();
    void addChip(const QString &objectName, const QString &text, const QIcon &icon, const RunFilter &without);
    void type();

    static constexpr int typingMs = 150;

    RunFilter m_filter;
    QTimer m_typing;
    QLineEdit *m_words;
    QToolButton *m_button;
    QMenu *m_menu;
    QWidget *m_chips;
    FlowLayout *m_flow = nullptr;
    QLabel *m_counts;
    QToolButton *m_clear;
    QList<QToolButton *> m_chipButtons;
};

} // namespace autodidact
