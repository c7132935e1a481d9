
// -- CPython as pyodide builds it: the interpreter alone, without pyodide's bridge into JavaScript --------
//
// Neither its loader nor its bridge is ever run: the interpreter has no module js, no object of JavaScript and no way to make
// one. This file is its host, and calls it as a program in C would.

/// What the interpreter may ask of its host: files (all in its own memory), time, memory. The bridge, libraries, sockets,
/// processes, and code to be run in JavaScript are left out.
const pythonImports = new Set(('exit proc_exit _abort_js __assert_fail __call_sighandler emscripten_resize_heap'
    + ' emscripten_get_heap_max emscripten_date_now emscripten_get_now clock_res_get clock_time_get'
    + ' _tzset_js _timegm_js _mktime_js _localtime_js _gmtime_js'
    + ' environ_sizes_get environ_get random_get emscripten_runtime_keepalive_push emscripten_runtime_keepalive_pop'
    + ' _emscripten_runtime_keepalive_clear _emscripten_get_progname _Py_emscripten_runtime _Py_CheckEmscriptenSignals_Helper'
    + ' _PyEM_InitTrampoline_js _PyEM_GetCountArgsPtr _PyEM_TrampolineCall_JS __hiwire_deduplicate_new'
    + ' fd_close fd_read fd_write fd_sync fd_fdstat_get fd_seek fd_pread fd_pwrite'
    + ' __syscall_fcntl64 __syscall_ioctl __syscall_openat'
    + ' __syscall_faccessat __syscall_chdir __syscall_chmod __syscall_fchownat __syscall_dup __syscall_dup3 __syscall_fchdir'
    + ' __syscall_fchmod __syscall_fchmodat2 __syscall_fchown32 __syscall_fdatasync __syscall_fstat64 __syscall_stat64'
    + ' __syscall_newfstatat __syscall_lstat64 __syscall_ftruncate64 __syscall_getcwd __syscall_getdents64 __syscall_mkdirat'
    + ' __syscall_mknodat __syscall_fadvise64 __syscall_fallocate __syscall_readlinkat __syscall_unlinkat __syscall_rmdir'
    + ' __syscall_renameat __syscall_statfs64 __syscall_fstatfs64 __syscall_symlinkat __syscall_truncate64 __syscall_utimensat'
    + ' _munmap_js _msync_js _mmap_js').split(' '));
const network = /^__syscall_(?:socket|connect|bind|listen|accept4|send|recv)|^get(?:addrinfo|nameinfo|protobyname)$/;
const noRight = -63; // EPERM, as this machine's C library counts

function refusePython(name, sig) {
    const answer = sig[0] === 'i' ? noRight : 0; // no pointer is given
    return () => {
        if (network.test(name))
            native.trySocket();
        return answer;
    };
}

/// A Python whose modules are those of its library's archive. memory: bytes that it may take yet.
async function loadPython(script, binary, library) {
    const wasm = new WebAssembly.Module(binary);
    const limit = {bytes: Infinity};
    const machine = {
        API: {config: {}, runtimeEnv: {IN_SHELL: true}, lockFilePromise: new Promise(() => {})}, // what pyodide's part looks at
        noInitialRun: true, arguments: [], thisProgram: 'python3', print() {}, printErr() {},
        preRun: [module => prepareFiles(module, library)],
        instantiateWasm(imports, receive) {
            imports.sentinel = {create_sentinel: () => null, is_sentinel: () => 0};
            gate(imports.env, pythonImports, refusePython);
            limitMemory(imports.env, machine, limit);
            imports.env.random_get = Object.assign((at, size) => {
                fillRandomly(machine.HEAPU8.subarray(at >>> 0, (at >>> 0) + size));
                return 0;
            }, {sig: 'ipp'});
            imports.env.exit = imports.env.proc_exit = Object.assign(leave, {sig: 'vi'});
            const instance = new WebAssembly.Instance(wasm, imports);
            receive(instance, wasm);
            machine._malloc = size => instance.exports.malloc(size) >>> 0;
            machine._free = instance.exports.free;
            return {};
        },
    };
    const last = /globalThis\._createPyodideModule = _createPyodideModule;\s*$/;
    const text = script.toString().replace(last, 'return _createPyodideModule;');
    // It finds neither Node.js nor a browser around it, so it uses nothing of them.
    const names = ['require', 'process', 'window', 'navigator', 'document', '__dirname', '__filename', 'read', 'readbuffer',
        'readline', 'load', 'fetch', 'WebSocket'];
    const values = names.map(name => name === 'load' ? () => {} : undefined);
    const make = compileFunction(text, names, {filename: 'pyodide.asm.js'})(...values);
    await make(machine);
    if (!machine._main)
        throw new Error('pyodide is not the one that this program was made for');
    return {machine, limit};
}

function limitMemory(env, machine, limit) {
    const resize = env.emscripten_resize_heap;
    const allowed = size => (size >>> 0) <= limit.bytes;
    env.emscripten_resize_heap = Object.assign(size => allowed(size) ? resize(size) : 0, {sig: resize.sig});
    env.emscripten_get_heap_max = Object.assign(() => Math.min(limit.bytes, 0xffff0000), {sig: 'p'});
}

function prepareFiles(module, library) {
    Object.assign(module.ENV, {PYTHONHOME: '/', PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', HOME: '/work',
        PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC', USER: undefined, LOGNAME: undefined});
    for (const folder of ['/home/web_user', '/home'])
        module.FS.rmdir(folder);
    for (const folder of ['/lib/python3.13/lib-dynload', '/work'])
        module.FS.mkdirTree(folder);
    module.FS.writeFile('/lib/python313.zip', library);
    module.FS.chdir('/work');
}

/// The few functions of Python's C interface that the host uses, with objects as addresses; 0 is no object, and then there
/// is an error to take.
function makeInterface(machine) {
    const m = machine;
    const place = bytes => {
        const at = m._malloc(bytes.length + 1);
        m.HEAPU8.set(bytes, at);
        m.HEAPU8[at + bytes.length] = 0;
        return at;
    };
    const placed = (bytes, use) => {
        const at = place(bytes);
        try {
            return use(at, bytes.length);
        } finally {
            m._free(at);
        }
    };
    const utf8 = text => Buffer.from(text, 'utf8');
    const python = {
        text: text => placed(utf8(text), (at, size) => m._PyUnicode_DecodeUTF8(at, size, placeholder)),
        bytes: bytes => placed(bytes, (at, size) => m._PyBytes_FromStringAndSize(at, size)),
        name: text => placed(utf8(text), at => m._PyUnicode_FromString(at)),
        item: (dict, name) => placed(utf8(name), at => m._PyDict_GetItemString(dict, at)), // borrowed
        setItem: (dict, name, value) => placed(utf8(name), at => m._PyDict_SetItemString(dict, at, value)),
        attribute: (object, name) => placed(utf8(name), at => m._PyObject_GetAttrString(object, at)),
        module: name => placed(utf8(name), at => m._PyImport_ImportModule(at)),
        addModule: name => placed(utf8(name), at => m._PyImport_AddModule(at)),
        call(callable, ...given) {
            const tuple = m._PyTuple_New(given.length);
            given.forEach((value, i) => {
                m._Py_IncRef(value);
                m._PyTuple_SetItem(tuple, i, value);
            });
            const result = m._PyObject_CallObject(callable, tuple);
            m._Py_DecRef(tuple);
            return result;
        },
        flag: value => m._PyBool_FromLong(value ? 1 : 0),
        evaluate: (code, names) => m._PyEval_EvalCode(code, names, names),
        takeError: () => m._PyErr_GetRaisedException(),
        clearError: () => m._PyErr_Clear(),
        parts: (tuple, count) => Array.from({length: count}, (_, i) => python.string(m._PyTuple_GetItem(tuple, i))),
        attributeText(object, name) {
            const value = python.attribute(object, name);
            const text = value ? python.string(m._PyObject_Str(value)) : '';
            m._PyErr_Clear();
            return text === 'None' ? '' : text;
        },
        /// A str's text; '' for any other object.
        string(object) {
            const bytes = object ? placed(utf8('utf-8'), encoding => placed(utf8('backslashreplace'),
                errors => m._PyUnicode_AsEncodedString(object, encoding, errors))) : 0;
            if (!bytes) {
                m._PyErr_Clear();
                return '';
            }
            const at = m._PyBytes_AsString(bytes);
            const text = Buffer.from(m.HEAPU8.buffer, at, m._PyBytes_Size(bytes)).toString();
            m._Py_DecRef(bytes);
            return text;
        },
    };
    const placeholder = place(utf8('replace'));
    return python;
}

/// Takes built-in modules from the interpreter: nobody can import them any more, under whatever name.
function forgetBuiltins(machine, forgotten) {
    for (let at = machine.HEAPU32[machine._PyImport_Inittab >>> 2] >>> 2; machine.HEAPU32[at] !== 0; at += 2) {
        const name = machine.HEAPU32[at];
        if (!forgotten.includes(machine.UTF8ToString(name)))
            continue;
        machine.HEAPU8[name] = '-'.charCodeAt(0);
        machine.HEAPU32[at + 1] = 0; // without a function that would make it
    }
}
