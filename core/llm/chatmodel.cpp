#include "core/llm/chatmodel.h"

namespace autodidact {

namespace {

constexpr int CharactersPerToken = 4;

} // namespace

int estimateTokens(QStringView text)
{
    int tokens = 0;
    int run = 0;             // ASCII characters since the last blank or foreign character
    const auto endRun = [&] {
        tokens += (run + CharactersPerToken - 1) / CharactersPerToken;
        run = 0;
    };
    for (const QChar character : text) {
        if (character.isSpace()) {
            // The blank in front of a word belongs to its token; a new line is one of its own.
            endRun();
            tokens += character == u'\n' ? 1 : 0;
        } else if (character.unicode() < 0x80) {
            ++run;
        } else {
            endRun();
            tokens += character.isLowSurrogate() ? 0 : 1;
        }
    }
    endRun();
    return tokens;
}

} // namespace autodidact
