package autodidact.compiler;

import java.net.URI;

import javax.tools.SimpleJavaFileObject;

/** A source that lies in no file. */
final class SourceText extends SimpleJavaFileObject {
    final int unit; ///< -1 for the program, else the number of the test
    private final String text;

    SourceText(String name, int unit, String text) {
        super(URI.create("memory:///" + name), Kind.SOURCE);
        this.unit = unit;
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** A public class may have any name. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return true;
    }

    /** From 1. Tabs count as one, unlike with javac. */
    int column(long position) {
        int at = (int) Math.min(Math.max(position, 0), text.length());
        return at - text.lastIndexOf('\n', at - 1);
    }

    boolean isImport(long position) {
        int at = (int) Math.min(Math.max(position, 0), text.length());
        return text.substring(text.lastIndexOf('\n', at - 1) + 1).stripLeading().startsWith("import");
    }
}
