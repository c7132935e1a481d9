#include "testside.h"

#include "core/sandbox/supervisor/child.h"
#include "codec.h"
#include "harness.h"
#include "remote.h"
#include "fields.h"
#include "solutionside.h"

namespace autodidact::sandbox {

namespace {

struct Test {
    Reader::Text name, code;
    Ref compiled;
};

/// What this process knows of its attempt. Lives in C memory only: nothing in Python refers to it.
struct State {
    Reader::Text entry, setup;
    Test *tests = nullptr;
    uint32_t count = 0;
    Ref setupCode;
    Ref setupError; // why there is none
    bool shared = false; // the solution lives in this process
    Ref entryName;
};

State state;

void parse(const Buffer &blob)
{
    Reader in(blob.data(), blob.size());
    readNonce(in);
    state.entry = in.text();
    state.setup = in.text();
    state.count = in.get<uint32_t>();
    if (!in.ok() || state.count > in.left())
        _exit(setupExit);
    state.tests = static_cast<Test *>(calloc(state.count + 1, sizeof(Test)));
    for (uint32_t i = 0; i < state.count; ++i) {
        state.tests[i].name = in.text();
        state.tests[i].code = in.text();
    }
    if (!in.ok())
        _exit(setupExit);
    state.entryName =
        Ref(PyUnicode_DecodeUTF8(state.entry.data, ssize_t(state.entry.size), "replace"));
}

constexpr const char *testFile = "<test>";
constexpr const char *setupFile = "<set-up of the tests>"; // people read it in messages

Ref prepare(Reader::Text code, const char *name)
{
    const Ref source(PyUnicode_DecodeUTF8(code.data, ssize_t(code.size), "replace"));
    const Ref file(PyUnicode_FromString(name));
    return Ref(PyObject_CallFunctionObjArgs(harness().prepare.get(), source.get(), file.get(),
        state.shared ? &_Py_TrueStruct : &_Py_FalseStruct, nullptr));
}

/// Reports what a test raised.
void failed(uint32_t index, uint64_t cpuUs, const Ref &error)
{
    Buffer fields;
    if (error && typeOf(error.get()) == harness().cannotCross.get()) {
        const Ref text(PyObject_GetAttrString(error.get(), "args"));
        addText(fields, text ? PyTuple_GetItem(text.get(), 0) : nullptr);
        report(RecordKind::CannotCross, index, cpuUs, &fields);
        return;
    }
    const Test &test = state.tests[index];
    const Ref source(PyUnicode_DecodeUTF8(test.code.data, ssize_t(test.code.size), "replace"));
    const Ref file(PyUnicode_FromString(testFile));
    const Ref parts(error ? PyObject_CallFunctionObjArgs(harness().describe.get(), error.get(),
                                source.get(), file.get(), state.entryName.get(), nullptr)
                          : nullptr);
    PyErr_Clear();
    if (parts) {
        addParts(fields, parts.get(), 6);
    } else {
        addText(fields,
            error ? Ref(PyObject_GetAttrString(typeOf(error.get()), "__name__")).get() : nullptr);
        addParts(fields, nullptr, 5);
    }
    report(RecordKind::Failed, index, cpuUs, &fields);
}

/// Runs a test in a copy of \p names.
bool runTest(const Test &test, PyObject *names)
{
    if (!test.compiled || state.setupError)
        return false;
    const Ref copy(PyObject_GetAttrString(names, "copy"));
    const Ref globals(PyObject_CallFunctionObjArgs(copy.get(), nullptr));
    if (!globals)
        return false;
    if (state.setupCode
        && !Ref(PyEval_EvalCode(state.setupCode.get(), globals.get(), globals.get())))
        return false;
    return bool(Ref(PyEval_EvalCode(test.compiled.get(), globals.get(), globals.get())));
}

[[noreturn]] void reportLost(uint32_t index, uint64_t cpuUs)
{
    Buffer fields;
    fields.text(solutionLink().lost, strlen(solutionLink().lost));
    report(RecordKind::Lost, index, cpuUs, &fields);
    _exit(0);
}

[[noreturn]] void runTests(PyObject *names)
{
    for (uint32_t i = 0; i < state.count; ++i) {
        const uint64_t before = cpuNow() + solutionLink().cpuUs;
        Test &test = state.tests[i];
        if (!test.compiled)
            test.compiled = prepare(test.code, testFile);
        const bool passed = runTest(test, names);
        const Ref error = takeError();
        flushOutput();
        const uint64_t used = cpuNow() + solutionLink().cpuUs - before;
        if (solutionLink().lost)
            reportLost(i, used);
        if (passed)
            report(RecordKind::Passed, i, used);
        else
            failed(i, used, state.setupError ? state.setupError : error);
    }
    report(RecordKind::Complete, state.count, 0);
    _exit(0);
}

[[noreturn]] void loadFailed(PyObject *parts)
{
    Buffer fields;
    addParts(fields, parts, 4);
    report(RecordKind::LoadFailed, 0, cpuNow() + solutionLink().cpuUs, &fields);
    _exit(0);
}

void compileSetup()
{
    if (state.setup.size > 0)
        state.setupCode = prepare(state.setup, setupFile);
    state.setupError = takeError();
}

} // namespace

void serveTests(const Buffer &blob)
{
    parse(blob);
    compileSetup();
    Buffer frame;
    if (!receiveFrame(channelFd, frame)) {
        solutionLink().lost = solutionEnded;
        reportLost(0, 0);
    }
    Reader in(frame.data(), frame.size());
    if (in.get<char>() == frameLoadFailed)
        loadFailed(decode(in).get());
    const Ref names = adoptSolution(in, state.entryName.get());
    if (!names) { // offers that make no sense
        solutionLink().lost = answerMalformed;
        reportLost(0, 0);
    }
    PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins());
    runTests(names.get());
}

void serveBoth(const Buffer &program, const Buffer &blob)
{
    parse(blob);
    state.shared = true;
    compileSetup();
    for (uint32_t i = 0; i < state.count; ++i) {
        state.tests[i].compiled = prepare(state.tests[i].code, testFile);
        PyErr_Clear();
    }
    // Tests get built-in functions that the solution cannot replace.
    const Ref copy(PyObject_GetAttrString(PyEval_GetBuiltins(), "copy"));
    const Ref builtins(PyObject_CallFunctionObjArgs(copy.get(), nullptr));
    PyObject *names = loadSolution(program);
    const Ref error = takeError();
    flushOutput();
    if (!names) {
        const Ref parts(
            PyObject_CallFunctionObjArgs(harness().loadError.get(), error.get(), nullptr));
        PyErr_Clear();
        loadFailed(parts.get());
    }
    const Ref copyNames(PyObject_GetAttrString(names, "copy"));
    const Ref own(PyObject_CallFunctionObjArgs(copyNames.get(), nullptr));
    PyDict_SetItemString(own.get(), "__builtins__", builtins.get());
    PyDict_SetItemString(own.get(), "_autodidact_honest", harness().honest.get());
    runTests(own.get());
}

} // namespace autodidact::sandbox
