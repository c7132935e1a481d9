#pragma once

#include "widgets/welcome/machinestate.h"

#include <QObject>

#include <functional>
#include <thread>

namespace autodidact {

/// Looks at the machine in a thread of its own and tells what it found. GUI thread.
class MachineCheck : public QObject
{
    Q_OBJECT

public:
    explicit MachineCheck(std::function<MachineState()> look, QObject *parent = nullptr);

    void begin();                                ///< nothing happens while one is under way
    bool isUnderWay() const { return m_underWay; }

Q_SIGNALS:
    void begun();
    void found(const autodidact::MachineState &state);

private:
    std::function<MachineState()> m_look;
    bool m_underWay = false;
    std::jthread m_thread;                       // last: joined first
};

} // namespace autodidact
