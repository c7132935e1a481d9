#include "app/cli/console.h"

#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void Console::result(const QString &text, const QJsonObject &document)
{
    if (json)
        write(stdout, QJsonDocument(document).toJson(QJsonDocument::Indented));
    else if (!text.isEmpty())
        write(stdout, text.toUtf8() + (text.endsWith(u'\n') ? "" : "\n"));
}

void Console::message(const QString &text)
{
    if (!quiet)
        write(stderr, text.toUtf8() + '\n');
}

void Console::alarm(const QString &text)
{
    if (!text.isEmpty())
        message(isatty(STDERR_FILENO) == 1 ? u"\x1b[1;31m"_s + text + u"\x1b[0m"_s : text);
}

void Console::error(const Error &error)
{
    write(stderr, "autodidact-cli: " + error.detail.toUtf8() + '\n');
}

bool Console::drawsProgress() const
{
    return !quiet && isatty(STDERR_FILENO) == 1;
}

void Console::raw(const QByteArray &bytes)
{
    write(stderr, bytes);
}

} // namespace autodidact
