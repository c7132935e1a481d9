#include "codec.h"
#include "harness.h"

namespace autodidact::sandbox {

namespace {

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
    return Ref(
        PyObject_CallFunctionObjArgs(&PyRange_Type, start.get(), stop.get(), step.get(), nullptr));
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
    case 'n':
        return Ref::borrowed(&_Py_NoneStruct);
    case 't':
        return Ref::borrowed(&_Py_TrueStruct);
    case 'f':
        return Ref::borrowed(&_Py_FalseStruct);
    case 'e':
        return Ref::borrowed(&_Py_EllipsisObject);
    case 'i':
        return Ref(PyLong_FromLongLong(in.get<int64_t>()));
    case 'I':
        return decodeInteger(in);
    case 'g':
        return Ref(PyFloat_FromDouble(in.get<double>()));
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
    case 'l':
        return decodeSequence(in, true, depth);
    case 'u':
        return decodeSequence(in, false, depth);
    case 'd':
        return decodeDict(in, depth);
    case 'S':
        return decodeSet(in, false, depth);
    case 'F':
        return decodeSet(in, true, depth);
    case 'r':
        return decodeRange(in, depth);
    case 'x': {
        const Ref parts = decodeValue(in, depth + 1);
        return Ref(parts
                ? PyObject_CallFunctionObjArgs(harness().rebuild.get(), parts.get(), nullptr)
                : nullptr);
    }
    default:
        return {};
    }
}

} // namespace

Ref decode(Reader &in)
{
    Ref value = decodeValue(in, 0);
    if (!in.ok() || PyErr_Occurred()) {
        PyErr_Clear();
        return {};
    }
    return value;
}

} // namespace autodidact::sandbox
