#pragma once

#include <QTextCursor>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTextEdit;
class QToolButton;

namespace autodidact {

/// Finds words in a text view: marks every place, goes from one to the next. Hidden until a search begins.
/// GUI thread.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    SearchBar(QTextEdit *view, QWidget *parent);

    void begin();
    void finish();

    /// The text of the view is another one.
    void renew();
    int matchCount() const { return int(m_places.size()); }

Q_SIGNALS:
    void begun();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void goTo(qsizetype number);
    void mark();
    void retranslate();

    QTextEdit *m_view;
    QLineEdit *m_words;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    QList<QTextCursor> m_places;
    qsizetype m_current = -1;
};

} // namespace autodidact
