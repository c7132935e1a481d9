#include "script.h"

#include "core/sandbox/supervisor/child.h"
#include "harness.h"
#include "fields.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

namespace autodidact::sandbox {

namespace {

/// record(*texts): one record of kind Text. What writes it is checked by the core, as far as one
/// process allows.
PyObject *record(PyObject *, PyObject *texts)
{
    Buffer fields;
    for (ssize_t i = 0; i < PyTuple_Size(texts); ++i)
        addText(fields, PyTuple_GetItem(texts, i));
    report(RecordKind::Text, 0, 0, &fields);
    return Ref::borrowed(&_Py_NoneStruct).release();
}

PyMethodDef recorder{"record", reinterpret_cast<void *>(record), METH_VARARGS, nullptr};

/// Makes the folders in front of a file.
void makeFolders(char *path)
{
    for (char *at = path + 1; *at; ++at) {
        if (*at == '/') {
            *at = 0;
            mkdir(path, 0755);
            *at = '/';
        }
    }
}

/// A relative path without "..", as the core has checked already.
bool placeFile(Reader::Text path, const char *data, size_t size)
{
    char name[512];
    if (path.size == 0 || path.size >= sizeof name || path.data[0] == '/')
        return false;
    memcpy(name, path.data, path.size);
    name[path.size] = 0;
    makeFolders(name);
    const int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const bool ok = file >= 0 && writeAll(file, data, size);
    close(file);
    return ok;
}

void refuse(const char *what, Reader::Text path)
{
    Buffer fields;
    fields.text("unplaced", 8);
    fields.text(path.data, path.size);
    fields.text(what, strlen(what));
    report(RecordKind::Text, 0, 0, &fields);
    _exit(0);
}

} // namespace

void serveScript(const Buffer &program, const Buffer &blob)
{
    Reader in(blob.data(), blob.size());
    readNonce(in);
    const Reader::Text script = in.text();
    const Reader::Text programPath = in.text();
    if (!placeFile(programPath, program.data(), program.size()))
        refuse(strerror(errno), programPath);
    const uint32_t count = in.get<uint32_t>();
    for (uint32_t i = 0; i < count && in.ok(); ++i) {
        const Reader::Text path = in.text();
        const Reader::Text content = in.text();
        if (!placeFile(path, content.data, content.size))
            refuse(strerror(errno), path);
    }
    const Ref names(PyDict_New());
    PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins());
    PyDict_SetItemString(
        names.get(), "record", Ref(PyCFunction_NewEx(&recorder, nullptr, nullptr)).get());
    PyDict_SetItemString(names.get(), "program",
        Ref(PyUnicode_DecodeUTF8(programPath.data, ssize_t(programPath.size), "replace")).get());
    const Ref code = compileSource(script.data, script.size, "<runner>");
    const Ref done(code ? PyEval_EvalCode(code.get(), names.get(), names.get()) : nullptr);
    const Ref error = takeError();
    flushOutput();
    if (!done) {
        Buffer fields;
        fields.text("stopped", 7);
        addText(fields,
            error ? Ref(PyObject_GetAttrString(typeOf(error.get()), "__name__")).get() : nullptr);
        addText(fields,
            error ? Ref(PyObject_CallFunctionObjArgs(&PyUnicode_Type, error.get(), nullptr)).get()
                  : nullptr);
        report(RecordKind::Text, 0, 0, &fields);
        _exit(0);
    }
    report(RecordKind::Complete, 0, 0);
    _exit(0);
}

} // namespace autodidact::sandbox
