package autodidact;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What an attempt is made of, as it comes on the standard input after the nonce. */
final class Attempt {
    /** A test: a class of the tests, and its method without result. */
    record Test(String type, String method, boolean takesArguments) {
    }

    final Map<String, byte[]> classes = new HashMap<>();
    final Test[] tests;

    Attempt(DataInputStream in) throws IOException {
        for (int count = in.readInt(); count > 0; --count) {
            String name = text(in);
            classes.put(name, bytes(in));
        }
        tests = new Test[in.readInt()];
        for (int i = 0; i < tests.length; ++i)
            tests[i] = new Test(text(in), text(in), in.readBoolean());
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), java.nio.charset.StandardCharsets.UTF_8);
    }
}
