#pragma once

#include "core/domain/language.h"
#include "widgets/codediff/codesheet.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;
class QStackedLayout;

namespace KSyntaxHighlighting {
class Repository;
}

namespace autodidact {

class CodeInk;
class CodeView;

/// What a diff view shows.
struct DiffContent {
    QList<DiffRow> rows;
    Language language = Language::Python;
    QString before;                  ///< title of the old side
    QString after;
    Coverage beforeCoverage;
    Coverage afterCoverage;
    bool comparing = true;           ///< false: one text alone
};

/// Two texts side by side, or one below the other in one view. GUI thread.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    enum class Layout { SideBySide, Inline };

    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    void setContent(const DiffContent &content);
    void setWish(Layout layout);
    Layout wish() const { return m_wish; }
    bool isInline() const { return m_inline; }
    bool canBeSideBySide() const { return width() >= sideBySideWidth; }

    int changeCount() const;
    void goToNextChange();
    void goToPreviousChange();

    /// Shows this line of the new text; false where it has no such line.
    bool goToLine(int number);

    /// Line number of the new text at the top of the window, for coming back to it.
    int position() const;
    void setPosition(int number);
    void scrollToEnd();

    void restyle();
    void retranslate();

    static constexpr int sideBySideWidth = 900;

Q_SIGNALS:
    void readingBegan();
    void layoutTurned();                         ///< another layout shows, or may be wished for
    void changeReached(int change, int count);   ///< change from 1

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *column(QLabel *&title, CodeView *&view, const QString &objectName);
    void join(CodeView *one, CodeView *other);
    void turn();
    void fill();
    void fillTo(int line);
    void goToChange(int change);
    CodeView *mainView() const { return m_inline ? m_inlineView : m_afterView; }

    DiffContent m_content;
    Layout m_wish = Layout::SideBySide;
    bool m_inline = false;
    bool m_wasAble = true;
    int m_change = -1;                           ///< the one gone to last, from 0
    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    std::shared_ptr<CodeInk> m_beforeInk;
    std::shared_ptr<CodeInk> m_afterInk;
    QStackedLayout *m_stack;
    QSplitter *m_sides;
    QLabel *m_beforeTitle = nullptr;
    QLabel *m_afterTitle = nullptr;
    QLabel *m_inlineTitle = nullptr;
    CodeView *m_beforeView = nullptr;
    CodeView *m_afterView = nullptr;
    CodeView *m_inlineView = nullptr;
};

} // namespace autodidact
