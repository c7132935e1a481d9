package autodidact.compiler;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program and the compilation units of its tests. */
final class Job {
    /** A unit of tests; whole: it is a unit with a class Main, not made by the core. */
    record Unit(String source, boolean whole) {
    }

    final String program;
    final List<String> expectedTypes = new ArrayList<>(); ///< names that the task itself asks the program to declare
    final List<Unit> tests = new ArrayList<>();

    Job(DataInputStream in) throws IOException {
        program = text(in);
        for (int count = in.readInt(); count > 0; --count)
            expectedTypes.add(text(in));
        for (int count = in.readInt(); count > 0; --count)
            tests.add(new Unit(text(in), in.readBoolean()));
    }

    private Job(String program, String test) {
        this.program = program;
        tests.add(new Unit(test, true));
    }

    /** Something to get warm on. */
    static Job sample() {
        return new Job("import java.util.*;\nclass Solution { public List<Integer> f(List<Integer> values) { List<Integer> result = new"
            + " ArrayList<>(); for (int v : values) if (v % 2 == 0) result.add(v * 2); result.sort((a, b) -> b - a); return result; } }\n",
            "public class Main { public static void main(String[] args) { Solution s = new Solution(); List<Boolean> correct ="
            + " Arrays.asList(s.f(Arrays.asList(1, 2)).equals(Arrays.asList(4))); if (correct.contains(false)) throw new AssertionError(); } }\n");
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
