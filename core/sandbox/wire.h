#pragma once

// What the core and the server inside the sandbox say to each other over one SOCK_SEQPACKET socket.
// Both are built together and run on one machine, so the structs are sent as they are. No Qt here:
// the server has none.

#include <cstdint>

namespace autodidact::sandbox {

inline constexpr uint32_t requestMagic = 0x41445231; // "ADR1"
inline constexpr uint32_t replyMagic = 0x41444131;   // "ADA1"
inline constexpr uint32_t reportMagic = 0x41445431;  // "ADT1"

/// Descriptors that the helper hands to the server.
inline constexpr int controlFd = 3;
inline constexpr int filterFd = 4;
inline constexpr int moduleFd = 5;
inline constexpr int memoryGroupFd = 6;  ///< folder of the attempts' control group; closed where there is none
inline constexpr int processGroupFd = 7; ///< the same for processes, where control groups are of the old kind
inline constexpr int openedFd = 8; ///< the first of the files that the helper opened for the server

enum class Mode : uint32_t {
    Split = 1,     ///< solution and tests in processes of their own
    InProcess = 2, ///< in one process
    Script = 3,    ///< the "tests" are a Python program that does everything itself (pytest)
    Steps = 4,     ///< the "tests" are a plan: files, and programs to run one after the other
};

/// What a step of a plan may ask for.
enum StepFlag : uint32_t {
    StepMustSucceed = 1,    ///< the plan ends here unless it exits with 0
    StepReports = 2,        ///< its standard output is the report
    StepCaptureOutput = 4,  ///< its standard output becomes a record
    StepCaptureErrors = 8,  ///< its standard error becomes a record
    StepMustFinish = 32,    ///< the plan ends here where it ran over its time
    StepAfterFailure = 64,  ///< runs only where the step before it failed
    StepHidden = 16,        ///< its program is a file of the work folder that nobody may read while it runs
};

/// Starts an attempt. Four descriptors travel with it: program, tests, report, output.
struct Request {
    uint32_t magic = requestMagic;
    Mode mode = Mode::Split;
    uint32_t cpuMs = 0;
    uint32_t wallMs = 0;
    uint32_t memoryMb = 0;
    uint32_t processes = 0;
    uint32_t fileMb = 0;
    uint32_t quietSockets = 0; ///< so many internet sockets are refused without being held against the program
    uint32_t workFlags = 0; ///< WorkFlag
};

/// What an attempt may ask for its work folder.
enum WorkFlag : uint32_t {
    WorkNoExec = 1, ///< nothing in it can be run or bound as a library
};

/// Any single byte from the core while an attempt runs ends that attempt.
inline constexpr char cancelByte = 'K';

/// Why the supervisor ended an attempt.
enum class EndedBy : uint32_t {
    Itself = 0,
    CpuTime = 1,
    WallTime = 2,
    Memory = 3,
    Processes = 4,
    Core = 5,
    Fault = 6,
};

/// How an attempt went, as the supervisor saw it; nothing in it comes from the code under test.
struct Reply {
    uint32_t magic = replyMagic;
    EndedBy endedBy = EndedBy::Itself;
    int32_t solutionStatus = 0; ///< as from wait(2)
    int32_t testStatus = 0; ///< as from wait(2); equal to solutionStatus where both are one process
    int32_t forbiddenCall = -1; ///< number of the first forbidden call, or -1
    uint32_t setUp =
        0; ///< 1: every process was limited and filtered before any code of the task ran
    uint32_t retiring = 0; ///< 1: the server ends now and wants a successor
    uint32_t grouped = 0; ///< 1: a control group limited memory, too
    uint64_t cpuUs = 0; ///< of the whole process tree
    uint64_t wallUs = 0;
    uint64_t peakKb = 0; ///< of the whole process tree
    char fault[64] = {}; ///< what failed, when endedBy is Fault
};

/// Head of every record on the report pipe, followed by \c size bytes of fields.
struct RecordHead {
    uint32_t magic = reportMagic;
    uint32_t kind = 0;      ///< a RecordKind
    uint64_t nonce[2] = {}; ///< as given with the tests
    uint32_t index = 0;     ///< of the test
    uint32_t size = 0;      ///< of the fields that follow
    uint64_t cpuUs = 0;     ///< used by this test, both sides
};

/// Fields are strings, each a uint32_t length and its bytes; numbers are written as decimal
/// strings.
enum class RecordKind : uint32_t {
    Passed = 1,     ///< no fields
    Failed = 2,     ///< exceptionType message expected actual testCode line
    LoadFailed = 3, ///< exceptionType message line column ("1" when before any line ran)
    Complete = 4,   ///< no fields; the index is the number of tests that ran
    Text = 5,       ///< key, value: anything else (Script)
    Lost = 6, ///< the solution's process gave no sensible answer in this test; field: "ended" or
              ///< "malformed"
    CannotCross = 7, ///< message: an argument of the test is no plain value
};

} // namespace autodidact::sandbox
