package autodidact.compiler;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** Compiles one job after the other: program and tests to classes, all in memory. Never runs anything of a job. */
public final class CompilerServer {
    private CompilerServer() {
    }

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(System.err);
        Compiler compiler = new Compiler(arguments[0]);
        compiler.compile(Job.sample());
        for (;;) {
            Job job;
            try {
                job = new Job(in);
            } catch (EOFException end) {
                return;
            }
            byte[] answer = answerTo(compiler, job);
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }

    private static byte[] answerTo(Compiler compiler, Job job) throws IOException {
        try {
            return compiler.compile(job).bytes();
        } catch (RuntimeException | Error error) {
            return Answer.gaveUp(isExhaustion(error) ? "the program is too large or nested too deeply for the compiler"
                : "the compiler failed: " + error).bytes();
        }
    }

    private static boolean isExhaustion(Throwable thrown) {
        return thrown instanceof VirtualMachineError || thrown.getCause() != null && isExhaustion(thrown.getCause());
    }
}
