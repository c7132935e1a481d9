// class: memory
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

class Solution {
    static int attack() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(new byte[8 << 20]);
        }
        List<byte[]> unpacked = new ArrayList<>();
        while (true) {
            byte[] large = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes();
            for (int i = 0; i < 8; ++i)
                unpacked.add(large.clone());
        }
    }
}
