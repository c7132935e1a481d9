#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace autodidact {

/// The content of one dock: a body, an empty state with words and an optional action, and a veil for
/// predict-then-reveal. GUI thread.
class Panel : public QWidget
{
    Q_OBJECT

public:
    /// \p objectName names the dock too; it never changes and is never translated.
    explicit Panel(const QString &objectName, QWidget *parent = nullptr);

    void setBody(QWidget *body);
    void showBody();
    void showEmpty(const QString &text);

    /// A button under the empty state's text. \p triggered runs in the GUI thread.
    QPushButton *addEmptyAction(const QString &text);
    bool isEmpty() const;
    void setVeiled(bool veiled);

    virtual QString title() const = 0;           ///< translated, for the dock

protected:
    void changeEvent(QEvent *event) override;

    /// Sets every text anew; called at language changes. Called by subclasses' constructors themselves.
    virtual void retranslate() {}
    virtual void themeChanged() {}

private:
    void turnTo(QWidget *page);

    QStackedLayout *m_stack;
    QWidget *m_emptyPage;
    QLabel *m_emptyText;
    QVBoxLayout *m_emptyLayout;
    QWidget *m_veil;
    QWidget *m_body = nullptr;
    QWidget *m_page = nullptr;       ///< what shows when not veiled
    bool m_veiled = false;
};

} // namespace autodidact
