#include "harness.h"
#include "server.h"

namespace {

bool started = false;

/// serve(): never returns, except with an exception when called for a second time or when Python lacks something.
PyObject *serveOnce(PyObject *, PyObject *)
{
    using namespace autodidact::sandbox;
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
    serve();
}

PyMethodDef methods[] = {{"serve", reinterpret_cast<void *>(serveOnce), METH_NOARGS, nullptr}, {}};
PyModuleDef module{{1, nullptr}, nullptr, 0, nullptr, "_autodidact", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

} // namespace

extern "C" __attribute__((visibility("default"))) PyObject *PyInit__autodidact()
{
    constexpr int stableAbi = 3;
    return PyModule_Create2(&module, stableAbi);
}
