// class: runtime
class Solution {
    static int attack() {
        return 1 + attack();
    }
}
