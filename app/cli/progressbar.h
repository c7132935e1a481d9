#pragma once

#include "app/cli/console.h"

#include <chrono>

namespace autodidact {

/// One line on a terminal's stderr with a bar and the time left. Silent elsewhere, silent in the first
/// second, drawn at most ten times a second; the time left is told from five samples on.
class ProgressBar
{
public:
    ProgressBar(Console &console, QString what);
    ~ProgressBar();                          ///< wipes the line

    void set(int done, int total, const QString &detail = {});

private:
    using Clock = std::chrono::steady_clock;

    Console &m_console;
    QString m_what;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_drawn{};
    bool m_visible = false;
};

/// "about 2 min", from what is done and what is left; empty under five samples.
QString timeLeft(double elapsedS, int done, int total);

} // namespace autodidact
