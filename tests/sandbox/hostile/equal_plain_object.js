// class: logic
function attack() {
    const answer = {valueOf: () => 42, toString: () => '42', toJSON: () => 42};
    Object.defineProperty(answer, Symbol.toPrimitive, {value: () => 42});
    return answer;
}
