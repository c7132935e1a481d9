// class: runtime
function attack() {
    process.abort();
}
