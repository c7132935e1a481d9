#pragma once

#include "core/domain/attempt.h"

class QString;

namespace autodidact {

class ReadingView;

/// Writes what is known of one test, of the output, and of the machine into a page.
namespace testdetail {

void showTest(ReadingView &view, const QString &key, const TestResult &test);
void showOutput(ReadingView &view, const QString &key, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden);
void showMachine(ReadingView &view, const QString &key, const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden);

} // namespace testdetail
} // namespace autodidact
