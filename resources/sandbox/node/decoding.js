
// -- from JSON back to values, built from the built-in types alone: whatever arrives, no object that lies about itself can ----

class Malformed extends Error {}

const revivedTypes = new Map();

/// A class of the tests' side for an error class of the solution's.
function errorClass(names) {
    let type = errorTypes.get(names[names.length - 1]) ?? Error;
    let path = type.name;
    for (const name of names.slice(0, -1).reverse()) {
        path += `.${name}`;
        if (!revivedTypes.has(path)) {
            const revived = class extends type {};
            defineProperty(revived, 'name', {value: String(name)});
            revivedTypes.set(path, revived);
        }
        type = revivedTypes.get(path);
    }
    return type;
}

function expect(ok) {
    if (!ok)
        throw new Malformed('no value');
}

function setOwn(object, key, value) {
    defineProperty(object, key, {value, writable: true, enumerable: true, configurable: true});
}

function clear(object) {
    for (const key of ownKeys(object))
        deleteProperty(object, key);
}

/// A function that turns nodes into values. objects: by number, those that are known already; new ones are appended.
function makeDecoder(objects) {
    function value(node) {
        if (!isArray(node)) {
            expect(node === null || typeof node !== 'object');
            return node;
        }
        switch (node[0]) {
        case 'u': return undefined;
        case 'n': expect(node[1] === 'NaN' || node[1] === '-0' || /^-?Infinity$/.test(node[1])); return Number(node[1]);
        case 'i': return BigInt(String(node[1]));
        case 'r': expect(objects[node[1]]); return objects[node[1]];
        case 'k': expect(objects[node[1]]); return fill(objects[node[1]], node[2]);
        default: return fill(null, node);
        }
    }

    function made(object) {
        objects.push(object);
        return object;
    }

    /// Makes an object of what a node says, or gives that content to one that is there.
    function fill(there, node) {
        expect(isArray(node));
        const parts = node[1];
        switch (node[0]) {
        case 'a': expect(isArray(parts) && (!there || isArray(there))); return fillArray(there ?? made([]), parts, node[2] ?? []);
        case 'o': return fillObject(there ?? made(parts ? {__proto__: null} : {}), node[2]);
        case 'm': expect(isArray(parts) && (!there || types.isMap(there))); return fillMap(there ?? made(new Map()), parts);
        case 's': expect(isArray(parts) && (!there || types.isSet(there))); return fillSet(there ?? made(new Set()), parts);
        case 'd': return fillDate(there ?? made(new Date(0)), value(parts));
        case 't': return fillBytes(there, String(parts), bytesFrom(String(node[2]), 'base64'));
        case 'x': return fillPattern(there, node);
        case 'y': return fillBuffer(there, bytesFrom(String(parts), 'base64'));
        case 'g': expect(isArray(parts)); return fillIterator(parts);
        case 'e': return there ?? fillError(node);
        default: throw new Malformed('no value');
        }
    }

    function fillArray(array, items, extra) {
        clear(array);
        array.length = items.length;
        for (let i = 0; i < items.length; ++i) {
            if (!isArray(items[i]) || items[i][0] !== 'h')
                array[i] = value(items[i]);
        }
        return fillProperties(array, extra);
    }

    function fillObject(object, parts) {
        clear(object);
        return fillProperties(object, parts);
    }

    function fillProperties(object, parts) {
        expect(isArray(parts) && parts.length % 2 === 0);
        for (let i = 0; i < parts.length; i += 2)
            setOwn(object, String(parts[i]), value(parts[i + 1]));
        return object;
    }

    function fillMap(map, parts) {
        map.clear();
        for (let i = 0; i + 1 < parts.length; i += 2)
            map.set(value(parts[i]), value(parts[i + 1]));
        return map;
    }

    function fillSet(set, parts) {
        set.clear();
        for (const part of parts)
            set.add(value(part));
        return set;
    }

    function fillDate(date, time) {
        expect(typeof time === 'number' && types.isDate(date));
        date.setTime(time);
        return date;
    }

    function fillBytes(there, name, bytes) {
        const type = typedArrays.get(name);
        expect(type && (!there || there instanceof type));
        const size = type.BYTES_PER_ELEMENT ?? 1;
        const array = there ?? made(type === Buffer ? Buffer.alloc(bytes.length) : new type(Math.floor(bytes.length / size)));
        expect(array.byteLength === bytes.length);
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(bytes);
        return array;
    }

    function fillBuffer(there, bytes) {
        const buffer = there ?? made(new ArrayBuffer(bytes.length));
        expect(types.isArrayBuffer(buffer) && buffer.byteLength === bytes.length);
        new Uint8Array(buffer).set(bytes);
        return buffer;
    }

    function fillPattern(there, node) {
        const pattern = there ?? made(new RegExp(String(node[1]), String(node[2])));
        expect(types.isRegExp(pattern));
        pattern.lastIndex = Number(node[3]);
        return pattern;
    }

    function fillIterator(parts) {
        const items = [];
        const place = objects.push(null) - 1;
        for (const part of parts)
            items.push(value(part));
        return objects[place] = arrayIterator(items);
    }

    function fillError([, names, name, message, parts]) {
        expect(isArray(names) && names.length > 0 && isArray(parts));
        const type = name === 'AssertionError' ? AssertionError : errorClass(names.map(String));
        const error = made(construct(type, type === AssertionError ? [{message: String(message)}] : [String(message)]));
        for (let i = 0; i + 1 < parts.length; i += 2)
            setOwn(error, String(parts[i]), makeDecoder([])(parts[i + 1]));
        if (error.name !== name)
            defineProperty(error, 'name', {value: String(name), writable: true, configurable: true});
        return error;
    }

    return value;
}
