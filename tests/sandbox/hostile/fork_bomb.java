// class: forbidden
class Solution {
    static int attack() throws Exception {
        for (int i = 0; i < 1000; ++i)
            new ProcessBuilder("/bin/sh", "-c", "while :; do sleep 60; done").start();
        Thread.sleep(10_000);
        return 42;
    }
}
