#pragma once

#include <QString>

#include <expected>

namespace autodidact {

/// What went wrong, coarse enough to choose an exit code and a sentence from it.
enum class ErrorKind {
    BadUsage,        ///< the caller's arguments are off (exit code 2)
    BadInput,        ///< a file or record that is malformed (exit code 2)
    NotFound,        ///< a named suite, run, file … does not exist (exit code 2)
    Conflict,        ///< somebody else owns it, or it exists already (exit code 2)
    Missing,         ///< something this machine lacks (exit code 3)
    Cancelled,       ///< stopped by a person or a stop token (exit code 4)
    Budget,          ///< a budget or a deadline is used up (exit code 4)
    Model,           ///< the model failed for good (exit code 5)
    Sandbox,         ///< the sandbox failed for good (exit code 5)
    Storage,         ///< the database or the file system refused (exit code 5)
    Internal,        ///< a defect of ours (exit code 5)
};

/// A kind for programs, and one or more sentences for people: what, where, and what to do.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString detail;

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

using Status = Result<void>;

inline std::unexpected<Error> fail(ErrorKind kind, QString detail)
{
    return std::unexpected(Error{kind, std::move(detail)});
}

/// Exit code of the command line contract for an error of this kind.
constexpr int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadUsage:
    case ErrorKind::BadInput:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
        return 2;
    case ErrorKind::Missing:
        return 3;
    case ErrorKind::Cancelled:
    case ErrorKind::Budget:
        return 4;
    case ErrorKind::Model:
    case ErrorKind::Sandbox:
    case ErrorKind::Storage:
    case ErrorKind::Internal:
        return 5;
    }
    return 5;
}

} // namespace autodidact
