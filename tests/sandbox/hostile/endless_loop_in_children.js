// class: timeout
// wasm: import
const {spawn} = require('child_process');

function attack() {
    for (let i = 0; i < 3; ++i)
        spawn('/bin/sh', ['-c', 'while :; do :; done']);
    return new Promise(() => setInterval(() => {}, 1000));
}
