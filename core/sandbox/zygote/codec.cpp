#include "codec.h"

#include "harness.h"

#include <initializer_list>

namespace autodidact::sandbox {

namespace {

constexpr int maxDepth = 400;
constexpr size_t maxSize = 64u << 20;

struct Encoder {
    Buffer &out;
    PyObject *&culprit;

    Crossing value(PyObject *object, int depth);
    Crossing integer(PyObject *object);
    Crossing text(PyObject *object);
    Crossing sequence(char tag, PyObject *object, ssize_t size, PyObject *(*item)(PyObject *, ssize_t), int depth);
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
    if (!bytes || PyBytes_AsStringAndSize(bytes.get(), &data, &size) < 0) {
        PyErr_Clear();
        return Crossing::TooLarge;
    }
    out.put('s');
    out.text(data, size_t(size));
    return Crossing::Ok;
}

Crossing Encoder::sequence(char tag, PyObject *object, ssize_t size, PyObject *(*item)(PyObject *, ssize_t), int depth)
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
        out.put('b');
        out.text(data, size_t(size));
    } else if (type == &PyByteArray_Type) {
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

Ref decodeValue(Reader &in, int depth);

Ref decodeSequence(Reader &in, bool list, int depth)
{
    const uint32_t size = in.get<uint32_t>();
    if (size > in.left()) // every value takes at least a byte
        return {};
    Ref sequence(list ? PyList_New(size) : PyTuple_New(size));
    for (uint32_t i = 0; sequence && i < size; ++i) {
        Ref item = decodeValue(in, depth + 1);
        if (!item)
            return {};
        if (list)
            PyList_SetItem(sequence.get(), i, item.release());
        else
            PyTuple_SetItem(sequence.get(), i, item.release());
    }
    return sequence;
}

Ref decodeDict(Reader &in, int depth)
{
    const uint32_t size = in.get<uint32_t>();
    if (size > in.left())
        return {};
    Ref dict(PyDict_New());
    for (uint32_t i = 0; dict && i < size; ++i) {
        const Ref key = decodeValue(in, depth + 1);
        const Ref item = key ? decodeValue(in, depth + 1) : Ref();
        if (!item || PyDict_SetItem(dict.get(), key.get(), item.get()) < 0)
            return {};
    }
    return dict;
}

Ref decodeSet(Reader &in, bool frozen, int depth)
{
    const Ref items = decodeSequence(in, true, depth);
    if (!items)
        return {};
    return Ref(frozen ? PyFrozenSet_New(items.get()) : PySet_New(items.get()));
}

Ref decodeRange(Reader &in, int depth)
{
    const Ref start = decodeValue(in, depth + 1);
    const Ref stop = start ? decodeValue(in, depth + 1) : Ref();
    const Ref step = stop ? decodeValue(in, depth + 1) : Ref();
    if (!step)
        return {};
    return Ref(PyObject_CallFunctionObjArgs(&PyRange_Type, start.get(), stop.get(), step.get(), nullptr));
}

Ref decodeInteger(Reader &in)
{
    const Reader::Text digits = in.text();
    char *copy = static_cast<char *>(malloc(digits.size + 1));
    if (!copy)
        return {};
    memcpy(copy, digits.data, digits.size);
    copy[digits.size] = 0;
    Ref number(PyLong_FromString(copy, nullptr, 16));
    free(copy);
    return number;
}

Ref decodeValue(Reader &in, int depth)
{
    if (depth > maxDepth)
        return {};
    switch (in.get<char>()) {
    case 'n': return Ref::borrowed(&_Py_NoneStruct);
    case 't': return Ref::borrowed(&_Py_TrueStruct);
    case 'f': return Ref::borrowed(&_Py_FalseStruct);
    case 'e': return Ref::borrowed(&_Py_EllipsisObject);
    case 'i': return Ref(PyLong_FromLongLong(in.get<int64_t>()));
    case 'I': return decodeInteger(in);
    case 'g': return Ref(PyFloat_FromDouble(in.get<double>()));
    case 'c': {
        const double real = in.get<double>();
        return Ref(PyComplex_FromDoubles(real, in.get<double>()));
    }
    case 's': {
        const Reader::Text text = in.text();
        return Ref(PyUnicode_DecodeUTF8(text.data, ssize_t(text.size), "surrogatepass"));
    }
    case 'b': {
        const Reader::Text text = in.text();
        return Ref(PyBytes_FromStringAndSize(text.data, ssize_t(text.size)));
    }
    case 'B': {
        const Reader::Text text = in.text();
        return Ref(PyByteArray_FromStringAndSize(text.data, ssize_t(text.size)));
    }
    case 'l': return decodeSequence(in, true, depth);
    case 'u': return decodeSequence(in, false, depth);
    case 'd': return decodeDict(in, depth);
    case 'S': return decodeSet(in, false, depth);
    case 'F': return decodeSet(in, true, depth);
    case 'r': return decodeRange(in, depth);
    case 'x': {
        const Ref parts = decodeValue(in, depth + 1);
        return Ref(parts ? PyObject_CallFunctionObjArgs(harness().rebuild.get(), parts.get(), nullptr) : nullptr);
    }
    default: return {};
    }
}

bool isContainer(PyObject *object)
{
    PyObject *type = typeOf(object);
    return type == &PyList_Type || type == &PyDict_Type || type == &PySet_Type || type == &PyByteArray_Type
        || type == &PyTuple_Type;
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

Crossing encode(Buffer &out, PyObject *value, PyObject *&culprit)
{
    return Encoder{out, culprit}.value(value, 0);
}

Ref decode(Reader &in)
{
    Ref value = decodeValue(in, 0);
    if (!in.ok() || PyErr_Occurred()) {
        PyErr_Clear();
        return {};
    }
    return value;
}

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
