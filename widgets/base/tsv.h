#pragma once

#include <QModelIndexList>
#include <QString>

namespace autodidact {

/// The rows of \p indexes as tab-separated lines under a header line, in the order given; columns in model order. Tabs
/// and line ends inside cells become spaces.
QString toTsv(const QAbstractItemModel &model, const QModelIndexList &rows);

} // namespace autodidact
