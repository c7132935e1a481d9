#include "widgets/dialogs/closequestion.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace autodidact {

CloseQuestion::CloseQuestion(QWidget *parent)
    : FittingDialog(parent)
{
    setObjectName(u"closeQuestion"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A run is live"));
    auto *text = new QLabel(tr("What is done so far is stored; the attempts under way are given up. A paused run waits until you continue it. A stopped run counts as ended, and can be continued too."), this);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *pause = buttons->addButton(tr("Pause and Quit"), QDialogButtonBox::AcceptRole);
    QPushButton *stop = buttons->addButton(tr("Stop and Quit"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    pause->setObjectName(u"pauseAndQuit"_s);
    stop->setObjectName(u"stopAndQuit"_s);
    cancel->setObjectName(u"cancelQuit"_s);
    cancel->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(buttons);
    connect(pause, &QPushButton::clicked, this, [this] {
        Q_EMIT answered(Answer::Pause);
        accept();
    });
    connect(stop, &QPushButton::clicked, this, [this] {
        Q_EMIT answered(Answer::Stop);
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    setWidthInLines(30);
}

} // namespace autodidact
