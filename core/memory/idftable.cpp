#include "core/memory/idftable.h"

#include <QFile>

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double Damping = 0.4;

} // namespace

Result<IdfTable> IdfTable::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::NotFound, u"%1: cannot be read: %2"_s.arg(path, file.errorString()));
    IdfTable table;
    int number = 0;
    while (!file.atEnd()) {
        ++number;
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
        bool valid = false;
        const double idf = fields.first().toDouble(&valid);
        if (!valid || idf < 0)
            return fail(ErrorKind::BadInput, u"%1:%2: a line starts with a number of at least 0"_s.arg(path).arg(number));
        for (const QString &term : fields.sliced(1)) {
            if (term == u'*')
                table.m_unlisted = idf;
            else
                table.m_idf.insert(term, idf);
        }
    }
    if (table.m_unlisted <= 0)
        return fail(ErrorKind::BadInput, u"%1: a line for unlisted terms (\"NUMBER *\") is missing"_s.arg(path));
    return table;
}

Result<IdfTable> IdfTable::builtIn()
{
    return load(u":/memory/idf.txt"_s);
}

double IdfTable::idf(const QString &term) const
{
    const auto found = m_idf.constFind(term);
    if (found != m_idf.cend())
        return *found;
    // One letter, digit or Han character says less than a word.
    return term.toUcs4().size() == 1 ? m_unlisted / 2 : m_unlisted;
}

double IdfTable::weight(const QString &term) const
{
    return std::pow(idf(term), Damping);
}

double IdfTable::unlistedWeight() const
{
    return std::pow(m_unlisted, Damping);
}

} // namespace autodidact
