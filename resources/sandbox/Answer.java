package autodidact.compiler;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of a job (reason: the package where it was compiled, else what stands against it); bytes() in the order of readAnswer() in core/runners/javacompiler.cpp. */
record Answer(Outcome outcome, String reason, List<Message> messages, Map<String, byte[]> classes) {
    enum Outcome { COMPILED, SYNTAX, ERRORS, TAMPERING, GAVE_UP }

    /** unit: -1 for the program, else the number of the test. */
    record Message(boolean error, String code, int unit, int line, int column, boolean inImport, String text) {
    }

    static Answer gaveUp(String reason) {
        return new Answer(Outcome.GAVE_UP, reason, List.of(), Map.of());
    }

    static Answer tampering(String reason) {
        return new Answer(Outcome.TAMPERING, reason, List.of(), Map.of());
    }

    static Answer errors(Outcome outcome, List<Message> messages) {
        return new Answer(outcome, "", new ArrayList<>(messages), Map.of());
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(outcome.ordinal());
        out.writeLong(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        text(out, reason);
        out.writeInt(messages.size());
        for (Message message : messages) {
            out.writeBoolean(message.error());
            text(out, message.code());
            out.writeInt(message.unit());
            out.writeInt(message.line());
            out.writeInt(message.column());
            out.writeBoolean(message.inImport());
            text(out, message.text());
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> type : classes.entrySet()) {
            text(out, type.getKey());
            out.writeInt(type.getValue().length);
            out.write(type.getValue());
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
