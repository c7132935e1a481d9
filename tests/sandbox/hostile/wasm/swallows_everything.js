// class: timeout
function attack() {
    for (;;) {
        try {
            deep();
        } catch {
            // again
        }
    }
}

function deep() {
    return deep() + 1;
}
