#include "capture.h"

#include "core/sandbox/supervisor/report.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace autodidact::sandbox {

namespace {

constexpr size_t largestFile = 4u << 20;
constexpr int mostFiles = 1000;

void makeFolders(char *path)
{
    for (char *at = path + 1; *at; ++at) {
        if (*at == '/') {
            *at = 0;
            mkdir(path, 0755);
            *at = '/';
        }
    }
}

void reportFile(int folder, const char *name, const char *path)
{
    const int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat info{};
    if (file < 0)
        return;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode)) {
        Buffer fields;
        fields.text("file", 4);
        fields.text(path, strlen(path));
        reportContent(fields, file, largestFile);
    }
    close(file);
}

} // namespace

bool placeFile(Reader::Text path, Reader::Text content)
{
    char *name = terminated(path);
    if (!name || path.size == 0 || name[0] == '/')
        return false;
    makeFolders(name);
    const int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const bool ok = file >= 0 && writeAll(file, content.data, content.size);
    close(file);
    return ok;
}

void reportContent(Buffer &fields, int file, size_t most)
{
    struct stat info{};
    size_t size = fstat(file, &info) == 0 ? size_t(info.st_size) : 0;
    if (size > most)
        size = most;
    fields.put(uint32_t(size));
    char *place = fields.grow(size);
    const ssize_t count = pread(file, place, size, 0);
    for (size_t i = count > 0 ? size_t(count) : 0; i < size; ++i)
        place[i] = ' ';
    report(RecordKind::Text, 0, 0, &fields);
}

void reportFiles(Reader::Text path)
{
    char *name = terminated(path);
    if (!name)
        return;
    const int folder = open(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *entries = folder >= 0 ? fdopendir(folder) : nullptr;
    if (!entries) {
        reportFile(AT_FDCWD, name, name);
        return;
    }
    int count = 0;
    while (const dirent *entry = readdir(entries)) {
        char whole[1024];
        if (entry->d_name[0] == '.' || ++count > mostFiles)
            continue;
        snprintf(whole, sizeof whole, "%s/%s", name, entry->d_name);
        reportFile(folder, entry->d_name, whole);
    }
    closedir(entries);
}

} // namespace autodidact::sandbox
