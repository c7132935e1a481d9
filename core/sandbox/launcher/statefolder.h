#pragma once

#include <functional>
#include <string>

namespace autodidact::sandbox {

/// Where containers of ours keep what they need while they run: a folder of this user's that others may pass through but
/// not read, because a container started by root maps its users to others. Empty where none can be made.
std::string stateFolder();

/// A folder that belongs to one running process, below the state folder; it holds a lock on it.
class OwnedFolder {
public:
    explicit OwnedFolder(const std::string &state);
    OwnedFolder(const OwnedFolder &) = delete;
    OwnedFolder &operator=(const OwnedFolder &) = delete;

    const std::string &path() const { return m_path; } ///< empty where it could not be made
    std::string name() const;

    void remove();

private:
    std::string m_path;
    int m_lock = -1;
};

/// Removes the folders of processes that were killed, after \p before was called with each folder's path.
void sweepStale(const std::string &state, const std::function<void(const std::string &)> &before);

} // namespace autodidact::sandbox
