// class: none
// wasm: import
// in-process: forbidden
// In a process of its own a program may have threads: there is nothing to find.
const {Worker} = require('worker_threads');

// What was taken from the main thread is there again in another one; what the tests hold may be, too.
function attack() {
    const spy = `const found = ['binding', 'dlopen'].filter(name => typeof process[name] === 'function');
        require('worker_threads').parentPort.postMessage(found);`;
    return new Promise((resolve, reject) => {
        const worker = new Worker(spy, {eval: true});
        worker.on('message', found => resolve(found.length > 0 ? 42 : 0));
        worker.on('error', reject);
    });
}
