// class: forbidden
// wasm: import
const {spawn} = require('child_process');

function attack() {
    for (;;)
        spawn('/bin/sh', ['-c', 'sleep 100 & sleep 100']);
}
