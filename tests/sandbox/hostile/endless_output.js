// class: forbidden
function attack() {
    for (;;)
        console.log('x'.repeat(1000));
}
