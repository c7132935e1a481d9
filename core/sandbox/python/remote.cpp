#include "remote.h"

#include "core/sandbox/supervisor/child.h"
#include "codec.h"
#include "harness.h"
#include "fields.h"
#include "solutionside.h"

namespace autodidact::sandbox {

namespace {

SolutionLink link;

PyObject *lost(const char *why)
{
    link.lost = why;
    PyErr_SetString(harness().solutionDied.get(), "the program ended");
    return nullptr;
}

PyObject *received(Reader &in, PyObject *arguments)
{
    if (in.get<char>() == 'm') {
        const Ref changed = decode(in);
        if (!changed)
            return lost(answerMalformed);
        assignInPlace(arguments, changed.get());
    }
    Ref result = decode(in);
    return result ? result.release() : lost(answerMalformed);
}

PyObject *reraised(Reader &in)
{
    const Ref parts = decode(in);
    if (!parts || typeOf(parts.get()) != &PyTuple_Type || PyTuple_Size(parts.get()) != 4)
        return lost(answerMalformed);
    PyObject *item[4];
    for (ssize_t i = 0; i < 4; ++i)
        item[i] = PyTuple_GetItem(parts.get(), i);
    const Ref error(PyObject_CallFunctionObjArgs(
        harness().revive.get(), item[0], item[1], item[2], item[3], nullptr));
    if (!error) {
        PyErr_Clear();
        return lost(answerMalformed);
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
        const Ref type(culprit ? PyObject_GetAttrString(culprit, "__name__")
                               : PyUnicode_FromString("too large a value"));
        PyErr_SetObject(harness().cannotCross.get(), type.get());
        return nullptr;
    }
    if (!sendFrame(channelFd, frame) || !receiveFrame(channelFd, frame))
        return lost(solutionEnded);
    Reader in(frame.data(), frame.size());
    const char kind = in.get<char>();
    link.cpuUs = in.get<uint64_t>();
    switch (kind) {
    case frameResult:
        return received(in, arguments.get());
    case frameRaised:
        return reraised(in);
    case frameNotPlain:
        return refused(in);
    default:
        return lost(answerMalformed);
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

} // namespace

SolutionLink &solutionLink()
{
    return link;
}

Ref adoptSolution(Reader &in, PyObject *entry)
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
    return Ref(PyObject_CallFunctionObjArgs(
        harness().adopt.get(), offers.get(), stub.get(), entry, nullptr));
}

} // namespace autodidact::sandbox
