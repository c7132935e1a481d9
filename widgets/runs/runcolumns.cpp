#include "widgets/runs/runcolumns.h"

#include "widgets/base/domainwords.h"
#include "widgets/runs/runtree.h"

#include <QHeaderView>
#include <QLocale>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

void measureRunColumns(QTreeView &tree)
{
    const QFontMetrics metrics(tree.font());
    const auto fit = [&](RunTreeModel::Column column, const QStringList &texts) {
        // Every pixel is one less for the names: no room for the arrow of sorting, which draws over the header.
        int widest = tree.header()->fontMetrics().horizontalAdvance(tree.model()->headerData(column, Qt::Horizontal).toString());
        for (const QString &text : texts)
            widest = std::max(widest, metrics.horizontalAdvance(text));
        tree.header()->resizeSection(column, widest + 10);
    };
    // Without "infrastructure": it is rare, long in English, and has an icon of its own.
    QStringList errors;
    for (const ErrorClass error : {ErrorClass::Syntax, ErrorClass::Compile, ErrorClass::Import, ErrorClass::Runtime, ErrorClass::Logic,
                                   ErrorClass::Timeout, ErrorClass::Memory, ErrorClass::Forbidden})
        errors.append(words::errorClass(error));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    fit(RunTreeModel::PassedColumn, {u"100/100"_s});
    fit(RunTreeModel::ErrorColumn, errors);
    fit(RunTreeModel::TokensColumn, {QLocale().toString(123'456)});
    fit(RunTreeModel::TimeColumn, {words::ago(now.addSecs(-59 * 60), now), words::ago(now.addSecs(-23 * 3600), now)});
}

void hideRunColumns(QTreeView &tree)
{
    const int letter = tree.fontMetrics().averageCharWidth();
    tree.setColumnHidden(RunTreeModel::TimeColumn, tree.width() < 80 * letter);
    tree.setColumnHidden(RunTreeModel::TokensColumn, tree.width() < 64 * letter);
    tree.setColumnHidden(RunTreeModel::PassedColumn, tree.width() < 42 * letter);
}

} // namespace autodidact
