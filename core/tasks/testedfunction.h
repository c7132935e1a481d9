#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// What asserts in Python say of the code they are for.
struct TestedFunction {
    QString name;            ///< the function that they call and the code defines
    Isolation isolation = Isolation::Split;
};

/// Reads the function off the asserts: the outermost call of the first one that \p code defines.
/// In process where the asserts or their setup use classes or further functions of the code, hand over
/// functions, or ask for the truth of a result that may be of any kind. Errors (BadInput) say why there is none, without a place
/// in front.
Result<TestedFunction> testedFunction(const QString &code, const QStringList &asserts, const QString &setup);

} // namespace autodidact
