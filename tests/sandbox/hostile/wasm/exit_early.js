// class: logic
// tampering
function attack() {
    process.exit(0);
}
