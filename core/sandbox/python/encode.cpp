#include "codec.h"
#include "harness.h"

#include <initializer_list>

namespace autodidact::sandbox {

namespace {

constexpr size_t maxSize = 64u << 20;

struct Encoder {
    Buffer &out;
    PyObject *&culprit;

    Crossing value(PyObject *object, int depth);
    Crossing integer(PyObject *object);
    Crossing text(PyObject *object);
    Crossing sequence(char tag, PyObject *object, ssize_t size,
        PyObject *(*item)(PyObject *, ssize_t), int depth);
    Crossing dict(PyObject *object, int depth);
    Crossing set(char tag, PyObject *object, int depth);
    Crossing range(PyObject *object);
    Crossing known(PyObject *object, int depth);
};

Crossing Encoder::integer(PyObject *object)
{
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (overflow == 0) {
        out.put('i');
        out.put(int64_t(number));
        return Crossing::Ok;
    }
    const Ref digits(PyNumber_ToBase(object, 16));
    const Ref bytes(digits ? PyUnicode_AsEncodedString(digits.get(), "ascii", "strict") : nullptr);
    char *data = nullptr;
    ssize_t size = 0;
    if (!bytes || PyBytes_AsStringAndSize(bytes.get(), &data, &size) < 0) {
        PyErr_Clear();
        return Crossing::TooLarge;
    }
    out.put('I');
    out.text(data, size_t(size));
    return Crossing::Ok;
}

Crossing Encoder::text(PyObject *object)
{
    const Ref bytes(PyUnicode_AsEncodedString(object, "utf-8", "surrogatepass"));
    char *data = nullptr;
    ssize_t size = 0;
    if (!bytes || PyBytes_AsStringAndSize(bytes.get(), &data, &size) < 0
        || size_t(size) > maxSize) {
        PyErr_Clear();
        return Crossing::TooLarge;
    }
    out.put('s');
    out.text(data, size_t(size));
    return Crossing::Ok;
}

Crossing Encoder::sequence(
    char tag, PyObject *object, ssize_t size, PyObject *(*item)(PyObject *, ssize_t), int depth)
{
    out.put(tag);
    out.put(uint32_t(size));
    for (ssize_t i = 0; i < size; ++i) {
        const Crossing crossing = value(item(object, i), depth + 1);
        if (crossing != Crossing::Ok)
            return crossing;
    }
    return Crossing::Ok;
}

Crossing Encoder::dict(PyObject *object, int depth)
{
    out.put('d');
    out.put(uint32_t(PyDict_Size(object)));
    ssize_t position = 0;
    PyObject *key = nullptr;
    PyObject *item = nullptr;
    while (PyDict_Next(object, &position, &key, &item)) {
        for (PyObject *part : {key, item}) {
            const Crossing crossing = value(part, depth + 1);
            if (crossing != Crossing::Ok)
                return crossing;
        }
    }
    return Crossing::Ok;
}

Crossing Encoder::set(char tag, PyObject *object, int depth)
{
    out.put(tag);
    out.put(uint32_t(PySet_Size(object)));
    const Ref iterator(PyObject_GetIter(object));
    while (const Ref item{PyIter_Next(iterator.get())}) {
        const Crossing crossing = value(item.get(), depth + 1);
        if (crossing != Crossing::Ok)
            return crossing;
    }
    return Crossing::Ok;
}

Crossing Encoder::range(PyObject *object)
{
    out.put('r');
    for (const char *name : {"start", "stop", "step"}) {
        const Ref part(PyObject_GetAttrString(object, name));
        if (!part || integer(part.get()) != Crossing::Ok)
            return Crossing::TooLarge;
    }
    return Crossing::Ok;
}

Crossing Encoder::value(PyObject *object, int depth)
{
    if (depth > maxDepth)
        return Crossing::TooDeep;
    if (out.size() > maxSize)
        return Crossing::TooLarge;
    PyObject *type = typeOf(object);
    if (object == &_Py_NoneStruct) {
        out.put('n');
    } else if (object == &_Py_TrueStruct || object == &_Py_FalseStruct) {
        out.put(object == &_Py_TrueStruct ? 't' : 'f');
    } else if (object == &_Py_EllipsisObject) {
        out.put('e');
    } else if (type == &PyLong_Type) {
        return integer(object);
    } else if (type == &PyUnicode_Type) {
        return text(object);
    } else if (type == &PyFloat_Type) {
        out.put('g');
        out.put(PyFloat_AsDouble(object));
    } else if (type == &PyList_Type) {
        return sequence('l', object, PyList_Size(object), PyList_GetItem, depth);
    } else if (type == &PyTuple_Type) {
        return sequence('u', object, PyTuple_Size(object), PyTuple_GetItem, depth);
    } else if (type == &PyDict_Type) {
        return dict(object, depth);
    } else if (type == &PySet_Type || type == &PyFrozenSet_Type) {
        return set(type == &PySet_Type ? 'S' : 'F', object, depth);
    } else if (type == &PyBytes_Type) {
        char *data = nullptr;
        ssize_t size = 0;
        PyBytes_AsStringAndSize(object, &data, &size);
        if (size_t(size) > maxSize)
            return Crossing::TooLarge;
        out.put('b');
        out.text(data, size_t(size));
    } else if (type == &PyByteArray_Type) {
        if (size_t(PyByteArray_Size(object)) > maxSize)
            return Crossing::TooLarge;
        out.put('B');
        out.text(PyByteArray_AsString(object), size_t(PyByteArray_Size(object)));
    } else if (type == &PyComplex_Type) {
        out.put('c');
        out.put(PyComplex_RealAsDouble(object));
        out.put(PyComplex_ImagAsDouble(object));
    } else if (type == &PyRange_Type) {
        return range(object);
    } else {
        return known(object, depth);
    }
    return Crossing::Ok;
}

Crossing Encoder::known(PyObject *object, int depth)
{
    const Ref parts(PyObject_CallFunctionObjArgs(harness().simplify.get(), object, nullptr));
    if (!parts || typeOf(parts.get()) != &PyTuple_Type) {
        PyErr_Clear();
        culprit = typeOf(object);
        return Crossing::NotPlain;
    }
    out.put('x');
    return value(parts.get(), depth + 1);
}

} // namespace

Crossing encode(Buffer &out, PyObject *value, PyObject *&culprit)
{
    return Encoder{out, culprit}.value(value, 0);
}

} // namespace autodidact::sandbox
