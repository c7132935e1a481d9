package autodidact;

/** A program that wants to pass without being right. */
final class Tampering extends AssertionError {
    private static final long serialVersionUID = 1;

    Tampering(String message) {
        super(message);
    }
}
