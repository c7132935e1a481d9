#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace autodidact {

enum class Severity { Note, Warning, Failure };

/// What happened, what follows, what can be done. Equal keys are one message, counted.
struct Message {
    struct Remedy {
        QString name;                        ///< objectName of the button
        QString text;
        std::function<void()> act;
        bool settles = true;                 ///< the message goes away with the click
    };

    QString key;
    Severity severity = Severity::Note;
    QString text;
    QString details;                         ///< plain text behind [Details]; may be empty
    QList<Remedy> remedies;
};

/// Shows one message at a time under the tool bar; the others wait behind "2 more". Stays until a person
/// closes it. GUI thread.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// The newest message shows; one with a key that is there already is counted and takes the new words.
    void post(Message message);
    void withdraw(const QString &key);
    int waiting() const { return int(m_messages.size()); }
    QString shownText() const;

Q_SIGNALS:
    void emptied();
    void filled();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry {
        Message message;
        int count = 1;
    };

    void showFirst();
    void rebuildButtons(const Message &message);
    void showDetails();
    void dismiss();
    void next();

    QList<Entry> m_messages;                 ///< the first one shows
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QPushButton *m_details;
    QPushButton *m_more;
    QToolButton *m_close;
};

} // namespace autodidact
