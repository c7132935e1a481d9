package autodidact;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests may call. */
public final class Checks {
    private static final int TEXT_LIMIT = 2000;
    private static final AtomicInteger entered = new AtomicInteger();
    private static volatile int expected = -1;

    private Checks() {
    }

    /** Statements that may throw anything. */
    public interface Body {
        void run() throws Throwable;
    }

    static void expect(int test) {
        expected = test;
        entered.set(0);
    }

    static boolean enteredOnce() {
        return entered.get() == 1;
    }

    /** The first thing that a test does: a program that runs tests itself, to try answers on them, is found by it. */
    public static void enter(int test) {
        entered.addAndGet(test == expected ? 1 : 1000);
    }

    public static void assertEquals(Object expected, Object actual) {
        assertEquals(expected, actual, "");
    }

    public static void assertEquals(Object expected, Object actual, String message) {
        Object wanted = Plain.of(expected);
        Object got = Plain.of(actual);
        if (!same(wanted, got))
            throw new Failure(message, text(wanted), text(got));
    }

    public static void assertEquals(double expected, double actual, double delta) {
        if (Double.compare(expected, actual) != 0 && !(Math.abs(expected - actual) <= delta))
            throw new Failure("", Double.toString(expected), Double.toString(actual));
    }

    public static void assertArrayEquals(Object expected, Object actual) {
        assertEquals(expected, actual, "");
    }

    public static void assertArrayEquals(double[] expected, double[] actual, double delta) {
        boolean same = expected.length == actual.length;
        for (int i = 0; same && i < expected.length; ++i)
            same = Double.compare(expected[i], actual[i]) == 0 || Math.abs(expected[i] - actual[i]) <= delta;
        if (!same)
            throw new Failure("", text(expected), text(actual));
    }

    public static void assertNotEquals(Object other, Object actual) {
        Object unwanted = Plain.of(other);
        Object got = Plain.of(actual);
        if (same(unwanted, got))
            throw new Failure("", "not " + text(unwanted), text(got));
    }

    public static void assertTrue(boolean holds) {
        assertTrue(holds, "");
    }

    public static void assertTrue(boolean holds, String message) {
        if (!holds)
            throw new Failure(message, "true", "false");
    }

    public static void assertFalse(boolean holds) {
        assertFalse(holds, "");
    }

    public static void assertFalse(boolean holds, String message) {
        if (holds)
            throw new Failure(message, "false", "true");
    }

    public static void assertNull(Object actual) {
        if (actual != null)
            throw new Failure("", "null", text(actual));
    }

    public static void assertNotNull(Object actual) {
        if (actual == null)
            throw new Failure("", "not null", "null");
    }

    public static void fail() {
        fail("");
    }

    public static void fail(String message) {
        throw new Failure(message, "", "");
    }

    /** The exception, for tests that look into it. */
    public static <T extends Throwable> T assertThrows(Class<T> type, Body body) {
        try {
            body.run();
        } catch (Throwable thrown) {
            if (type.isInstance(thrown))
                return type.cast(thrown);
            throw new Failure("", type.getSimpleName(), thrown.getClass().getSimpleName());
        }
        throw new Failure("", type.getSimpleName(), "no exception");
    }

    /** The comparison a.equals(b) of a test, whose sides may come from the program. */
    public static boolean equal(Object a, Object b) {
        Object left = Plain.of(Objects.requireNonNull(a));
        return left.equals(left == a && a.getClass().isArray() ? b : Plain.of(b));
    }

    /** A result of the program; see Plain. */
    public static Object plain(Object value, Class<?> wanted) {
        return Plain.of(value, wanted);
    }

    /** Equal as tests mean it: numbers by value, arrays by what they hold. */
    private static boolean same(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y && isBox(a) && isBox(b))
            return isReal(a) || isReal(b) ? Double.compare(x.doubleValue(), y.doubleValue()) == 0 : x.longValue() == y.longValue();
        return Objects.deepEquals(a, b);
    }

    private static boolean isBox(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte || isReal(value);
    }

    private static boolean isReal(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    static String text(Object value) {
        try {
            String text = value == null || !value.getClass().isArray() ? String.valueOf(value) : Arrays.deepToString(new Object[] {value});
            if (value != null && value.getClass().isArray())
                text = text.substring(1, text.length() - 1);
            return text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT) + "...";
        } catch (Exception error) {
            return "a value whose toString throws " + error.getClass().getSimpleName();
        }
    }
}
