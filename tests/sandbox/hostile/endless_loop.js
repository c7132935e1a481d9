// class: timeout
function attack() {
    for (;;)
        ;
}
