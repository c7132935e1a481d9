// class: logic
// wasm: runtime
// tampering
process.on('exit', () => process.reallyExit(0));

function attack() {
    process.exit(1);
}
