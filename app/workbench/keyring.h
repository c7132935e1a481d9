#pragma once

#include "app/composition.h"

#include <memory>
#include <mutex>

namespace autodidact {

/// The keys typed in this session. In memory only; any thread.
class KeyRing
{
public:
    void remember(const QString &model, const QString &key);
    SessionKeys keys() const;

private:
    mutable std::mutex m_mutex;
    SessionKeys m_keys;
};

/// Parts of a run that see keys typed after the program began.
SessionParts partsWith(std::shared_ptr<KeyRing> ring);

} // namespace autodidact
