package autodidact.compiler;

import com.sun.source.tree.ImportTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.ListBuffer;
import com.sun.tools.javac.util.Names;

/** Brings units of tests, as they were parsed, into their final form. */
final class TestUnits {
    private final TreeMaker maker;
    private final Names names;
    private final JCCompilationUnit program;

    TestUnits(Context context, JCCompilationUnit program) {
        maker = TreeMaker.instance(context);
        names = Names.instance(context);
        this.program = program;
    }

    /**
     * Gives a unit the program's package and imports. The types of a whole unit become parts of a class of their own, so
     * that several tests may each have their Main, and a Main of the program's is in nobody's way.
     */
    void arrange(JCCompilationUnit unit, int number, boolean whole) {
        ListBuffer<JCTree> head = new ListBuffer<>();
        ListBuffer<JCTree> types = new ListBuffer<>();
        maker.at(0);
        if (program.getPackageName() != null)
            head.add(maker.PackageDecl(List.nil(), qualified(program.getPackageName().toString())));
        for (JCTree part : unit.defs) {
            if (part instanceof JCClassDecl)
                types.add(part);
            else if (part instanceof ImportTree)
                head.add(part);
        }
        for (ImportTree imported : program.getImports()) {
            String name = imported.getQualifiedIdentifier().toString();
            if (!imported.isStatic() && (name.startsWith("java.") || name.startsWith("javax.")) && !isImported(unit, name))
                head.add(maker.Import((JCFieldAccess) qualified(name), false));
        }
        unit.defs = head.toList().appendList(whole ? List.of(nested(types.toList(), number)) : types.toList());
    }

    /** The same simple name may not be imported twice. */
    private static boolean isImported(JCCompilationUnit unit, String name) {
        String simple = name.substring(name.lastIndexOf('.'));
        return !simple.equals(".*") && unit.getImports().stream().anyMatch(known -> known.getQualifiedIdentifier().toString().endsWith(simple));
    }

    private JCTree nested(List<JCTree> types, int number) {
        ListBuffer<JCTree> parts = new ListBuffer<>();
        for (JCTree part : types) {
            if (!(part instanceof JCClassDecl type))
                continue;
            type.mods.flags |= Flags.STATIC;
            if (type.name.contentEquals("Main"))
                prepareMain(type, number);
            parts.add(type);
        }
        maker.at(0); // not behind its parts, which the compiler's flow analysis takes for outside otherwise
        return maker.ClassDef(maker.Modifiers(Flags.PUBLIC), names.fromString("Autodidact_" + number), List.nil(), null, List.nil(), parts.toList());
    }

    private void prepareMain(JCClassDecl type, int number) {
        type.mods.flags |= Flags.PUBLIC;
        for (JCTree part : type.defs) {
            if (part instanceof JCMethodDecl method && method.name.contentEquals("main") && method.body != null) {
                maker.at(method.body.pos);
                JCStatement enter = maker.Exec(maker.Apply(List.nil(), qualified("autodidact.Checks.enter"), List.of(maker.Literal(number))));
                method.body.stats = method.body.stats.prepend(enter);
            }
        }
    }

    private JCExpression qualified(String name) {
        JCExpression tree = null;
        for (String part : name.split("\\."))
            tree = tree == null ? maker.Ident(names.fromString(part)) : maker.Select(tree, names.fromString(part));
        return tree;
    }
}
