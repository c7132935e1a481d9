#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace autodidact::sandbox {

/// Bytes to be sent. Ends the process when memory runs out: the supervisor then says why.
class Buffer {
public:
    Buffer() = default;
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer() { free(m_data); }

    const char *data() const { return m_data; }
    char *data() { return m_data; }
    size_t size() const { return m_size; }
    void clear() { m_size = 0; }
    void truncate(size_t size) { m_size = size; }

    /// Room for \p size more bytes, which count as written.
    char *grow(size_t size)
    {
        if (m_size + size > m_capacity) {
            m_capacity = (m_size + size) * 2 + 256;
            m_data = static_cast<char *>(realloc(m_data, m_capacity));
            if (!m_data)
                _exit(memoryExit);
        }
        char *place = m_data + m_size;
        m_size += size;
        return place;
    }
    void add(const void *bytes, size_t size)
    {
        if (size > 0)
            memcpy(grow(size), bytes, size);
    }
    template<typename T>
    void put(T value)
    {
        add(&value, sizeof value);
    }
    void text(const char *bytes, size_t size)
    {
        put(uint32_t(size));
        add(bytes, size);
    }

    static constexpr int memoryExit = 87;

private:
    char *m_data = nullptr;
    size_t m_size = 0;
    size_t m_capacity = 0;
};

/// Bytes that came from elsewhere. Reading past the end gives zeros and marks the reader as failed.
class Reader {
public:
    Reader(const char *data, size_t size)
        : m_at(data)
        , m_end(data + size)
    {
    }

    bool ok() const { return m_ok; }
    size_t left() const { return size_t(m_end - m_at); }

    const char *take(size_t size)
    {
        if (size > left()) {
            m_ok = false;
            m_at = m_end;
            return nullptr;
        }
        const char *place = m_at;
        m_at += size;
        return place;
    }
    template<typename T>
    T get()
    {
        T value{};
        if (const char *place = take(sizeof value))
            memcpy(&value, place, sizeof value);
        return value;
    }
    struct Text {
        const char *data = "";
        size_t size = 0;
    };
    Text text()
    {
        const uint32_t size = get<uint32_t>();
        const char *place = take(size);
        return place ? Text{place, size} : Text{};
    }

private:
    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

bool writeAll(int fd, const void *bytes, size_t size);
bool readAll(int fd, void *bytes, size_t size); ///< false at the end of the stream, too

} // namespace autodidact::sandbox
