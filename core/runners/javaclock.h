#pragma once

#include <QByteArrayView>

namespace autodidact {

/// The library autodidact_java.so: core/sandbox/java/clock.cpp.
QByteArrayView javaClock();

} // namespace autodidact
