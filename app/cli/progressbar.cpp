#include "app/cli/progressbar.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace autodidact {

ProgressBar::ProgressBar(Console &console, QString what)
    : m_console(console)
    , m_what(std::move(what))
{
}

ProgressBar::~ProgressBar()
{
    if (m_visible)
        m_console.raw("\r\x1b[K");
}

void ProgressBar::set(int done, int total, const QString &detail)
{
    const Clock::time_point now = Clock::now();
    if (!m_console.drawsProgress() || total <= 0 || now - m_begin < 1s || now - m_drawn < 100ms)
        return;
    m_drawn = now;
    m_visible = true;
    constexpr int width = 24;
    const int filled = int(std::lround(double(width) * done / total));
    const double elapsed = std::chrono::duration<double>(now - m_begin).count();
    QString line = u"\r%1 [%2%3] %4 of %5"_s.arg(m_what, QString(filled, u'#'), QString(width - filled, u'.'))
                       .arg(done).arg(total);
    for (const QString &part : {timeLeft(elapsed, done, total), detail}) {
        if (!part.isEmpty())
            line += u", "_s + part;
    }
    m_console.raw(line.toUtf8() + "\x1b[K");
}

QString timeLeft(double elapsedS, int done, int total)
{
    if (done < 5)
        return {};
    const double left = elapsedS / done * (total - done);
    if (left < 90)
        return u"about %1 s left"_s.arg(std::ceil(left));
    return u"about %1 min left"_s.arg(std::ceil(left / 60));
}

} // namespace autodidact
