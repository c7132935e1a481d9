// class: runtime
import java.nio.file.Files;
import java.nio.file.Path;

class Solution {
    static int attack() throws Exception {
        Path link = Files.createSymbolicLink(Path.of("/work/out"), Path.of("/usr/lib"));
        Files.writeString(link.resolve("left"), "here");
        return 42;
    }
}
