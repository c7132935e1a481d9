// class: forbidden
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

class Solution {
    static int attack() throws Exception {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of("/run/dbus/system_bus_socket"));
        } catch (java.io.IOException error) {
            return 42;
        }
        return 42;
    }
}
