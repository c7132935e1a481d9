#include "widgets/base/causewords.h"

#include "core/domain/verdict.h"
#include "widgets/base/domainwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace autodidact {

QString causeWords(const QString &cause)
{
    static const QHash<QString, const char *> families{
        {u"off_by_one_range"_s, QT_TRANSLATE_NOOP("CauseWords", "end of a range")},
        {u"boundary"_s, QT_TRANSLATE_NOOP("CauseWords", "value on a limit")},
        {u"comparison"_s, QT_TRANSLATE_NOOP("CauseWords", "comparison the wrong way round")},
        {u"none_handling"_s, QT_TRANSLATE_NOOP("CauseWords", "missing value not handled")},
        {u"empty_input"_s, QT_TRANSLATE_NOOP("CauseWords", "empty input not handled")},
        {u"operator"_s, QT_TRANSLATE_NOOP("CauseWords", "wrong operator")},
        {u"integer_division"_s, QT_TRANSLATE_NOOP("CauseWords", "division and rounding")},
        {u"case_sensitivity"_s, QT_TRANSLATE_NOOP("CauseWords", "upper and lower case")},
        {u"mutated_argument"_s, QT_TRANSLATE_NOOP("CauseWords", "argument changed in place")},
        {u"missing_import"_s, QT_TRANSLATE_NOOP("CauseWords", "missing import")},
        {u"wrong_return"_s, QT_TRANSLATE_NOOP("CauseWords", "wrong return value")},
        {u"early_return"_s, QT_TRANSLATE_NOOP("CauseWords", "return too early")},
        {u"infinite_loop"_s, QT_TRANSLATE_NOOP("CauseWords", "loop without an end")},
        {u"syntax_slip"_s, QT_TRANSLATE_NOOP("CauseWords", "slip of syntax")},
        {u"sort_order"_s, QT_TRANSLATE_NOOP("CauseWords", "order of sorting")},
        {u"shallow_copy"_s, QT_TRANSLATE_NOOP("CauseWords", "shallow copy")},
        {u"default_argument"_s, QT_TRANSLATE_NOOP("CauseWords", "mutable default argument")},
        {u"accumulator_init"_s, QT_TRANSLATE_NOOP("CauseWords", "wrong start value")},
        {u"index_base"_s, QT_TRANSLATE_NOOP("CauseWords", "counting positions from the wrong number")},
        {u"string_format"_s, QT_TRANSLATE_NOOP("CauseWords", "format of a text")},
        {u"duplicate_handling"_s, QT_TRANSLATE_NOOP("CauseWords", "duplicates not handled")},
    };
    const QString name = cause.simplified().toLower();
    if (const char *family = families.value(name))
        return QCoreApplication::translate("CauseWords", family);
    const std::optional<ErrorClass> errorClass = errorClassFromString(name);
    return errorClass ? words::errorClass(*errorClass) : QString();
}

} // namespace autodidact
