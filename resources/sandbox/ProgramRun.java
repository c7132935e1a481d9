package autodidact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Runs a program that reads standard input and writes standard output, and says by its exit code how it failed: 87 no
 * memory, 1 anything else that was thrown, by whatever thread. ProgramRun CLASS
 */
public final class ProgramRun {
    private static final int FAILED_EXIT = 1;
    private static final int MEMORY_EXIT = 87;

    private ProgramRun() {
    }

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> end(thrown));
        try {
            Method main = Class.forName(arguments[0], true, ClassLoader.getSystemClassLoader()).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException error) {
            end(error.getCause());
        } catch (Throwable error) {
            end(error);
        }
    }

    private static void end(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ExceptionInInitializerError && cause.getCause() != null)
            cause = cause.getCause();
        int code = cause instanceof OutOfMemoryError ? MEMORY_EXIT : FAILED_EXIT;
        try {
            System.out.flush();
            if (code == FAILED_EXIT)
                System.err.println(shortTrace(cause));
        } catch (Throwable error) { // the program's class may do as it likes
            code = error instanceof OutOfMemoryError ? MEMORY_EXIT : FAILED_EXIT;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Its places first: people look at the last line for what was thrown. */
    private static String shortTrace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if ("program.java".equals(frame.getFileName()) && shown++ < 20)
                text.append("    at ").append(frame.getMethodName()).append(", line ").append(frame.getLineNumber()).append('\n');
        }
        return text.append(thrown).toString().replace('\r', ' ');
    }
}
