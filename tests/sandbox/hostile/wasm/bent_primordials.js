// class: runtime
// split only
const real = JSON.stringify;
JSON.stringify = value => real([0, false, null, 42]);
Array.prototype.map = () => [];
Object.is = () => true;
Map.prototype.get = () => undefined;
function attack() {
    return 0;
}
