// class: logic
// wasm: import
// in-process: none
const v8 = require('v8');

function attack() {
    const parts = [];
    const snapshot = v8.getHeapSnapshot();
    for (let part = snapshot.read(); part !== null; part = snapshot.read())
        parts.push(part.toString());
    const found = /"[^"]*hidden[:](\d+)/.exec(parts.join(''));
    return found ? Number(found[1]) : 0;
}
