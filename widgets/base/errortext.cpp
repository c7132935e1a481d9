#include "widgets/base/errortext.h"

#include <QCoreApplication>

namespace autodidact {

QString errorHeading(ErrorKind kind)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ErrorText", text); };
    switch (kind) {
    case ErrorKind::BadUsage: return tr(QT_TRANSLATE_NOOP("ErrorText", "A setting cannot be used."));
    case ErrorKind::BadInput: return tr(QT_TRANSLATE_NOOP("ErrorText", "A file cannot be used."));
    case ErrorKind::NotFound: return tr(QT_TRANSLATE_NOOP("ErrorText", "Something was not found."));
    case ErrorKind::Conflict: return tr(QT_TRANSLATE_NOOP("ErrorText", "Somebody else is using this, or it exists already."));
    case ErrorKind::Missing: return tr(QT_TRANSLATE_NOOP("ErrorText", "This computer lacks something."));
    case ErrorKind::Cancelled: return tr(QT_TRANSLATE_NOOP("ErrorText", "It was stopped."));
    case ErrorKind::Budget: return tr(QT_TRANSLATE_NOOP("ErrorText", "A budget or a time limit is used up."));
    case ErrorKind::Model: return tr(QT_TRANSLATE_NOOP("ErrorText", "The model does not answer as it should."));
    case ErrorKind::Sandbox: return tr(QT_TRANSLATE_NOOP("ErrorText", "The sandbox does not work."));
    case ErrorKind::Storage: return tr(QT_TRANSLATE_NOOP("ErrorText", "The database cannot be read or written."));
    case ErrorKind::Internal: return tr(QT_TRANSLATE_NOOP("ErrorText", "This is a fault of the program."));
    }
    return {};
}

QString errorText(const Error &error)
{
    if (error.detail.isEmpty())
        return errorHeading(error.kind);
    return QCoreApplication::translate("ErrorText", "%1 %2", "heading, then detail; both are whole sentences")
        .arg(errorHeading(error.kind), error.detail);
}

} // namespace autodidact
