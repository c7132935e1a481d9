
// -- the tests' side: stands in for the program, runs tests, reports ---------------------------------------------------------------

const assert = require('assert');
const testConsole = console; // whatever a program in this process makes of the global name
const testFile = '/test.js'; // no file of this name is anywhere
const kind = {passed: 1, failed: 2, loadFailed: 3, complete: 4, lost: 6, cannotCross: 7};

/// The solution's process ended, or an argument of a test is no plain value; thrown, and remembered should a test catch it.
class Stopped extends Error {}

const link = {lost: '', cannotCross: '', cpu: 0, failed: false, failure: undefined};

/// Remembers the first thing that went wrong in a test, whoever catches it.
function note(error) {
    if (!link.failed)
        link.failure = error;
    link.failed = true;
}

function stop(field, why, message) {
    link[field] = why;
    throw new Stopped(message);
}

/// Calls a function of the program.
function callRemote(path, given) {
    const encode = makeEncoder();
    let nodes = null;
    try {
        nodes = encoded(given, encode);
    } catch (error) {
        stop('cannotCross', error instanceof Refusal ? error.what : 'value that is too large', 'an argument is no plain value');
    }
    const frame = native.send('C' + stringify([path, nodes])) ? native.receive() : undefined;
    if (frame === undefined)
        stop('lost', 'ended', 'the program ended');
    const answered = received(frame, encode.objects());
    if (answered.promise)
        return answered.failed ? Promise.reject(answered.value) : Promise.resolve(answered.value);
    if (answered.failed)
        throw answered.value;
    return answered.value;
}

/// What a frame says; ends the attempt where it makes no sense.
function received(frame, objects) {
    try {
        const parts = parse(frame.slice(1));
        const decode = makeDecoder(objects);
        const promise = parts[1] === true;
        link.cpu = Number(parts[0]);
        if (frame[0] === 'R') {
            if (parts[2])
                parts[2].forEach(decode);
            return {promise, value: decode(parts[3])};
        }
        if (frame[0] === 'X')
            return {promise, failed: true, value: placed(decode(parts[2]), parts[3])};
        expect(frame[0] === 'N' && typeof parts[2] === 'string');
        const message = `the result holds a ${parts[2]}, which is no plain value`;
        return {promise, failed: true, value: new AssertionError({message, operator: 'fail'})};
    } catch {
        return stop('lost', 'malformed', 'the program wrote answers of its own');
    }
}

const lines = new WeakMap(); // of solution.js, by the error that came from there

function placed(error, line) {
    if (types.isNativeError(error))
        lines.set(error, Number(line));
    return error;
}

function stubFor(path) {
    const stub = function (...given) {
        if (new.target)
            stop('cannotCross', `new object of the class ${path[path.length - 1]}`, 'an object of a class cannot cross');
        return callRemote(path, given);
    };
    defineProperty(stub, 'name', {value: path[path.length - 1]});
    return stub;
}

/// What stands for an offer of the program's; see offerOf().
function adopted(offer, path) {
    const [what, content] = offer;
    switch (what) {
    case 'f': return stubFor(path);
    case 'v': return makeDecoder([])(content);
    case 'x': return errorClass(content.map(String));
    case 'm': return Module.isBuiltin(content) ? require(content) : undefined;
    case 'o': {
        const object = {};
        for (const [key, inner] of content)
            setOwn(object, String(key), adopted(inner, [...path, String(key)]));
        return object;
    }
    default: throw new Malformed('no offer');
    }
}

const own = new Set(['assert', 'console', 'module', 'exports', 'require']);

/// Whether a test may see a name of the program's: a built-in one is never hidden, unless it is the function under test.
function isVisible(name, entry) {
    return name === entry || !(pristine.has(name) || own.has(name));
}

/// The names that a test sees beside the global ones, from what the program's process offers.
function namesOf([offers, exported], entry) {
    const names = new Map();
    const add = (name, offer, path) => {
        if (isVisible(name, entry) && !names.has(name))
            names.set(name, adopted(offer, path));
    };
    for (const [name, offer] of offers)
        add(String(name), offer, [String(name)]);
    if (exported?.[0] === 'o') {
        for (const [name, offer] of exported[1])
            add(String(name), offer, ['', String(name)]);
    }
    if (exported?.[0] === 'f' && !names.has(entry))
        names.set(entry, stubFor(['']));
    return names;
}

/// require() of a test: the program, or what belongs to Node.js and the system; nothing from the work folder.
function testRequire(names) {
    return name => /^\.{1,2}\/(?:.*\/)?(?:solution|index)(?:\.js)?$/.test(name) ? Object.fromEntries(names) : createRequire(testFile)(name);
}

/// console.assert() that fails the test instead of printing.
function assertOnConsole(value, ...message) {
    if (value)
        return;
    const text = message.length > 0 ? format(...message) : 'the assertion is false';
    const error = new AssertionError({message: text, actual: value, expected: true, operator: 'console.assert', stackStartFn: assertOnConsole});
    note(error);
    throw error;
}

/// A test as a function without parameters.
function compileTest(code, names) {
    const parameters = [...names.keys(), watcher];
    const compiled = head => compileFunction(`return(${head}function(){${code}\n})`, parameters, {filename: testFile});
    let maker = null;
    try {
        maker = compiled(/\bawait\b/.test(code) ? 'async ' : '');
    } catch (error) {
        if (!/\bawait\b/.test(code))
            throw error;
        maker = compiled('');
    }
    return maker(...names.values(), condition);
}

function drain() {
    for (tick(); native.turn(); tick())
        continue;
}

/// Runs one test, whose names makeNames() gives. What it failed with is in link.
function runTest(test, makeNames) {
    link.failed = false;
    lastCondition = null;
    try {
        const names = makeNames();
        names.set('require', testRequire(names));
        names.set('module', {exports: {}});
        names.set('console', testConsole);
        if (!names.has('assert'))
            names.set('assert', assert);
        const result = compileTest(test.watched, names)();
        if (types.isPromise(result))
            settle(result);
        drain();
    } catch (error) {
        note(error);
    }
}
