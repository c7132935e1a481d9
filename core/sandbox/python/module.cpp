#include "harness.h"
#include "script.h"
#include "solutionside.h"
#include "testside.h"
#include "core/sandbox/supervisor/server.h"

namespace {

using namespace autodidact::sandbox;

bool started = false;

void live(Side side, const Request &request, const Buffer &program, const Buffer &tests)
{
    PyOS_AfterFork_Child();
    if (side == Side::Solution)
        serveSolution(program);
    else if (side == Side::Tests)
        serveTests(tests);
    else if (request.mode == Mode::Script)
        serveScript(program, tests);
    else
        serveBoth(program, tests);
}

constexpr Language python{.beforeFork = PyOS_BeforeFork, .afterFork = PyOS_AfterFork_Parent, .live = live};

/// serve(plain, path of _ctypes or None): never returns, except with an exception when called for a
/// second time or when Python lacks something.
PyObject *serveOnce(PyObject *, PyObject *arguments)
{
    if (started) {
        PyErr_SetString(PyExc_RuntimeError, "no");
        return nullptr;
    }
    started = true;
    if (!loadHarness())
        return nullptr;
    // What exists now stays out of every child's garbage collection, so its pages stay shared.
    const Ref gc(PyImport_ImportModule("gc"));
    const Ref freeze(PyObject_GetAttrString(gc.get(), "freeze"));
    const Ref done(PyObject_CallFunctionObjArgs(freeze.get(), nullptr));
    PyDict_DelItemString(PyImport_GetModuleDict(), "_autodidact");
    PyErr_Clear();
    const Ref path = textBytes(PyTuple_GetItem(arguments, 1));
    char *memoryModule = nullptr;
    ssize_t size = 0;
    PyBytes_AsStringAndSize(path.get(), &memoryModule, &size);
    serve(python, PyTuple_GetItem(arguments, 0) == &_Py_TrueStruct ? Walls::Nothing : Walls::Namespaces, size > 0 ? memoryModule : nullptr);
}

PyMethodDef methods[] = {{"serve", reinterpret_cast<void *>(serveOnce), METH_VARARGS, nullptr}, {}};
PyModuleDef module{{1, nullptr}, nullptr, 0, nullptr, "_autodidact", nullptr, -1, methods, nullptr,
    nullptr, nullptr, nullptr};

} // namespace

extern "C" __attribute__((visibility("default"))) PyObject *PyInit__autodidact()
{
    constexpr int stableAbi = 3;
    return PyModule_Create2(&module, stableAbi);
}
