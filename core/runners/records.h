#pragma once

#include "core/sandbox/wire.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <array>
#include <optional>

namespace autodidact {

/// Proof that a record comes from the tests' side: drawn per attempt, told to nobody else.
using Nonce = std::array<quint64, 2>;

/// One thing that the tests' side reported.
struct Record {
    sandbox::RecordKind kind = sandbox::RecordKind::Passed;
    int index = 0;
    double cpuMs = 0;
    QStringList fields;

    QString field(qsizetype i) const { return i < fields.size() ? fields.at(i) : QString(); }
};

/// What a report pipe held.
struct Report {
    QList<Record> records;
    bool complete = false; ///< the last record says so
    bool forged = false;   ///< bytes that the tests' side did not write
};

Report readReport(const QByteArray &bytes, const Nonce &nonce);

} // namespace autodidact
