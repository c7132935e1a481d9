// class: logic
function* attack() {
    for (;;)
        yield 42;
}
