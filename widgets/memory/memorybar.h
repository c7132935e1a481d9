#pragma once

#include "widgets/memory/memoryquery.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace autodidact {

/// Scope, search and filters of the memory table; active filters are chips that a click removes. GUI thread.
class MemoryBar : public QWidget
{
    Q_OBJECT

public:
    explicit MemoryBar(QWidget *parent = nullptr);

    const MemoryQuery &query() const { return m_query; }
    void setRun(RunId run);                          ///< signals nothing
    void setOrder(MemoryOrder order);
    void setTags(const QStringList &tags);           ///< offered by the filter menu
    void setCounts(int shown, int all);              ///< "37 of 412"
    void setFresh(int count);                        ///< "12 new – show"; 0 hides it
    void setPins(int tokens, int budget);
    void clear();                                    ///< no search, no filter
    void startSearch();
    void retranslate();

Q_SIGNALS:
    void queryChanged(const autodidact::MemoryQuery &query);
    void freshWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chip {
        QString text;
        QString name;                                ///< objectName, never translated
        std::function<void(MemoryQuery &)> remove;
    };

    void build();
    void fillMenu();
    void addChoice(QMenu *menu, const QString &text, bool on, std::function<void(MemoryQuery &)> change);
    QList<Chip> chips() const;
    void showChips();
    void showCounts();
    void setQuery(const MemoryQuery &query);
    void searchNow();

    static constexpr int typingMs = 200;

    MemoryQuery m_query;
    QStringList m_tags;
    QTimer m_typing;
    int m_shown = 0, m_all = 0, m_fresh = 0, m_pinTokens = 0, m_pinBudget = 0;

    QComboBox *m_scope = nullptr;
    QComboBox *m_mode = nullptr;
    QLineEdit *m_search = nullptr;
    QToolButton *m_filter = nullptr;
    QMenu *m_menu = nullptr;
    QWidget *m_chips = nullptr;
    QHBoxLayout *m_chipLayout = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_pins = nullptr;
    QPushButton *m_freshButton = nullptr;
};

} // namespace autodidact
