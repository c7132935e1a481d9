// class: memory
function attack() {
    const all = [];
    for (;;)
        all.push(Buffer.alloc(10_000_000, 1));
}
