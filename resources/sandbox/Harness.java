package autodidact;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Runs the tests of one attempt, each by its turn, and reports each on what is the standard output when main begins.
 *
 * Pipe and nonce live in local variables only, and nothing here has a field that leads to them: a program in the same
 * virtual machine finds neither. The module is not open, so that reflection stays out of what is private.
 */
public final class Harness {
    private static final int MEMORY_EXIT = 87;
    private static final String[] SPECIAL = {"AssertionError", "Tampering", "MemoryError", "SystemExit", "ImportError",
        "ModuleNotFoundError", "SyntaxError", "IndentationError", "TabError"};

    private Harness() {
    }

    public static void main(String[] arguments) throws IOException {
        InputStream input = new FileInputStream(FileDescriptor.in);
        DataInputStream in = new DataInputStream(input);
        long first = Long.reverseBytes(in.readLong());
        long second = Long.reverseBytes(in.readLong());
        Attempt attempt = new Attempt(in);
        FileOutputStream pipe = new FileOutputStream(FileDescriptor.out);
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        System.setOut(output);
        System.setErr(output);
        System.setIn(new ByteArrayInputStream(new byte[0]));
        Libraries.take();
        Clock.cpuNanos(); // bound before anything of the program's is
        AttemptLoader loader = new AttemptLoader(attempt.classes);
        try {
            Report.write(pipe, first, second, Report.TEXT, 0, 0, "started", "");
            for (int i = 0; i < attempt.tests.length; ++i) {
                long begin = Clock.cpuNanos();
                Throwable thrown = outcome(loader, attempt.tests[i], i);
                long us = (Clock.cpuNanos() - begin) / 1000;
                if (thrown == null)
                    Report.write(pipe, first, second, Report.PASSED, i, us);
                else
                    Report.write(pipe, first, second, Report.FAILED, i, us, describe(thrown, attempt.tests[i].type()));
            }
            output.flush();
            Report.write(pipe, first, second, Report.TEXT, attempt.tests.length, 0, "finished", "");
        } catch (OutOfMemoryError error) {
            Runtime.getRuntime().halt(MEMORY_EXIT);
        } finally {
            Runtime.getRuntime().halt(0); // no hook of the program's runs
        }
    }

    private static Throwable outcome(AttemptLoader loader, Attempt.Test test, int index) {
        try {
            Method method = Class.forName(test.type(), true, loader).getMethod(test.method(), test.takesArguments()
                ? new Class<?>[] {String[].class} : new Class<?>[0]);
            Checks.expect(index);
            method.invoke(null, test.takesArguments() ? new Object[] {new String[0]} : new Object[0]);
            return Checks.enteredOnce() ? null : new Tampering("the program ran the tests itself");
        } catch (InvocationTargetException error) {
            return Checks.enteredOnce() ? cause(error.getCause()) : new Tampering("the program ran the tests itself");
        } catch (Throwable error) {
            return cause(error);
        }
    }

    /** What an initializer of a class threw counts, not that it was an initializer. */
    private static Throwable cause(Throwable thrown) {
        while (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null)
            thrown = thrown.getCause();
        return thrown;
    }

    private static String[] describe(Throwable thrown, String test) {
        String expected = "";
        String actual = "";
        if (thrown instanceof Failure failure) {
            expected = failure.expected;
            actual = failure.actual;
        }
        int testLine = 0;
        int line = 0;
        for (StackTraceElement frame : trace(thrown)) {
            String file = frame.getFileName();
            if (line == 0 && testLine == 0 && "program.java".equals(file))
                line = frame.getLineNumber();
            if (testLine == 0 && frame.getClassName().startsWith(test))
                testLine = frame.getLineNumber();
        }
        return new String[] {typeOf(thrown), message(thrown), expected, actual, Integer.toString(testLine), Integer.toString(line)};
    }

    private static StackTraceElement[] trace(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable error) { // the program's class may do as it likes
            return new StackTraceElement[0];
        }
    }

    private static String typeOf(Throwable thrown) {
        if (thrown instanceof Tampering)
            return "Tampering";
        if (thrown instanceof AssertionError)
            return "AssertionError";
        if (thrown instanceof OutOfMemoryError)
            return "MemoryError";
        String name = thrown.getClass().getSimpleName();
        for (String special : SPECIAL) {
            if (special.equals(name))
                return "a " + name;
        }
        return name.isEmpty() ? thrown.getClass().getName() : name;
    }

    private static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable error) {
            return "";
        }
    }
}
