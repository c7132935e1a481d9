// class: logic
// tampering
function attack() {
    process.reallyExit(0);
}
