#pragma once

// The panels that are built; one list for all who need their types.
#ifdef AUTODIDACT_HAS_RUNS
#include "widgets/runs/runspanel.h"
#endif
#ifdef AUTODIDACT_HAS_CODEDIFF
#include "widgets/codediff/diffpanel.h"
#endif
#ifdef AUTODIDACT_HAS_VERDICT
#include "widgets/verdict/verdictpanel.h"
#endif
#ifdef AUTODIDACT_HAS_REFLECTION
#include "widgets/reflection/reflectionpanel.h"
#endif
#ifdef AUTODIDACT_HAS_PROMPT
#include "widgets/prompt/promptpanel.h"
#endif
#ifdef AUTODIDACT_HAS_MEMORY
#include "widgets/memory/memorypanel.h"
#endif
#ifdef AUTODIDACT_HAS_VERSIONS
#include "widgets/versions/versionspanel.h"
#endif
#ifdef AUTODIDACT_HAS_CURVE
#include "widgets/curve/curvepanel.h"
#endif
#ifdef AUTODIDACT_HAS_SAFETY
#include "widgets/safety/safetypanel.h"
#endif
