#pragma once

#include "core/domain/suite.h"
#include "widgets/dialogs/fittingdialog.h"

class QLineEdit;
class QPushButton;

namespace autodidact {

class Field;

/// Asks for the name and words of a new suite. GUI thread.
class NewSuiteDialog : public FittingDialog
{
    Q_OBJECT

public:
    /// \p taken are the names that there are.
    NewSuiteDialog(QStringList taken, QWidget *parent);

Q_SIGNALS:
    void named(const autodidact::Suite &suite);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();
    Suite suite() const;

    const QStringList m_taken;
    QLineEdit *m_name;
    QLineEdit *m_title;
    QLineEdit *m_description;
    QLineEdit *m_licence;
    Field *m_nameField;
    Field *m_titleField;
    Field *m_descriptionField;
    Field *m_licenceField;
    QPushButton *m_next;
};

} // namespace autodidact
