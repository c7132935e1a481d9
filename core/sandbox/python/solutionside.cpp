#include "solutionside.h"

#include "core/sandbox/supervisor/child.h"
#include "codec.h"
#include "harness.h"

namespace autodidact::sandbox {

namespace {

void loadFailed(Buffer &frame)
{
    const Ref error = takeError();
    Ref parts(error ? PyObject_CallFunctionObjArgs(harness().loadError.get(), error.get(), nullptr)
                    : nullptr);
    frame.clear();
    frame.put(frameLoadFailed);
    PyObject *culprit = nullptr;
    if (!parts || encode(frame, parts.get(), culprit) != Crossing::Ok)
        _exit(setupExit);
}

/// What the module offers; values that cannot cross are left out.
void loaded(Buffer &frame, PyObject *names)
{
    const Ref offers(PyObject_CallFunctionObjArgs(harness().offer.get(), names, nullptr));
    PyErr_Clear();
    frame.clear();
    frame.put(frameLoaded);
    if (!offers)
        return;
    for (ssize_t i = 0; i < PyList_Size(offers.get()); ++i) {
        const size_t before = frame.size();
        PyObject *culprit = nullptr;
        if (encode(frame, PyList_GetItem(offers.get(), i), culprit) != Crossing::Ok)
            frame.truncate(before);
    }
}

void answerRaised(Buffer &frame)
{
    const Ref error = takeError();
    const Ref parts(PyObject_CallFunctionObjArgs(harness().raised.get(), error.get(), nullptr));
    PyErr_Clear();
    frame.clear();
    frame.put(frameRaised);
    frame.put(cpuNow());
    const size_t before = frame.size();
    PyObject *culprit = nullptr;
    if (parts && encode(frame, parts.get(), culprit) == Crossing::Ok)
        return;
    // Its arguments are not plain: only names, text and line cross.
    frame.truncate(before);
    frame.put('u');
    frame.put(uint32_t(4));
    PyObject *none = PyTuple_New(0);
    for (ssize_t i = 0; i < 4; ++i) {
        if (!parts
            || encode(frame, i == 1 ? none : PyTuple_GetItem(parts.get(), i), culprit)
                != Crossing::Ok)
            _exit(setupExit);
    }
}

void answerResult(
    Buffer &frame, PyObject *result, PyObject *arguments, const char *sent, size_t sentSize)
{
    frame.clear();
    frame.put(frameResult);
    frame.put(cpuNow());
    PyObject *culprit = nullptr;
    Buffer now;
    const bool changed = encode(now, arguments, culprit) == Crossing::Ok
        && (now.size() != sentSize || memcmp(now.data(), sent, sentSize) != 0);
    frame.put(changed ? 'm' : '-');
    if (changed)
        frame.add(now.data(), now.size());
    const Crossing crossing = encode(frame, result, culprit);
    if (crossing == Crossing::Ok)
        return;
    frame.clear();
    frame.put(frameNotPlain);
    frame.put(cpuNow());
    const Ref name(
        crossing == Crossing::NotPlain ? PyObject_GetAttrString(culprit, "__name__") : nullptr);
    PyErr_Clear();
    const Ref bytes = textBytes(name.get());
    char *data = nullptr;
    ssize_t size = 0;
    PyBytes_AsStringAndSize(bytes.get(), &data, &size);
    if (size == 0) {
        data = const_cast<char *>(crossing == Crossing::TooDeep ? "value that is too deeply nested"
                                                                : "value that is too large");
        size = ssize_t(strlen(data));
    }
    frame.text(data, size_t(size));
}

/// Answers one call; the frame is replaced by the answer.
void answer(Buffer &frame, PyObject *names)
{
    Reader in(frame.data() + 1, frame.size() - 1);
    const Ref name = decode(in);
    const size_t start = frame.size() - in.left();
    const Ref arguments = name ? decode(in) : Ref();
    if (!arguments)
        _exit(setupExit);
    Buffer sent;
    sent.add(frame.data() + start, frame.size() - start);
    PyObject *function = PyDict_GetItem(names, name.get());
    const Ref result(function ? PyObject_Call(function, PyTuple_GetItem(arguments.get(), 0),
                                    PyTuple_GetItem(arguments.get(), 1))
                              : nullptr);
    if (!function)
        PyErr_SetObject(PyExc_RuntimeError, name.get());
    if (result)
        answerResult(frame, result.get(), arguments.get(), sent.data(), sent.size());
    else
        answerRaised(frame);
    flushOutput();
}

} // namespace

PyObject *loadSolution(const Buffer &program)
{
    const Ref code =
        compileSource(program.data() ? program.data() : "", program.size(), "solution.py");
    PyObject *module = code ? PyImport_AddModule("solution") : nullptr;
    if (!module)
        return nullptr;
    PyObject *names = PyModule_GetDict(module);
    PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins());
    const Ref done(PyEval_EvalCode(code.get(), names, names));
    return done ? names : nullptr;
}

void serveSolution(const Buffer &program)
{
    Buffer frame;
    PyObject *names = loadSolution(program);
    if (names)
        loaded(frame, names);
    else
        loadFailed(frame);
    flushOutput();
    while (sendFrame(channelFd, frame) && names && receiveFrame(channelFd, frame)
        && frame.data()[0] == frameCall)
        answer(frame, names);
    _exit(0);
}

} // namespace autodidact::sandbox
