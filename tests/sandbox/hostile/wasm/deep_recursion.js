// class: runtime
function attack() {
    return JSON.stringify(deep(0));
}

function deep(n) {
    return [deep(n + 1)];
}
