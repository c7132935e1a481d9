#include "widgets/welcome/machinecheck.h"

namespace autodidact {

MachineCheck::MachineCheck(std::function<MachineState()> look, QObject *parent)
    : QObject(parent)
    , m_look(std::move(look))
{
}

void MachineCheck::begin()
{
    if (m_underWay)
        return;
    m_underWay = true;
    Q_EMIT begun();
    m_thread = std::jthread([this] {
        const MachineState state = m_look();
        QMetaObject::invokeMethod(this, [this, state] {
            m_underWay = false;
            Q_EMIT found(state);
        }, Qt::QueuedConnection);
    });
}

} // namespace autodidact
