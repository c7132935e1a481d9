#include "core/runners/findings.h"

#include "core/runners/scrub.h"

namespace autodidact {

void setClass(Verdict &verdict, ErrorClass errorClass, const QString &detail)
{
    verdict.errorClass = errorClass;
    verdict.errorDetail = scrubbed(detail);
}

void tampered(Verdict &verdict, const QString &reason)
{
    setClass(verdict, ErrorClass::Logic, reason);
    verdict.tampering = true;
    verdict.tamperingReason = reason;
}

} // namespace autodidact
