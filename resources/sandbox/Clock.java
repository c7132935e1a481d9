package autodidact;

/** CPU time, in a library of the virtual machine that attempts run in. */
final class Clock {
    static {
        System.load(System.getProperty("java.home") + "/lib/autodidact_java.so");
    }

    private Clock() {
    }

    /** What this process has used so far, the machine's own threads included. */
    static native long cpuNanos();
}
