#pragma once

#include "core/domain/memory.h"

#include <QDialog>

class QLabel;
class QListWidget;

namespace autodidact {

/// Asks which of several memories stays. GUI thread.
class MemoryChoice : public QDialog
{
    Q_OBJECT

public:
    /// \p memories: the one that is offered first stands first.
    MemoryChoice(const QString &title, const QString &question, const QList<Memory> &memories, QWidget *parent = nullptr);

    MemoryId chosen() const;

private:
    QList<Memory> m_memories;
    QListWidget *m_list;
    QLabel *m_text;
};

} // namespace autodidact
