
// -- what a forked process does with Python: solutionside.cpp and testside.cpp of core/sandbox/python, once more --------

const commonModules = ['typing', 're', 'collections', 'math', 'functools', 'itertools', 'heapq', 'bisect', 'string', 'copy',
    'operator'];
const testFile = '<test>';
const forgotten = ['_ctypes', '_pyodide_core', '_posixsubprocess']; // calls by address, the bridge, processes

/// A server's Python, ready to be forked. files: as the helper opened them.
async function startPython() {
    const {machine, limit} = await loadPython(takeFile(0), takeFile(1), takeFile(2));
    if (machine._main(0, 0) !== 0)
        throw new Error('Python did not start');
    const python = makeInterface(machine);
    forgetBuiltins(machine, forgotten);
    const builtins = python.module('builtins');
    const compile = python.attribute(builtins, 'compile');
    const describeError = error => python.string(python.call(python.attribute(builtins, 'repr'), error));
    const names = machine._PyDict_New();
    python.setItem(names, '__builtins__', builtins);
    const zero = machine._PyLong_FromLong(0);
    const compiled = (source, file) =>
        python.call(compile, source, python.name(file), python.name('exec'), zero, python.flag(true));
    const evaluate = (code, where) => code ? python.evaluate(code, where) : 0;
    if (!evaluate(compiled(python.text(native.python), '<harness>'), names))
        throw new Error(`the harness: ${describeError(python.takeError())}`);
    const prologue = `import sys, gc, ${commonModules.join(', ')}\nsys.argv = ['solution.py']\n`
        + 'sys.path[:] = [folder for folder in sys.path if folder]\nsys.stdout.reconfigure(line_buffering=True)\n'
        + 'sys.setrecursionlimit(3000)\nsys.modules.pop("_pyodide_core", None)\nsys.builtin_module_names = tuple('
        + `name for name in sys.builtin_module_names if name not in ${JSON.stringify(forgotten)})\n`;
    const scratch = machine._PyDict_New();
    python.setItem(scratch, '__builtins__', builtins);
    if (!evaluate(compiled(python.text(prologue), '<server>'), scratch))
        throw new Error(`the common modules: ${describeError(python.takeError())}`);
    const harness = {};
    for (const name of ['prepare', 'describe', 'load_error', 'honest', 'CannotCross', 'load_frame', 'offer_frame', 'begin_call',
        'result_frame', 'raised_frame', 'adopt_frame', 'decode_parts'])
        harness[name] = python.item(names, name);
    const flushes = ['stdout', 'stderr'].map(stream => python.attribute(python.attribute(python.module('sys'), stream), 'flush'));
    const realBuiltins = machine._PyModule_GetDict(builtins);
    attachStreams(machine);
    const hostFunction = machine.addFunction((self, frame) => askSolution(server, frame), 'iii');
    const server = {machine, limit, python, harness, compiled, evaluate, flushes, realBuiltins, hostFunction};
    return server;
}

/// Standard streams without a terminal: what is written goes out at once.
function attachStreams(machine) {
    for (const fd of [1, 2]) {
        machine.FS.getStream(fd).stream_ops = {
            write(stream, memory, at, size) {
                writeOutput(fd, new Uint8Array(memory.buffer, memory.byteOffset + at, size));
                return size;
            },
        };
        machine.FS.getStream(fd).tty = undefined;
    }
    machine.FS.getStream(0).tty = undefined;
    machine.FS.getStream(0).stream_ops = {
        read(stream, memory, at, size) {
            const count = Math.min(size, input.bytes.length - input.at);
            memory.set(input.bytes.subarray(input.at, input.at + count), at);
            input.at += count;
            return count;
        },
    };
}

function flush({python, machine, flushes}) {
    for (const each of flushes) {
        if (!python.call(each))
            python.clearError();
    }
}

/// Loads the program: the names of its module, or 0 with an error to take.
function loadSolution(server, program) {
    const {machine, python} = server;
    const code = server.compiled(python.bytes(program), 'solution.py');
    const module = code ? python.addModule('solution') : 0;
    if (!module)
        return 0;
    const names = machine._PyModule_GetDict(module);
    python.setItem(names, '__builtins__', server.realBuiltins);
    return server.evaluate(code, names) ? names : 0;
}

const framed = text => `${native.cpu()} ${text}`;

function servePythonSolution(server, program) {
    const {machine, python, harness} = server;
    const names = loadSolution(server, program);
    let frame = names ? python.string(python.call(harness.offer_frame, names))
        : python.string(python.call(harness.load_frame, python.takeError()));
    python.clearError();
    flush(server);
    while (native.send(framed(frame)) && names) {
        const call = native.receive();
        if (call === undefined || call[0] !== 'C')
            break;
        frame = answerCall(server, names, call);
        flush(server);
    }
    native.exit(0);
}

function answerCall({machine, python, harness}, names, call) {
    const parts = python.call(harness.begin_call, python.text(call));
    if (!parts)
        native.exit(1);
    const [name, args, kwargs, given, sent] = [0, 1, 2, 3, 4].map(i => machine._PyTuple_GetItem(parts, i));
    const found = machine._PyDict_GetItem(names, name);
    const result = found ? machine._PyObject_Call(found, args, kwargs) : 0;
    if (!found)
        machine._PyErr_SetObject(machine.HEAPU32[machine._PyExc_RuntimeError >>> 2], name);
    const frame = result ? python.call(harness.result_frame, result, given, sent)
        : python.call(harness.raised_frame, python.takeError());
    if (!frame)
        native.exit(1);
    return python.string(frame);
}

const link = {lost: '', cpu: 0};

/// What a stub of the tests calls: sends a frame, gives the answer as a str, "" where none came. An empty frame says that
/// the last answer made no sense.
function askSolution({python}, frame) {
    const text = python.string(frame);
    const answer = text && native.send(text) ? native.receive() : undefined;
    const found = /^(\d+) ([^]+)$/.exec(answer ?? '');
    if (!found) {
        link.lost = text && answer === undefined ? 'ended' : 'malformed';
        return python.text('');
    }
    link.cpu = Number(found[1]);
    return python.text(found[2]);
}

function lose(index, cpu, why) {
    native.report(kind.lost, index, cpu, [why]);
    native.exit(0);
}

function failLoading(parts) {
    native.report(kind.loadFailed, 0, native.cpu() + link.cpu, parts);
    native.exit(0);
}

/// A function of Python's that calls the host. Only the tests' side has it.
function makeHostFunction({machine, hostFunction}) {
    const name = machine.stringToNewUTF8('host');
    const method = machine._malloc(16);
    machine.HEAPU32.set([name, hostFunction, 8, 0], method >>> 2); // METH_O
    return machine._PyCFunction_NewEx(method, 0, 0);
}

function servePythonTests(server, entry, setup, tests) {
    const {machine, python, harness} = server;
    const first = native.receive();
    if (first === undefined)
        lose(0, 0, 'ended');
    const found = /^(\d+) ([EL][^]*)$/.exec(first);
    if (!found)
        lose(0, 0, 'malformed');
    link.cpu = Number(found[1]);
    if (found[2][0] === 'E') {
        const parts = python.call(harness.decode_parts, python.text(found[2]));
        if (!parts)
            lose(0, 0, 'malformed');
        failLoading(python.parts(parts, 4));
    }
    const host = makeHostFunction(server);
    const names = python.call(harness.adopt_frame, python.text(found[2]), host, python.text(entry));
    if (!names)
        lose(0, 0, 'malformed');
    python.setItem(names, '__builtins__', server.realBuiltins);
    runPythonTests(server, names, entry, prepareCode(server, setup, false), tests.map(code => ({code, compiled: 0, shared: false})));
}

function prepareCode({python, harness}, code, shared) {
    if (!code)
        return 0;
    const compiled = python.call(harness.prepare, python.text(code), python.name(testFile), python.flag(shared));
    return compiled;
}

function runPythonTests(server, names, entry, setup, tests) {
    const {machine, python} = server;
    python.clearError();
    tests.forEach((test, i) => {
        const before = native.cpu() + link.cpu;
        const code = test.compiled || prepareCode(server, test.code, test.shared);
        const globals = code ? machine._PyDict_Copy(names) : 0;
        const passed = globals && (!setup || server.evaluate(setup, globals)) && server.evaluate(code, globals);
        const error = passed ? 0 : python.takeError();
        flush(server);
        const used = native.cpu() + link.cpu - before;
        if (link.lost)
            lose(i, used, link.lost);
        if (passed)
            native.report(kind.passed, i, used, []);
        else
            reportPythonFailure(server, i, used, error, test, entry);
    });
    native.report(kind.complete, tests.length, 0, []);
    native.exit(0);
}

function reportPythonFailure({machine, python, harness}, index, used, error, test, entry) {
    if (error && machine._PyErr_GivenExceptionMatches(error, harness.CannotCross)) {
        const args = python.attribute(error, 'args');
        native.report(kind.cannotCross, index, used, [python.string(machine._PyTuple_GetItem(args, 0))]);
        return;
    }
    const parts = error
        ? python.call(harness.describe, error, python.text(test.code), python.name(testFile), python.text(entry)) : 0;
    python.clearError();
    native.report(kind.failed, index, used, parts ? python.parts(parts, 6) : ['Exception', '', '', '', '', '0']);
}

/// Program and tests in one interpreter: for tasks whose values cannot cross.
function servePythonBoth(server, program, entry, setup, codes) {
    const {machine, python, harness} = server;
    const tests = codes.map(code => ({code, compiled: prepareCode(server, code, true), shared: true}));
    const prepared = prepareCode(server, setup, true);
    python.clearError();
    const builtins = machine._PyDict_Copy(server.realBuiltins);
    const names = loadSolution(server, program);
    const error = names ? 0 : python.takeError();
    flush(server);
    if (!names) {
        const parts = python.call(harness.load_error, error);
        failLoading(parts ? python.parts(parts, 4) : ['Exception', '', '0', '0']);
    }
    const own = machine._PyDict_Copy(names);
    python.setItem(own, '__builtins__', builtins);
    python.setItem(own, '_autodidact_honest', harness.honest);
    runPythonTests(server, own, entry, prepared, tests);
}

// Exit codes of programs that read standard input, as programrun.py has them.
const exitImport = 88, exitSyntax = 89;

/// Runs a program that reads standard input, and ends with its exit code.
function servePythonProgram(server, program, text) {
    const {machine, python} = server;
    beginProgram(text);
    const names = machine._PyDict_New();
    for (const [name, value] of [['__name__', '__main__'], ['__file__', 'program.py']])
        python.setItem(names, name, python.text(value));
    python.setItem(names, '__builtins__', python.module('builtins'));
    const code = server.compiled(python.bytes(program), 'program.py');
    if (!code) {
        const error = python.takeError();
        const [line, column, message] = ['lineno', 'offset', 'msg'].map(name => python.attributeText(error, name));
        writeOutput(2, Buffer.from(`\nsyntax ${line || 0} ${column || 0} ${message}\n`));
        leave(exitSyntax);
    }
    const done = server.evaluate(code, names);
    const is = name => machine._PyErr_ExceptionMatches(machine.HEAPU32[machine[name] >>> 2]);
    const exit = done ? 0 : is('_PyExc_MemoryError') ? memoryExit : is('_PyExc_ImportError') ? exitImport : 1;
    if (!done)
        machine._PyErr_Print(); // which ends the process where the program asked for that
    flush(server);
    leave(exit);
}
