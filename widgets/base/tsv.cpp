#include "widgets/base/tsv.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString cell(const QVariant &value)
{
    static const QRegularExpression breaks(u"[\\t\\r\\n]+"_s);
    return value.toString().replace(breaks, u" "_s);
}

} // namespace

QString toTsv(const QAbstractItemModel &model, const QModelIndexList &rows)
{
    QStringList lines;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header.append(cell(model.headerData(column, Qt::Horizontal)));
    lines.append(header.join(u'\t'));
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(row.parent()); ++column)
            cells.append(cell(row.siblingAtColumn(column).data()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace autodidact
