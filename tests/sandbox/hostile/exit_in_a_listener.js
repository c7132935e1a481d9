// class: logic
// tampering
process.on('exit', () => process.reallyExit(0));

function attack() {
    process.exit(1);
}
