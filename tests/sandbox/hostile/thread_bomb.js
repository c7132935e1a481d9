// class: forbidden
// wasm: import
const {Worker} = require('worker_threads');

async function attack() {
    for (let i = 0; i < 100; ++i)
        new Worker('setInterval(() => {}, 1000)', {eval: true});
    return new Promise(() => setInterval(() => {}, 1000));
}
