// class: none
// wasm: runtime
// in-process: forbidden
// In a process of its own a program may have threads: there is nothing to find.
const fs = require('fs');

// A module of the other kind has names of its own for what Node.js offers.
async function attack() {
    fs.writeFileSync('/work/way.cjs', `module.exports = () => import('/work/way.mjs');`);
    fs.writeFileSync('/work/way.mjs', `import {Worker} from 'node:worker_threads';
        export const begin = () => new Promise(resolve => new Worker('require("worker_threads").parentPort.postMessage(1)', {eval: true})
            .on('message', () => resolve(42)));`);
    return (await require('/work/way.cjs')()).begin();
}
