#pragma once

#include "widgets/versions/treelayout.h"
#include "widgets/versions/versionbook.h"

#include <QWidget>

namespace autodidact {

/// Draws the version tree: number, success rate with its interval, origin; the current version with a thick ring,
/// proposed ones dashed, refused updates as small crosses. Lives in a scroll area. GUI thread.
class TreeView : public QWidget
{
    Q_OBJECT

public:
    explicit TreeView(QWidget *parent = nullptr);

    void setBook(const VersionBook &book);
    int selected() const { return m_selected; }          ///< 0: none
    int compared() const { return m_compared; }          ///< the second one, by Ctrl; 0: none

    /// Marks a version without telling anybody. 0: none.
    void select(int version);
    QRect rectOf(int version) const;                     ///< null when absent
    QSize sizeHint() const override;

Q_SIGNALS:
    void versionClicked(int version);
    void versionActivated(int version);                  ///< double click or Enter
    void pairChosen(int older, int newer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Measures {
        int column = 0, lane = 0, radius = 0, margin = 0;
    };

    Measures measures() const;
    QPoint centre(const TreeNode &node) const;
    QRect crossRect(const TreeCross &cross) const;
    int versionAt(const QPoint &point) const;
    QString hintAt(const QPoint &point) const;
    void choose(int version, Qt::KeyboardModifiers modifiers);

    void drawEdge(QPainter &painter, const TreeNode &node) const;
    void drawNode(QPainter &painter, const TreeNode &node) const;
    void drawDisc(QPainter &painter, const TreeNode &node) const;
    void drawRate(QPainter &painter, const TreeNode &node, const VersionRow &row) const;
    void drawCross(QPainter &painter, const TreeCross &cross) const;

    static constexpr int crossesShown = 4;   ///< of one version; the last stands for the rest

    VersionBook m_book;
    TreeLayout m_layout;
    int m_selected = 0;
    int m_compared = 0;
};

} // namespace autodidact
