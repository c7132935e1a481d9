// class: forbidden
class Solution {
    static int attack() throws Exception {
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", 80)) {
            return 42;
        } catch (java.io.IOException error) {
            return 42;
        }
    }
}
