#include "core/memory/tagkinship.h"

#include "core/base/json.h"

#include <algorithm>
#include <cmath>

namespace autodidact {

TagKinship::TagKinship(const QList<QStringList> &known)
    : m_strange(std::log(double(known.size()) + 1))
{
    for (const QStringList &tags : known) {
        for (const QString &tag : tags)
            ++m_weights[tag];
    }
    for (double &weight : m_weights)
        weight = m_strange - std::log(weight);
}

double TagKinship::between(const QStringList &a, const QStringList &b) const
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    double common = 0;
    for (const QString &tag : a) {
        if (b.contains(tag))
            common += weight(tag);
    }
    return common > 0 ? std::min(1.0, rounded(common / std::sqrt(sum(a) * sum(b)))) : 0;
}

/// Above 0 where there are memories, since no tag has more of them than there are.
double TagKinship::weight(const QString &tag) const
{
    return m_weights.value(tag, m_strange);
}

double TagKinship::sum(const QStringList &tags) const
{
    double sum = 0;
    for (const QString &tag : tags)
        sum += weight(tag);
    return sum;
}

} // namespace autodidact
