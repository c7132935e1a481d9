// class: logic
// wasm: runtime
// tampering
// in-process: skip
const fs = require('fs');

function attack() {
    const frame = Buffer.from('X[0,false,["e",["__proto__"],"a",{"b":1},[["r",9],["k",0,["o"]]]],0]');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(frame.length);
    fs.writeSync(3, Buffer.concat([size, frame]));
    return 42;
}
