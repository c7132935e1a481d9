#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QStringList>

namespace autodidact {

/// Inverse document frequencies that ship with the program and never change, so that scores do not
/// depend on what else is remembered. A term that is not listed counts as rare.
class IdfTable
{
public:
    static Result<IdfTable> load(const QString &path);

    /// The table compiled into the program.
    static Result<IdfTable> builtIn();

    double idf(const QString &term) const;

    /// The \p count rarest different terms, rarest first; ties: more frequent in \p terms, longer,
    /// alphabetical.
    QStringList rarest(const QStringList &terms, int count) const;

    qsizetype size() const { return m_idf.size(); }

private:
    QHash<QString, double> m_idf;
    double m_unlisted = 0;
};

} // namespace autodidact
