#pragma once

#include "widgets/base/attemptsource.h"
#include "widgets/base/panel.h"

class QVBoxLayout;

namespace autodidact {

class Notice;
class ReadingView;

/// A panel about the attempt under the cursor: notices on top, below them what the subclass shows; without
/// anything to show it says why and leads to the next failure. GUI thread.
///
/// A subclass builds its part and then calls retranslate().
class AttemptPanel : public Panel
{
    Q_OBJECT

public:
    AttemptPanel(const QString &objectName, Services &services, QWidget *parent);

Q_SIGNALS:
    void lineRequested(int line);        ///< of the attempt's code, from 1
    void nextFailureWanted();

protected:
    void retranslate() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;

    /// What stands in place of the body, translated; empty when there is something to show.
    virtual QString reasonForNone(const ShownAttempt *shown) const = 0;

    /// Called with an attempt for which there is no such reason.
    virtual void showAttempt(const ShownAttempt &shown) = 0;

    /// A mention in a reading view was activated; leads to lines of the code.
    virtual void openMention(const QString &target);

    const ShownAttempt *shown() const { return m_source->shown(); }
    bool namesTask() const { return m_source->namesTask(); }
    bool hasRun() const { return m_source->cursor().run.isValid(); }
    static QString chooseHint();

    QWidget *body() const { return m_body; }
    QVBoxLayout *column() const { return m_column; }      ///< of the body
    QVBoxLayout *notices() const { return m_notices; }    ///< first in the column
    Notice *addNotice(const QString &objectName);
    ReadingView *makeView(const QString &objectName, QWidget *parent);

    /// Stay here: a person began to read.
    void hold();

private:
    void refresh();

    Services &m_services;
    AttemptSource *m_source;
    QWidget *m_body;
    QVBoxLayout *m_column;
    QVBoxLayout *m_notices;
    QPushButton *m_next;
    bool m_built = false;
};

} // namespace autodidact
