// Prints how long the GUI thread is held while a comparison of many lines is shown, jumped in and turned: the time
// of its own work, which other programs of the machine do not lengthen.
#include "widgets/codediff/diffview.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int repeats = 9;

/// Two programs of \p count lines; every fiftieth line differs.
std::pair<QString, QString> programs(int count)
{
    QStringList before;
    QStringList after;
    for (int i = 0; i < count; ++i) {
        before.append(u"    value_%1 = compute(%1, \"text\")  # line"_s.arg(i));
        after.append(i % 50 ? before.last() : u"    value_%1 = compute(%1, \"another text\")"_s.arg(i));
    }
    return {before.join(u'\n'), after.join(u'\n')};
}

double milliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class Stopwatch
{
public:
    explicit Stopwatch(const char *name) : m_name(name) {}

    template<typename Work>
    void measure(Work work)
    {
        const double begun = milliseconds();
        work();
        m_times.push_back(milliseconds() - begun);
    }

    void print()
    {
        std::ranges::sort(m_times);
        std::printf("  %-34s median %7.2f ms   longest %7.2f ms\n", m_name, m_times[m_times.size() / 2], m_times.back());
    }

private:
    const char *m_name;
    std::vector<double> m_times;
};

void measure(DiffView::Layout layout, const QList<DiffRow> &rows, const QList<DiffRow> &other, int lines)
{
    Stopwatch first("show");
    Stopwatch paint("first picture");
    Stopwatch idle("each step until all is coloured");
    Stopwatch jump("jump to the end, with picture");
    Stopwatch turn("other layout, with picture");
    for (int i = 0; i < repeats; ++i) {
        DiffView view;
        view.resize(1100, 600);
        view.setWish(layout);
        view.show();
        view.setContent({.rows = other});
        view.grab();
        first.measure([&] { view.setContent({.rows = rows}); });
        paint.measure([&] { view.grab(); });
        jump.measure([&] {
            view.goToLine(lines - 10);
            view.grab();
        });
        for (int step = 0; step < 400; ++step)
            idle.measure([] { QCoreApplication::processEvents(); });
        turn.measure([&] {
            view.setWish(layout == DiffView::Layout::Inline ? DiffView::Layout::SideBySide : DiffView::Layout::Inline);
            view.grab();
        });
    }
    std::printf("%s, %d lines\n", layout == DiffView::Layout::Inline ? "Inline" : "Side by side", lines);
    for (Stopwatch *watch : {&first, &paint, &jump, &idle, &turn})
        watch->print();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    constexpr int lines = 5'000;
    const auto [before, after] = programs(lines);
    const auto [shortBefore, shortAfter] = programs(60);
    const QList<DiffRow> rows = DiffRows::compare(before, after).value();
    const QList<DiffRow> other = DiffRows::compare(shortBefore, shortAfter).value();
    for (const DiffView::Layout layout : {DiffView::Layout::SideBySide, DiffView::Layout::Inline})
        measure(layout, rows, other, lines);
    return 0;
}
