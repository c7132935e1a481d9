// class: logic
// wasm: runtime
// tampering
function attack() {
    process.reallyExit(0);
}
