// class: forbidden
class Solution {
    static int attack() {
        for (int i = 0; i < 5000; ++i) {
            new Thread(() -> {
                while (true)
                    Thread.yield();
            }).start();
        }
        return 42;
    }
}
