// class: timeout
class Solution {
    static int attack() {
        while (true) {
        }
    }
}
