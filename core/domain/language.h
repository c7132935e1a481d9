#pragma once

#include <QString>

#include <optional>

namespace autodidact {

/// Language of a task. Persisted: never renumber.
enum class Language { Python = 1, Java = 2, JavaScript = 3, Rust = 4 };

inline QString toString(Language language)
{
    switch (language) {
    case Language::Python: return QStringLiteral("python");
    case Language::Java: return QStringLiteral("java");
    case Language::JavaScript: return QStringLiteral("javascript");
    case Language::Rust: return QStringLiteral("rust");
    }
    return {};
}

inline std::optional<Language> languageFromString(QStringView name)
{
    if (name == u"python") return Language::Python;
    if (name == u"java") return Language::Java;
    if (name == u"javascript" || name == u"js") return Language::JavaScript;
    if (name == u"rust") return Language::Rust;
    return std::nullopt;
}

} // namespace autodidact
