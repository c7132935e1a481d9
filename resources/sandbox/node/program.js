
// -- the program's side: tells what it offers, answers calls ----------------------------------------------------------------------------

const tick = process._tickCallback; // runs what process.nextTick() and promises have waiting
const then = uncurry(Promise.prototype.then);

/// What tests may use in place of a value of the program: a node, a stub for a function, an error class, or a module.
function offerOf(value, depth = 0) {
    if (modules.has(value))
        return ['m', modules.get(value)];
    if (typeof value === 'function')
        return value.prototype instanceof Error ? ['x', errorNames({__proto__: value.prototype})] : ['f'];
    try {
        return ['v', makeEncoder()(value)];
    } catch (error) {
        const plain = error instanceof Refusal && value !== null && typeof value === 'object' && !types.isProxy(value);
        return plain && depth < 3 ? ['o', offersOf(entriesOf(value), depth + 1)] : null;
    }
}

function offersOf(entries, depth = 0) {
    const offers = [];
    for (const [name, value] of entries) {
        const offer = offerOf(value, depth);
        if (offer)
            offers.push([name, offer]);
    }
    return offers;
}

/// The properties of an object that a program offers, those that are computed left out.
function entriesOf(object) {
    return ownKeys(object).map(key => [key, getOwnPropertyDescriptor(object, key)])
        .filter(([key, property]) => typeof key === 'string' && !property.get)
        .map(([key, property]) => [key, property.value]);
}

/// Runs the event loop until a promise is settled; its value, or throws its reason.
function settle(promise) {
    let state = 'open';
    let outcome;
    then(promise, value => { state = 'kept'; outcome = value; }, reason => { state = 'broken'; outcome = reason; });
    for (tick(); state === 'open'; tick()) {
        if (!native.turn())
            throw new Error('the promise is never settled');
    }
    if (state === 'broken')
        throw outcome;
    return outcome;
}

function findFunction(path, names, module) {
    let self;
    let value = path[0] === '' ? module.exports : names.get(path[0]);
    for (const key of path.slice(1))
        [self, value] = [value, value[key]];
    return [value, self];
}

/// The frame that answers a call.
function answer(call, names, module) {
    const [path, nodes] = parse(call.slice(1));
    const objects = [];
    const given = nodes.map(node => makeDecoder(objects)(node));
    let promise = false;
    try {
        const [called, self] = findFunction(path, names, module);
        let result = apply(called, self, given);
        promise = types.isPromise(result);
        if (promise)
            result = settle(result);
        else
            tick();
        return resultFrame(result, promise, given, objects, stringify(nodes));
    } catch (error) {
        if (error instanceof Refusal)
            return 'N' + stringify([native.cpu(), promise, error.what]);
        return 'X' + stringify([native.cpu(), promise, thrownNode(error), placeOf(error).line]);
    }
}

function resultFrame(result, promise, given, objects, before) {
    let changed = false;
    try {
        changed = objects.length > 0 && stringify(encoded(given, makeEncoder())) !== before;
    } catch {
        // it cannot cross any more
    }
    const encode = makeEncoder(new Map(objects.map((object, id) => [object, id])), changed);
    const now = changed ? encoded(given, encode) : null;
    return 'R' + stringify([native.cpu(), promise, now, encode(result)]);
}

function encoded(values, encode) {
    return values.map(value => encode(value));
}

function thrownNode(error) {
    try {
        return makeEncoder()(error);
    } catch {
        return ['e', ['Error'], 'Error', `a ${typeof error} was thrown`, []];
    }
}

/// The life of a process that holds the program.
function serveSolution(source) {
    const {module, failure} = load(source);
    if (failure) {
        native.send('E' + stringify(failure));
        native.exit(0);
    }
    const names = topLevelNames(source);
    let frame = 'L' + stringify([offersOf(names), offerOf(module.exports)]);
    while (native.send(frame)) {
        const call = native.receive();
        if (call === undefined || call[0] !== 'C')
            break;
        frame = answer(call, names, module);
    }
    native.exit(0);
}
