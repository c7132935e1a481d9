#pragma once

#include <QDialog>

namespace autodidact {

/// A dialog that grows with its words: wrapped texts that appear or get longer are never cut. GUI thread.
class FittingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    /// A width that suits the text size: so many times the height of a line. Call it once everything is in.
    void setWidthInLines(int lines);
    bool event(QEvent *event) override;

private:
    void grow();
};

} // namespace autodidact
