// class: timeout
function attack() {
    return new Promise(() => setInterval(() => {}, 10));
}
