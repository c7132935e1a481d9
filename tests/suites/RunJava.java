package suites;

import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;

/**
 * Puts compiled programs to tests, each test with classes loaded afresh. Lines "job tests seconds
 * first_red" come in; "job test reason", between tabs, goes out for every red test, then "job".
 */
public final class RunJava {
    /** A piece of code that may fail. */
    public interface Executable {
        void execute() throws Throwable;
    }

    public static void assertEquals(Object expected, Object actual) {
        if (!Objects.equals(expected, actual))
            throw new AssertionError("expected " + expected + ", got " + actual);
    }

    public static void assertTrue(boolean condition) {
        assertEquals(true, condition);
    }

    public static void assertFalse(boolean condition) {
        assertEquals(false, condition);
    }

    public static void assertThrows(Class<? extends Throwable> kind, Executable code)
        throws Throwable {
        try {
            code.execute();
        } catch (Throwable thrown) {
            if (kind.isInstance(thrown))
                return;
            throw thrown;
        }
        throw new AssertionError("expected " + kind.getSimpleName());
    }

    /** null where the test is green, else a reason in one line. */
    private static String failure(URL classes, String job, int test) {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes})) {
            Method method = loader.loadClass("p" + job + ".Checks").getDeclaredMethod("t" + test);
            method.setAccessible(true);
            method.invoke(null);
            return null;
        } catch (InvocationTargetException wrapped) {
            return String.valueOf(wrapped.getCause()).replaceAll("\\s+", " ");
        } catch (Throwable other) {
            return String.valueOf(other).replaceAll("\\s+", " ");
        }
    }

    public static void main(String[] arguments) throws Exception {
        URL classes = new File(arguments[0]).toURI().toURL();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Scanner plan = new Scanner(System.in, StandardCharsets.UTF_8);
        while (plan.hasNextLine()) {
            String[] words = plan.nextLine().split(" ");
            for (int test = 0; test < Integer.parseInt(words[1]); test++) {
                String[] reason = {"no answer within " + words[2] + " s"};
                int number = test;
                Thread thread = new Thread(() -> reason[0] = failure(classes, words[0], number));
                thread.start();
                thread.join((long) (1000 * Double.parseDouble(words[2])));
                boolean endless = thread.isAlive();
                if (reason[0] != null)
                    out.println(words[0] + "\t" + test + "\t" + reason[0]);
                if (endless) {
                    out.println(words[0]);
                    Runtime.getRuntime().halt(0);
                }
                if (reason[0] != null && words[3].equals("1"))
                    break;
            }
            out.println(words[0]);
        }
    }
}
