#include "core/runners/exceptionclass.h"

#include <span>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Entry
{
    QStringView type;
    ErrorClass errorClass;
};

// The harness of Rust names its exceptions as Python does.
constexpr Entry pythonTypes[] = {
    {u"AssertionError", ErrorClass::Logic},
    {u"SyntaxError", ErrorClass::Syntax},
    {u"IndentationError", ErrorClass::Syntax},
    {u"TabError", ErrorClass::Syntax},
    {u"ImportError", ErrorClass::Import},
    {u"ModuleNotFoundError", ErrorClass::Import},
    {u"MemoryError", ErrorClass::Memory},
};

// As named by typeName() in resources/sandbox/node/program.js.
constexpr Entry javaScriptTypes[] = {
    {u"AssertionError", ErrorClass::Logic},
    {u"Error [MODULE_NOT_FOUND]", ErrorClass::Import},
    {u"Error [ERR_MODULE_NOT_FOUND]", ErrorClass::Import},
    {u"Error [ERR_UNKNOWN_BUILTIN_MODULE]", ErrorClass::Import},
    {u"RangeError [OUT_OF_MEMORY]", ErrorClass::Memory},
    {u"Error [ERR_ACCESS_DENIED]", ErrorClass::Forbidden},
};

std::span<const Entry> typesOf(Language language)
{
    if (language == Language::JavaScript)
        return javaScriptTypes;
    return pythonTypes;
}

} // namespace

ErrorClass classOfException(Language language, QStringView type)
{
    for (const Entry &entry : typesOf(language)) {
        if (entry.type == type)
            return entry.errorClass;
    }
    return ErrorClass::Runtime;
}

ErrorClass classOfLoadFailure(Language language, QStringView type, bool compiled)
{
    if (language == Language::JavaScript && !compiled && type == u"SyntaxError")
        return ErrorClass::Syntax;
    return classOfException(language, type);
}

} // namespace autodidact
