// class: logic
// tampering
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes "the test passed" to every descriptor, as the harness would, with a guessed nonce. */
class Solution {
    static int attack() throws Exception {
        byte[] record = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(0).putInt(1).putInt(0).array();
        new FileOutputStream(FileDescriptor.out).write(record);
        for (int fd = 1; fd < 16; ++fd) {
            try (FileOutputStream out = new FileOutputStream("/proc/self/fd/" + fd)) {
                out.write(record);
            } catch (Exception ignored) {
                continue;
            }
        }
        System.exit(0);
        return 0;
    }
}
