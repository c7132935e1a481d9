#include "widgets/base/errortext.h"

#include <QCoreApplication>

namespace autodidact {

namespace {

/// Gives the texts below their context for the translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorHeading(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadUsage: return Words::tr("A setting cannot be used.");
    case ErrorKind::BadInput: return Words::tr("A file cannot be used.");
    case ErrorKind::NotFound: return Words::tr("Something was not found.");
    case ErrorKind::Conflict: return Words::tr("Somebody else is using this, or it exists already.");
    case ErrorKind::Missing: return Words::tr("This computer lacks something.");
    case ErrorKind::Cancelled: return Words::tr("It was stopped.");
    case ErrorKind::Budget: return Words::tr("A budget or a time limit is used up.");
    case ErrorKind::Model: return Words::tr("The model does not answer as it should.");
    case ErrorKind::Sandbox: return Words::tr("The sandbox does not work.");
    case ErrorKind::Storage: return Words::tr("The database cannot be read or written.");
    case ErrorKind::Internal: return Words::tr("This is a fault of the program.");
    }
    return {};
}

QString errorText(const Error &error)
{
    if (error.detail.isEmpty())
        return errorHeading(error.kind);
    return Words::tr("%1 %2", "heading, then detail; both are whole sentences").arg(errorHeading(error.kind), error.detail);
}

} // namespace autodidact
