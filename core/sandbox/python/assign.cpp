#include "codec.h"

namespace autodidact::sandbox {

namespace {

bool isContainer(PyObject *object)
{
    PyObject *type = typeOf(object);
    return type == &PyList_Type || type == &PyDict_Type || type == &PySet_Type
        || type == &PyByteArray_Type || type == &PyTuple_Type;
}

/// Whether \p old was made equal to \p fresh, instead of having to be replaced by it.
bool assigned(PyObject *old, PyObject *fresh)
{
    if (!isContainer(old) || typeOf(old) != typeOf(fresh))
        return false;
    if (typeOf(old) == &PyTuple_Type && PyTuple_Size(old) != PyTuple_Size(fresh))
        return false;
    assignInPlace(old, fresh);
    return typeOf(old) != &PyTuple_Type; // its plain items cannot be assigned
}

/// target.clear(), then target.NAME(fresh)
void refill(PyObject *target, const char *name, PyObject *fresh)
{
    const Ref clear(PyObject_GetAttrString(target, "clear"));
    const Ref cleared(PyObject_CallFunctionObjArgs(clear.get(), nullptr));
    const Ref fill(PyObject_GetAttrString(target, name));
    const Ref filled(PyObject_CallFunctionObjArgs(fill.get(), fresh, nullptr));
}

void assignList(PyObject *target, PyObject *fresh)
{
    const ssize_t size = PyList_Size(fresh);
    if (PyList_Size(target) != size)
        return refill(target, "extend", fresh);
    for (ssize_t i = 0; i < size; ++i) {
        PyObject *item = PyList_GetItem(fresh, i);
        if (!assigned(PyList_GetItem(target, i), item))
            PyList_SetItem(target, i, Ref::borrowed(item).release());
    }
}

void assignDict(PyObject *target, PyObject *fresh)
{
    ssize_t position = 0;
    PyObject *key = nullptr;
    PyObject *item = nullptr;
    bool sameKeys = PyDict_Size(target) == PyDict_Size(fresh);
    while (sameKeys && PyDict_Next(fresh, &position, &key, &item))
        sameKeys = PyDict_GetItem(target, key) != nullptr;
    if (!sameKeys)
        return refill(target, "update", fresh);
    position = 0;
    while (PyDict_Next(fresh, &position, &key, &item)) {
        if (!assigned(PyDict_GetItem(target, key), item))
            PyDict_SetItem(target, key, item);
    }
}

} // namespace

void assignInPlace(PyObject *target, PyObject *fresh)
{
    PyObject *type = typeOf(target);
    if (type != typeOf(fresh))
        return;
    if (type == &PyList_Type) {
        assignList(target, fresh);
    } else if (type == &PyDict_Type) {
        assignDict(target, fresh);
    } else if (type == &PyTuple_Type && PyTuple_Size(target) == PyTuple_Size(fresh)) {
        for (ssize_t i = 0; i < PyTuple_Size(fresh); ++i)
            assignInPlace(PyTuple_GetItem(target, i), PyTuple_GetItem(fresh, i));
    } else if (type == &PySet_Type) {
        refill(target, "update", fresh);
    } else if (type == &PyByteArray_Type) {
        refill(target, "extend", fresh);
    }
    PyErr_Clear();
}

} // namespace autodidact::sandbox
