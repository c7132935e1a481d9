#include "app/workbench/keyring.h"

namespace autodidact {

void KeyRing::remember(const QString &model, const QString &key)
{
    const std::scoped_lock lock(m_mutex);
    m_keys.insert(model, key);
}

SessionKeys KeyRing::keys() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keys;
}

SessionParts partsWith(std::shared_ptr<KeyRing> ring)
{
    SessionParts parts = sessionParts();
    parts.makeModels = [ring = std::move(ring)](const RunConfig &config, const QList<Task> &tasks) {
        return sessionParts(ring->keys()).makeModels(config, tasks);
    };
    return parts;
}

} // namespace autodidact
