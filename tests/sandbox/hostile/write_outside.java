// class: runtime
class Solution {
    static int attack() throws Exception {
        java.nio.file.Files.writeString(java.nio.file.Path.of("/usr/lib/left"), "here");
        return 42;
    }
}
