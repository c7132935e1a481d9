// Puts programs to tests the way the sandbox does: program and tests apart, values cross by copy.
// Jobs come in as JSON on stdin, outcomes go out as JSON on stdout; programs.py says what both are.
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const vm = require("node:vm");

// A deep copy of a plain value; its source also runs in the program's own realm.
function crossed(value) {
    if (value === null || !["object", "function", "symbol"].includes(typeof value))
        return value;
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    const prototype = Object.getPrototypeOf(value);
    if (typeof value !== "object" || (prototype && prototype.constructor.name !== kind))
        throw new TypeError("a value of type " + kind + " cannot cross");
    if (kind === "Date")
        return new Date(value.getTime());
    if (kind === "Map")
        return new Map(Array.from(value, pair => [crossed(pair[0]), crossed(pair[1])]));
    if (kind === "Set")
        return new Set(Array.from(value, crossed));
    if (kind !== "Array" && kind !== "Object")
        throw new TypeError("a value of type " + kind + " cannot cross");
    const copy = kind === "Array" ? new Array(value.length) : {};
    for (const key of Object.keys(value))
        copy[key] = crossed(value[key]);
    return copy;
}

function copyBack(near, far) {
    if (near === null || typeof near !== "object")
        return;
    const copy = crossed(far);
    if (near instanceof Date) {
        near.setTime(copy.getTime());
    } else if (near instanceof Map || near instanceof Set) {
        near.clear();
        const add = (value, key) => (near instanceof Map ? near.set(key, value) : near.add(value));
        copy.forEach(add);
    } else {
        Object.keys(near).forEach(key => delete near[key]);
        if (Array.isArray(near))
            near.length = copy.length;
        Object.assign(near, copy);
    }
}

function errorOf(far) {
    const known = { TypeError, RangeError, SyntaxError, ReferenceError };
    const name = far && far.name;
    return new (known[name] || Error)(far && far.message !== undefined ? far.message : String(far));
}

// The entry point as the test side sees it, from a realm of its own.
function bridged(job) {
    const realm = vm.createContext({});
    const toFar = vm.runInContext("(" + crossed + ")", realm);
    const source = job.program + "\n;globalThis.entryPoint = " + job.entry_point + ";";
    vm.runInContext(source, realm, { timeout: 1000 * job.seconds });
    return (...args) => {
        const far = args.map(toFar);
        try {
            return crossed(realm.entryPoint(...far));
        } catch (error) {
            throw errorOf(error);
        } finally {
            args.forEach((argument, index) => copyBack(argument, far[index]));
        }
    };
}

// null where the test is green, else a reason in one line.
function failure(job, test) {
    try {
        const call = new Function("assert", job.entry_point, "\"use strict\";\n" + test.code);
        const entry = bridged(job);
        globalThis.currentTest = () => call(assert, entry);
        vm.runInThisContext("currentTest()", { timeout: 1000 * job.seconds });
        return null;
    } catch (error) {
        if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
            return "no answer within " + job.seconds + " s";
        return (error.name + ": " + error.message).split("\n").slice(0, 6).join(" ");
    }
}

function outcome(job) {
    try {
        new vm.Script(job.program);
    } catch (error) {
        return { broken: String(error), red: [] };
    }
    const red = [];
    for (const test of job.tests) {
        const reason = failure(job, test);
        if (reason !== null)
            red.push([test.name, reason]);
        if (red.length > 0 && job.first_red)
            break;
    }
    return { broken: null, red };
}

process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf-8")).map(outcome)));
