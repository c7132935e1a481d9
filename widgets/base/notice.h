#pragma once

#include <QLabel>

namespace autodidact {

/// An icon with a plain text beside it that wraps; hides itself while the text is empty. GUI thread.
class Notice : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(const QString &objectName, QWidget *parent);

    void say(const QString &text, const QIcon &icon = {}, const QColor &color = {});
    QString text() const { return m_text->text(); }
    void setBold(bool bold);

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace autodidact
