package autodidact.compiler;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The compiler of this virtual machine, kept warm. */
final class Compiler {
    /** What attempts have, as in core/runners/javatools.cpp: none of them costs time at the start of a machine. */
    static final String MODULES = "java.base,java.logging,java.net.http,java.sql,java.xml";

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(null, null, null));
    private final List<String> options;

    /** \p classPath has the classes that tests may call. */
    Compiler(String classPath) {
        options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-g:source,lines", "-implicit:none", "-XDstringConcat=inline",
            "-Xmaxerrs", "20", "--limit-modules", MODULES, "-cp", classPath);
    }

    Answer compile(Job job) throws IOException {
        List<SourceText> sources = new ArrayList<>();
        sources.add(new SourceText("program.java", -1, job.program));
        for (Job.Unit unit : job.tests)
            sources.add(new SourceText("test" + (sources.size() - 1) + ".java", sources.size() - 1, unit.source()));
        files.clear();
        Messages messages = new Messages();
        JavacTask task = (JavacTask) compiler.getTask(null, files, messages, options, null, sources);
        List<JCCompilationUnit> units = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse())
            units.add((JCCompilationUnit) unit);
        if (messages.hasErrors())
            return Answer.errors(messages.concernProgram() ? Answer.Outcome.SYNTAX : Answer.Outcome.ERRORS, messages.all());
        return translate(job, task, units, messages);
    }

    private Answer translate(Job job, JavacTask task, List<JCCompilationUnit> units, Messages messages) throws IOException {
        Context context = ((BasicJavacTask) task).getContext();
        JCCompilationUnit program = units.get(0);
        Names names = new Names(program, job.expectedTypes, task.getElements());
        String trouble = names.forbidden();
        if (!trouble.isEmpty())
            return Answer.tampering(trouble);
        TestUnits testUnits = new TestUnits(context, program);
        for (int i = 1; i < units.size(); ++i)
            testUnits.arrange(units.get(i), i - 1, job.tests.get(i - 1).whole());
        task.analyze();
        for (JCCompilationUnit unit : units.subList(1, units.size())) {
            trouble = names.shadowed(unit);
            if (!trouble.isEmpty())
                return Answer.tampering(trouble);
        }
        if (messages.hasErrors())
            return Answer.errors(Answer.Outcome.ERRORS, messages.all());
        PlainCalls plainCalls = new PlainCalls(context, task.getElements(), program);
        for (JCCompilationUnit unit : units.subList(1, units.size()))
            plainCalls.wrapIn(unit);
        task.generate();
        if (messages.hasErrors())
            return Answer.errors(Answer.Outcome.ERRORS, messages.all());
        return new Answer(Answer.Outcome.COMPILED, names.packageName(), messages.all(), files.classes());
    }
}
