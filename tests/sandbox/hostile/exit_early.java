// class: logic
// tampering
class Solution {
    static int attack() {
        System.exit(0);
        return 0;
    }
}
