#include "testside.h"

#include "child.h"
#include "codec.h"
#include "harness.h"
#include "report.h"
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
    bool shared = false;          // the solution lives in this process
    const char *lost = nullptr;   // why the solution cannot be asked any more
    uint64_t solutionCpu = 0;     // as of the last answer
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
    state.entryName = Ref(PyUnicode_DecodeUTF8(state.entry.data, ssize_t(state.entry.size), "replace"));
}

constexpr const char *ended = "ended";
constexpr const char *malformed = "malformed";
constexpr const char *testFile = "<test>";

Ref prepare(Reader::Text code)
{
    const Ref source(PyUnicode_DecodeUTF8(code.data, ssize_t(code.size), "replace"));
    const Ref file(PyUnicode_FromString(testFile));
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
    const Ref parts(error ? PyObject_CallFunctionObjArgs(harness().describe.get(), error.get(), source.get(), file.get(),
                                                         state.entryName.get(), nullptr)
                          : nullptr);
    PyErr_Clear();
    if (parts) {
        addParts(fields, parts.get(), 6);
    } else {
        addText(fields, error ? Ref(PyObject_GetAttrString(typeOf(error.get()), "__name__")).get() : nullptr);
        addParts(fields, nullptr, 5);
    }
    report(RecordKind::Failed, index, cpuUs, &fields);
}

/// Runs a test in a copy of \p names.
bool runTest(const Test &test, PyObject *names)
{
    const Ref copy(PyObject_GetAttrString(names, "copy"));
    const Ref globals(PyObject_CallFunctionObjArgs(copy.get(), nullptr));
    if (!globals || !test.compiled)
        return false;
    if (state.setupCode && !Ref(PyEval_EvalCode(state.setupCode.get(), globals.get(), globals.get())))
        return false;
    return bool(Ref(PyEval_EvalCode(test.compiled.get(), globals.get(), globals.get())));
}

[[noreturn]] void reportLost(uint32_t index, uint64_t cpuUs)
{
    Buffer fields;
    fields.text(state.lost, strlen(state.lost));
    report(RecordKind::Lost, index, cpuUs, &fields);
    _exit(0);
}

[[noreturn]] void runTests(PyObject *names)
{
    for (uint32_t i = 0; i < state.count; ++i) {
        const uint64_t before = cpuNow() + state.solutionCpu;
        Test &test = state.tests[i];
        if (!test.compiled)
            test.compiled = prepare(test.code);
        const bool passed = runTest(test, names);
        const Ref error = takeError();
        flushOutput();
        const uint64_t used = cpuNow() + state.solutionCpu - before;
        if (state.lost)
            reportLost(i, used);
        if (passed)
            report(RecordKind::Passed, i, used);
        else
            failed(i, used, error);
    }
    report(RecordKind::Complete, state.count, 0);
    _exit(0);
}

[[noreturn]] void loadFailed(PyObject *parts)
{
    Buffer fields;
    addParts(fields, parts, 4);
    report(RecordKind::LoadFailed, 0, cpuNow() + state.solutionCpu, &fields);
    _exit(0);
}

PyObject *lost(const char *why)
{
    state.lost = why;
    PyErr_SetString(harness().solutionDied.get(), "the program ended");
    return nullptr;
}

PyObject *received(Reader &in, PyObject *arguments)
{
    if (in.get<char>() == 'm') {
        const Ref changed = decode(in);
        if (!changed)
            return lost(malformed);
        assignInPlace(arguments, changed.get());
    }
    Ref result = decode(in);
    return result ? result.release() : lost(malformed);
}

PyObject *reraised(Reader &in)
{
    const Ref parts = decode(in);
    if (!parts || typeOf(parts.get()) != &PyTuple_Type || PyTuple_Size(parts.get()) != 4)
        return lost(malformed);
    PyObject *item[4];
    for (ssize_t i = 0; i < 4; ++i)
        item[i] = PyTuple_GetItem(parts.get(), i);
    const Ref error(PyObject_CallFunctionObjArgs(harness().revive.get(), item[0], item[1], item[2], item[3], nullptr));
    if (!error) {
        PyErr_Clear();
        return lost(malformed);
    }
    PyErr_SetObject(typeOf(error.get()), error.get());
    return nullptr;
}

PyObject *refused(Reader &in)
{
    const Reader::Text type = in.text();
    Buffer text;
    const char *begin = "the result holds a ";
    const char *end = ", which is no plain value";
    text.add(begin, strlen(begin));
    text.add(type.data, type.size);
    text.add(end, strlen(end) + 1);
    const Ref builtin(PyImport_ImportModule("builtins"));
    const Ref assertion(PyObject_GetAttrString(builtin.get(), "AssertionError"));
    PyErr_SetString(assertion.get(), text.data());
    return nullptr;
}

/// A call of the solution's function \p name, from a test.
PyObject *callStub(PyObject *name, PyObject *args, PyObject *kwargs)
{
    const Ref none(PyDict_New());
    const Ref arguments(PyTuple_New(2));
    PyTuple_SetItem(arguments.get(), 0, Ref::borrowed(args).release());
    PyTuple_SetItem(arguments.get(), 1, Ref::borrowed(kwargs ? kwargs : none.get()).release());
    Buffer frame;
    PyObject *culprit = nullptr;
    frame.put(frameCall);
    encode(frame, name, culprit);
    if (encode(frame, arguments.get(), culprit) != Crossing::Ok) {
        const Ref type(culprit ? PyObject_GetAttrString(culprit, "__name__") : PyUnicode_FromString("too large a value"));
        PyErr_SetObject(harness().cannotCross.get(), type.get());
        return nullptr;
    }
    if (!sendFrame(channelFd, frame) || !receiveFrame(channelFd, frame))
        return lost(ended);
    Reader in(frame.data(), frame.size());
    const char kind = in.get<char>();
    state.solutionCpu = in.get<uint64_t>();
    switch (kind) {
    case frameResult: return received(in, arguments.get());
    case frameRaised: return reraised(in);
    case frameNotPlain: return refused(in);
    default: return lost(malformed);
    }
}

/// stub(name): a callable of that name. Its definition lives as long as the process.
PyObject *makeStub(PyObject *, PyObject *name)
{
    const Ref bytes = textBytes(name);
    char *data = nullptr;
    ssize_t size = 0;
    PyBytes_AsStringAndSize(bytes.get(), &data, &size);
    auto *method = static_cast<PyMethodDef *>(calloc(1, sizeof(PyMethodDef)));
    method->ml_name = strdup(data);
    method->ml_meth = reinterpret_cast<void *>(callStub);
    method->ml_flags = METH_VARARGS | METH_KEYWORDS;
    return PyCFunction_NewEx(method, name, nullptr);
}

PyMethodDef stubMaker{"stub", reinterpret_cast<void *>(makeStub), METH_O, nullptr};

Ref receiveOffers(Reader &in)
{
    const Ref offers(PyList_New(0));
    const Ref append(PyObject_GetAttrString(offers.get(), "append"));
    while (in.left() > 0) {
        const Ref offer = decode(in);
        if (!offer)
            break;
        const Ref done(PyObject_CallFunctionObjArgs(append.get(), offer.get(), nullptr));
    }
    const Ref stub(PyCFunction_NewEx(&stubMaker, nullptr, nullptr));
    return Ref(PyObject_CallFunctionObjArgs(harness().adopt.get(), offers.get(), stub.get(), state.entryName.get(), nullptr));
}

void compileSetup()
{
    if (state.setup.size > 0)
        state.setupCode = prepare(state.setup);
    if (PyErr_Occurred())
        PyErr_Clear();
}

} // namespace

void serveTests(const Buffer &blob)
{
    parse(blob);
    compileSetup();
    Buffer frame;
    if (!receiveFrame(channelFd, frame)) {
        state.lost = ended;
        reportLost(0, 0);
    }
    Reader in(frame.data(), frame.size());
    if (in.get<char>() == frameLoadFailed)
        loadFailed(decode(in).get());
    const Ref names = receiveOffers(in);
    if (!names) { // offers that make no sense
        state.lost = malformed;
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
        state.tests[i].compiled = prepare(state.tests[i].code);
        PyErr_Clear();
    }
    // Tests get built-in functions that the solution cannot replace.
    const Ref copy(PyObject_GetAttrString(PyEval_GetBuiltins(), "copy"));
    const Ref builtins(PyObject_CallFunctionObjArgs(copy.get(), nullptr));
    PyObject *names = loadSolution(program);
    const Ref error = takeError();
    flushOutput();
    if (!names) {
        const Ref parts(PyObject_CallFunctionObjArgs(harness().loadError.get(), error.get(), nullptr));
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
