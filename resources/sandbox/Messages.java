package autodidact.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** What the compiler says of a job. */
final class Messages implements DiagnosticListener<JavaFileObject> {
    private final List<Answer.Message> all = new ArrayList<>();

    List<Answer.Message> all() {
        return all;
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Answer.Message::error);
    }

    boolean concernProgram() {
        return all.stream().anyMatch(message -> message.error() && message.unit() < 0);
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> found) {
        boolean error = found.getKind() == Diagnostic.Kind.ERROR;
        String text = found.getMessage(Locale.ENGLISH);
        if (!(found.getSource() instanceof SourceText source)) {
            if (error)
                all.add(new Answer.Message(true, String.valueOf(found.getCode()), -1, 0, 0, false, text));
            return;
        }
        all.add(new Answer.Message(error, String.valueOf(found.getCode()), source.unit, (int) Math.max(0, found.getLineNumber()),
            source.column(found.getPosition()), source.isImport(found.getPosition()), text));
    }
}
