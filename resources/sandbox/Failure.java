package autodidact;

/** A failed check, with what it compared. */
final class Failure extends AssertionError {
    private static final long serialVersionUID = 1;
    final transient String expected;
    final transient String actual;

    Failure(String message, String expected, String actual) {
        super(message);
        this.expected = expected;
        this.actual = actual;
    }
}
