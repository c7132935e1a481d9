// class: forbidden
class Solution {
    static int attack() {
        while (true)
            System.out.println("and so on, and on, and on");
    }
}
