#include "harness.h"

#include <cstdint>
#include <initializer_list>

// One text: the second file continues the first.
asm(".section .rodata\n"
    ".global harnessBegin\n"
    "harnessBegin:\n"
    ".incbin \"" HARNESS_FILE "\"\n"
    ".incbin \"" CROSSING_FILE "\"\n"
    ".global harnessEnd\n"
    "harnessEnd:\n"
    ".byte 0\n"
    ".text\n");

extern "C" __attribute__((visibility("hidden"))) const char harnessBegin[], harnessEnd[];

namespace autodidact::sandbox {

namespace {

// Everything that most short programs import, and nothing that makes a fork dear (hashlib, decimal,
// subprocess).
constexpr const char *commonModules[] = {"typing", "re", "collections", "math", "functools",
    "itertools", "heapq", "bisect", "string", "copy", "operator"};

bool fetch(Ref &place, PyObject *names, const char *name)
{
    place = Ref::borrowed(PyDict_GetItemString(names, name));
    return bool(place);
}

bool fetchAttribute(Ref &place, const char *module, const char *object, const char *name)
{
    const Ref imported(PyImport_ImportModule(module));
    const Ref owner(imported && object ? PyObject_GetAttrString(imported.get(), object) : nullptr);
    if (!imported || (object && !owner))
        return false;
    place = Ref(PyObject_GetAttrString(object ? owner.get() : imported.get(), name));
    return bool(place);
}

} // namespace

Harness &harness()
{
    // Never destroyed: every process that has one ends with _exit.
    alignas(Harness) static char place[sizeof(Harness)];
    return *reinterpret_cast<Harness *>(place);
}

bool loadHarness()
{
    Harness &h = harness();
    for (const char *module : commonModules) {
        if (!Ref(PyImport_ImportModule(module)))
            return false;
    }
    if (!fetchAttribute(h.compile, "builtins", nullptr, "compile")
        || !fetchAttribute(h.flushOut, "sys", "stdout", "flush")
        || !fetchAttribute(h.flushError, "sys", "stderr", "flush")
        || !fetchAttribute(h.collectorEnable, "gc", nullptr, "enable"))
        return false;
    const Ref code = compileSource(harnessBegin, size_t(harnessEnd - harnessBegin), "<harness>");
    const Ref names(PyDict_New());
    PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins());
    if (!code || !Ref(PyEval_EvalCode(code.get(), names.get(), names.get())))
        return false;
    return fetch(h.prepare, names.get(), "prepare") && fetch(h.describe, names.get(), "describe")
        && fetch(h.offer, names.get(), "offer") && fetch(h.adopt, names.get(), "adopt")
        && fetch(h.loadError, names.get(), "load_error")
        && fetch(h.simplify, names.get(), "simplify") && fetch(h.rebuild, names.get(), "rebuild")
        && fetch(h.raised, names.get(), "raised") && fetch(h.revive, names.get(), "revive")
        && fetch(h.honest, names.get(), "honest")
        && fetch(h.solutionDied, names.get(), "SolutionDied")
        && fetch(h.cannotCross, names.get(), "CannotCross");
}

void flushOutput()
{
    for (const Ref *flush : {&harness().flushOut, &harness().flushError}) {
        const Ref done(PyObject_CallFunctionObjArgs(flush->get(), nullptr));
        if (!done)
            PyErr_Clear();
    }
}

Ref compileSource(const char *source, size_t size, const char *name)
{
    const Ref bytes(PyBytes_FromStringAndSize(source, ssize_t(size)));
    const Ref file(PyUnicode_FromString(name));
    const Ref mode(PyUnicode_FromString("exec"));
    const Ref flags(PyLong_FromLong(0));
    if (!bytes || !file)
        return {};
    return Ref(PyObject_CallFunctionObjArgs(harness().compile.get(), bytes.get(), file.get(),
        mode.get(), flags.get(), &_Py_TrueStruct, nullptr));
}

Ref takeError()
{
    PyObject *type = nullptr;
    PyObject *value = nullptr;
    PyObject *trace = nullptr;
    PyErr_Fetch(&type, &value, &trace);
    if (!type)
        return {};
    PyErr_NormalizeException(&type, &value, &trace);
    if (trace && value)
        PyException_SetTraceback(value, trace);
    Py_DecRef(type);
    Py_DecRef(trace);
    return Ref(value);
}

Ref textBytes(PyObject *object)
{
    Ref bytes(object && typeOf(object) == &PyUnicode_Type
            ? PyUnicode_AsEncodedString(object, "utf-8", "backslashreplace")
            : nullptr);
    if (!bytes) {
        PyErr_Clear();
        bytes = Ref(PyBytes_FromStringAndSize("", 0));
    }
    return bytes;
}

} // namespace autodidact::sandbox
