#pragma once

#include <QTextBrowser>
#include <QTextCursor>

namespace autodidact {

/// A part of a text that leads somewhere: "line:3", "rule:r2", "memory:12".
struct Mention {
    qsizetype start = 0;
    qsizetype length = 0;
    QString target;

    bool operator==(const Mention &) const = default;
};

/// A read-only page of plain texts with headings and mentions that can be clicked or reached with Tab. Nothing is
/// read as markup, copying gives plain text. GUI thread.
class ReadingView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ReadingView(const QString &objectName, QWidget *parent);

    /// Starts a new page. The place scrolled to stays when \p key is the one of the page before.
    void begin(const QString &key);
    /// With a \p target the whole heading can be clicked; \p icon stands before it.
    void heading(const QString &text, const QString &target = {}, const QString &faint = {}, const QIcon &icon = {});
    void paragraph(const QString &text, const QList<Mention> &mentions = {});
    void faint(const QString &text);
    /// In the colour of what failed: a danger that must not be overlooked.
    void alarm(const QString &text);
    /// Fixed pitch, never wrapped when \p wrapped is false.
    void code(const QString &text, const QList<Mention> &mentions = {}, bool wrapped = false);
    void end();

Q_SIGNALS:
    void activated(const QString &target);

    /// A person began to read: selected text or scrolled up.
    void readingBegan();

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void picture(const QIcon &icon, const QTextCharFormat &format);
    void block(qreal above, qreal below);
    void write(const QString &text, const QTextCharFormat &format, const QList<Mention> &mentions = {});
    QTextCharFormat plain() const;

    QTextCursor m_cursor;
    QString m_key;
    int m_scrolled = 0;
    bool m_first = true;
    bool m_filling = false;
};

} // namespace autodidact
