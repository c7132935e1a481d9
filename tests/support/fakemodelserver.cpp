#include "tests/support/chatbehaviours.h"

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace autodidact::test;

namespace {

void serveModel(ServedConnection &connection, const ServedRequest &request)
{
    constexpr auto Json = "application/json";
    const QString answer = u"```python\ndef answer():\n    return 42\n```\n"_s;
    if (request.path.endsWith("/models"))
        connection.answer(200, Json, R"({"object":"list","data":[{"id":"fake"}]})");
    else if (!request.path.endsWith("/chat/completions"))
        connection.answer(404, Json, R"({"error":{"message":"no such path"}})");
    else if (request.body.contains("\"stream\":true"))
        streams({answer.first(15), answer.sliced(15)})(connection, request);
    else
        connection.answer(200, Json, wholeChat(answer));
}

} // namespace

/// fakemodelserver [PORT]: answers every chat with the same few lines, until standard input ends.
int main(int count, char **arguments)
{
    const HttpTestServer server({serveModel}, count > 1 ? quint16(std::atoi(arguments[1])) : quint16(0));
    std::printf("%s\n", qPrintable(server.url()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
