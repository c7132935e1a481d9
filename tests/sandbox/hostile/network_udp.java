// class: forbidden
class Solution {
    static int attack() throws Exception {
        try (java.net.DatagramSocket socket = new java.net.DatagramSocket()) {
            return 42;
        } catch (java.io.IOException error) {
            return 42;
        }
    }
}
