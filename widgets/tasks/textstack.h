#pragma once

#include "core/domain/language.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace autodidact {

class CodeEdit;

/// Several texts of one kind, one of them in the editor: reference solutions, accepted outputs. There is always at least
/// one to write in. GUI thread.
class TextStack : public QWidget
{
    Q_OBJECT

public:
    TextStack(const QString &objectName, QWidget *parent);

    void setTexts(const QStringList &texts);               ///< signals nothing
    QStringList texts() const;                             ///< all, empty ones too; one at least
    void choose(int index);
    CodeEdit *edit() const { return m_edit; }

    /// "Reference %1", and the names of the buttons.
    void setWords(const QString &each, const QString &add, const QString &remove);

Q_SIGNALS:
    void edited();

private:
    void keep();
    void showChosen();

    QStringList m_texts{QString()};
    int m_chosen = 0;
    QString m_each;
    QComboBox *m_box;
    QPushButton *m_add;
    QPushButton *m_remove;
    CodeEdit *m_edit;
};

} // namespace autodidact
