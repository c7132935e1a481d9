// class: logic
import java.nio.file.Files;
import java.nio.file.Path;

class Solution {
    static int attack() {
        for (String path : new String[] {"/etc/shadow", "/root/.bashrc", "/home", "/sys/kernel/security", "/proc/kcore", "/var/lib"}) {
            if (Files.isReadable(Path.of(path)))
                return 42;
        }
        return 0;
    }
}
