#pragma once

// The part of Python's stable ABI (PEP 384) that the server uses, declared here so that no Python
// headers are needed. Everything below is guaranteed to keep its meaning for every Python 3
// from 3.9 on.

#include <cstddef>
#include <sys/types.h>

extern "C" {

struct PyObject {
    ssize_t ob_refcnt;
    PyObject *ob_type;
};

using PyCFunction = PyObject *(*)(PyObject *, PyObject *);

struct PyMethodDef {
    const char *ml_name;
    void *ml_meth;
    int ml_flags;
    const char *ml_doc;
};

struct PyModuleDef {
    PyObject ob_base;
    void *m_init;
    ssize_t m_index;
    PyObject *m_copy;
    const char *m_name;
    const char *m_doc;
    ssize_t m_size;
    PyMethodDef *m_methods;
    void *m_slots, *m_traverse, *m_clear, *m_free;
};

inline constexpr int METH_VARARGS = 1;
inline constexpr int METH_KEYWORDS = 2;
inline constexpr int METH_NOARGS = 4;
inline constexpr int METH_O = 8;

void Py_IncRef(PyObject *);
void Py_DecRef(PyObject *);

PyObject *PyModule_Create2(PyModuleDef *, int);
PyObject *PyCFunction_NewEx(PyMethodDef *, PyObject *, PyObject *);
PyObject *PyEval_EvalCode(PyObject *, PyObject *, PyObject *);
PyObject *PyEval_GetBuiltins();
PyObject *PyImport_ImportModule(const char *);
PyObject *PyImport_GetModuleDict();
PyObject *PyImport_AddModule(const char *);
PyObject *PyModule_GetDict(PyObject *);
void PyOS_BeforeFork();
void PyOS_AfterFork_Parent();
void PyOS_AfterFork_Child();

PyObject *PyObject_Call(PyObject *, PyObject *, PyObject *);
PyObject *PyObject_CallFunctionObjArgs(PyObject *, ...);
PyObject *PyObject_GetAttrString(PyObject *, const char *);
int PyObject_SetAttrString(PyObject *, const char *, PyObject *);
PyObject *PyObject_GetIter(PyObject *);
PyObject *PyIter_Next(PyObject *);

void PyErr_Clear();
PyObject *PyErr_Occurred();
void PyErr_Fetch(PyObject **, PyObject **, PyObject **);
void PyErr_NormalizeException(PyObject **, PyObject **, PyObject **);
int PyException_SetTraceback(PyObject *, PyObject *);
void PyErr_SetObject(PyObject *, PyObject *);
void PyErr_SetString(PyObject *, const char *);

PyObject *PyBool_FromLong(long);
PyObject *PyLong_FromLong(long);
PyObject *PyLong_FromLongLong(long long);
long long PyLong_AsLongLongAndOverflow(PyObject *, int *);
long PyLong_AsLong(PyObject *);
PyObject *PyLong_FromString(const char *, char **, int);
PyObject *PyNumber_ToBase(PyObject *, int);
PyObject *PyFloat_FromDouble(double);
double PyFloat_AsDouble(PyObject *);
PyObject *PyComplex_FromDoubles(double, double);
double PyComplex_RealAsDouble(PyObject *);
double PyComplex_ImagAsDouble(PyObject *);
PyObject *PyUnicode_FromStringAndSize(const char *, ssize_t);
PyObject *PyUnicode_FromString(const char *);
PyObject *PyUnicode_DecodeUTF8(const char *, ssize_t, const char *);
PyObject *PyUnicode_AsEncodedString(PyObject *, const char *, const char *);
PyObject *PyBytes_FromStringAndSize(const char *, ssize_t);
int PyBytes_AsStringAndSize(PyObject *, char **, ssize_t *);
PyObject *PyByteArray_FromStringAndSize(const char *, ssize_t);
char *PyByteArray_AsString(PyObject *);
ssize_t PyByteArray_Size(PyObject *);
PyObject *PyTuple_New(ssize_t);
ssize_t PyTuple_Size(PyObject *);
PyObject *PyTuple_GetItem(PyObject *, ssize_t);
int PyTuple_SetItem(PyObject *, ssize_t, PyObject *);
PyObject *PyList_New(ssize_t);
ssize_t PyList_Size(PyObject *);
PyObject *PyList_GetItem(PyObject *, ssize_t);
int PyList_SetItem(PyObject *, ssize_t, PyObject *);
PyObject *PyDict_New();
ssize_t PyDict_Size(PyObject *);
int PyDict_Next(PyObject *, ssize_t *, PyObject **, PyObject **);
int PyDict_SetItem(PyObject *, PyObject *, PyObject *);
int PyDict_SetItemString(PyObject *, const char *, PyObject *);
PyObject *PyDict_GetItem(PyObject *, PyObject *);
PyObject *PyDict_GetItemString(PyObject *, const char *);
int PyDict_DelItemString(PyObject *, const char *);
PyObject *PySet_New(PyObject *);
PyObject *PyFrozenSet_New(PyObject *);
ssize_t PySet_Size(PyObject *);
int PySet_Add(PyObject *, PyObject *);

extern PyObject _Py_NoneStruct, _Py_TrueStruct, _Py_FalseStruct, _Py_EllipsisObject;
extern PyObject PyLong_Type, PyFloat_Type, PyComplex_Type, PyUnicode_Type, PyBytes_Type,
    PyByteArray_Type, PyTuple_Type, PyList_Type, PyDict_Type, PySet_Type, PyFrozenSet_Type,
    PyRange_Type;
extern PyObject *PyExc_BaseException, *PyExc_RuntimeError, *PyExc_TypeError, *PyExc_SyntaxError;
}

namespace autodidact::sandbox {

/// Owns one reference.
class Ref {
public:
    Ref() = default;
    explicit Ref(PyObject *owned)
        : m_object(owned)
    {
    }
    Ref(Ref &&other) noexcept
        : m_object(other.release())
    {
    }
    Ref &operator=(Ref &&other) noexcept
    {
        PyObject *old = m_object;
        m_object = other.release();
        Py_DecRef(old);
        return *this;
    }
    ~Ref() { Py_DecRef(m_object); }

    static Ref borrowed(PyObject *object)
    {
        Py_IncRef(object);
        return Ref(object);
    }

    PyObject *get() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }
    PyObject *release()
    {
        PyObject *object = m_object;
        m_object = nullptr;
        return object;
    }

private:
    PyObject *m_object = nullptr;
};

inline PyObject *typeOf(PyObject *object)
{
    return object->ob_type;
}

} // namespace autodidact::sandbox
