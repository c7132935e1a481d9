
// -- loads a program, and finds what it made -----------------------------------------------------------------------------------------

const {Script, compileFunction} = require('vm');
const {createRequire} = Module;
const globalEval = eval; // called by this name, it knows the global names alone
const exec = uncurry(RegExp.prototype.exec);
const {AssertionError} = require('assert');
const programFile = 'solution.js';
const reserved = new Set(('break case catch class const continue debugger default delete do else enum export extends false finally'
    + ' for function if import in instanceof let new null return super switch this throw true try typeof var void while with'
    + ' yield await').split(' '));
const given = new Set(['module', 'exports', 'require', '__filename', '__dirname']); // to every program
const pristine = new Map(ownKeys(global).map(key => [key, getOwnPropertyDescriptor(global, key)]));
const modules = new Map(); // what the program required of Node.js

/// The line and column of solution.js in which an error came up; 0 where none did.
function placeOf(error) {
    const stack = types.isNativeError(error) ? textOf(error.stack) : '';
    const place = /\bsolution\.js:(\d+)(?::(\d+))?/.exec(stack.slice(0, 20_000));
    return {line: place ? Number(place[1]) : 0, column: Number(place?.[2] ?? 0), stack};
}

const refused = 'ERR_ACCESS_DENIED';
const missing = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND', 'ERR_UNKNOWN_BUILTIN_MODULE'];
const noMemory = ['Array buffer allocation failed', 'WebAssembly.Memory(): could not allocate memory', 'out of memory']; // the last one is QuickJS's

/// How Node.js names an error, with a code where that tells the class; see core/runners/exceptionclass.cpp.
function typeName(error) {
    if (!types.isNativeError(error))
        return error === null ? 'null' : typeof error;
    const name = textOf(error.name) || 'Error';
    if ((name === 'RangeError' || name === 'InternalError') && noMemory.includes(error.message))
        return 'RangeError [OUT_OF_MEMORY]';
    return missing.includes(error.code) || error.code === refused ? `${name} [${error.code}]` : name;
}

function messageOf(error) {
    const text = types.isNativeError(error) ? textOf(error.message).split('\nRequire stack:')[0] : inspect(error);
    return text.slice(0, 2000);
}

/// Why the program could not be loaded: type, message, line, column. A column is told only where it could not be compiled.
function failureParts(error, compiling) {
    const place = placeOf(error);
    const marks = compiling ? /\n( *)\^/.exec(place.stack) : null;
    const column = compiling ? (marks ? marks[1].length + 1 : 1) : 0;
    return [typeName(error), messageOf(error), `${place.line}`, `${column}`];
}

/// require() of a program; most never call it, and what is behind it takes long to make.
function makeRequire(file) {
    let made = null;
    const inner = () => made ??= createRequire(file);
    const outer = name => {
        const found = inner()(name);
        if (Module.isBuiltin(name))
            modules.set(found, name);
        return found;
    };
    for (const key of ['resolve', 'main', 'extensions', 'cache'])
        defineProperty(outer, key, {get: () => inner()[key], configurable: true, enumerable: true});
    return outer;
}

function setGlobal(name, value) {
    defineProperty(global, name, {value, writable: true, configurable: true, enumerable: false});
}

/// Runs the program as a script. {module}, or {failure} with its parts.
function load(source) {
    const module = {exports: {}, id: '.', filename: `${process.cwd()}/${programFile}`, loaded: false, children: [], paths: []};
    setGlobal('module', module);
    setGlobal('exports', module.exports);
    setGlobal('require', makeRequire(module.filename));
    setGlobal('__filename', module.filename);
    setGlobal('__dirname', process.cwd());
    let compiled = null;
    try {
        compiled = new Script(source, {filename: programFile});
        compiled.runInThisContext();
        return {module};
    } catch (error) {
        return {failure: failureParts(error, !compiled)};
    }
}

// No classes of Unicode: they would take longer to compile than the program.
const words = /[\w$\u0080-\uffff]+/g;
const declarations = /\b(?:const|let)\b([^=;\n]*|\s*[{[][^=]*)|\b(?:class|function\s*\*?)\s+([\w$\u0080-\uffff]+)|,\s*([\w$\u0080-\uffff]+)\s*=/g;

/// The values of the top-level names that a program made, by name. Variables and functions are properties of the global
/// object; the others are asked for by every name that is declared anywhere in the text.
function topLevelNames(source) {
    const names = new Set();
    declarations.lastIndex = 0;
    for (let match; (match = exec(declarations, source));) {
        const [, list, name, other] = match;
        for (const found of list === undefined ? [name ?? other] : list.match(words) ?? [])
            names.add(found);
    }
    const known = [...names].filter(name => !reserved.has(name) && !/^\d/.test(name));
    const values = globalEval(`[${known.map(name => `typeof ${name}==='undefined'?void 0:${name}`).join(',')}]`);
    const found = new Map(known.map((name, i) => [name, values[i]]));
    for (const name of ownKeys(global)) {
        if (typeof name === 'string' && !pristine.has(name))
            found.set(name, global[name]);
    }
    for (const [name, value] of found) {
        if (value === undefined || given.has(name) || value === global[name] && isPristine(name))
            found.delete(name);
    }
    return found;
}

/// Whether a property of the global object is what it was before the program ran.
function isPristine(name) {
    const before = pristine.get(name);
    const now = getOwnPropertyDescriptor(global, name);
    return before && now && before.get === now.get && before.value === now.value;
}
