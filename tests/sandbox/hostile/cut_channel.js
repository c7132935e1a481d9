// class: logic
// wasm: none
// tampering
const fs = require('fs');

function attack() {
    for (let fd = 3; fd < 64; ++fd) {
        try {
            fs.closeSync(fd);
        } catch {
            // not open
        }
    }
    return 42;
}
