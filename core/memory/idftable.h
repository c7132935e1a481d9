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

    /// What a term counts in a sum: idf to the power of 0.4. The unlisted are many, and by no means all telling.
    double weight(const QString &term) const;
    double unlistedWeight() const;       ///< the most that a term can weigh

    qsizetype size() const { return m_idf.size(); }

private:
    QHash<QString, double> m_idf;
    double m_unlisted = 0;
};

} // namespace autodidact
