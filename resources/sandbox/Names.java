package autodidact.compiler;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.TreeScanner;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import javax.lang.model.util.Elements;

/** Finds types of the program that stand where the tests mean one of the library's. */
final class Names {
    private static final Set<String> reserved = Set.of("java", "javax", "autodidact");

    private final Set<String> declared = new HashSet<>();
    private final Elements elements;
    private final String packageName;

    /** \p expected are the names that the task asks for. */
    Names(JCCompilationUnit program, Collection<String> expected, Elements elements) {
        this.elements = elements;
        packageName = program.getPackageName() == null ? "" : program.getPackageName().toString();
        for (Tree type : program.getTypeDecls()) {
            if (type instanceof JCClassDecl declaration)
                declared.add(declaration.name.toString());
        }
        declared.removeAll(expected);
    }

    String packageName() {
        return packageName;
    }

    /** What is wrong with the names as such; empty: nothing. */
    String forbidden() {
        for (String name : declared) {
            if (reserved.contains(name) || name.startsWith("Autodidact_"))
                return "the program declares " + name + ", a name of the tests' surroundings";
        }
        if (packageName.equals("autodidact") || packageName.startsWith("autodidact."))
            return "the program is in the package of the tests' surroundings";
        return "";
    }

    /** After the names of \p tests were resolved. */
    String shadowed(JCCompilationUnit tests) {
        String[] found = {""};
        new TreeScanner() {
            @Override
            public void visitIdent(JCIdent tree) {
                String name = tree.name.toString();
                if (found[0].isEmpty() && tree.sym instanceof Symbol.ClassSymbol type && !type.owner.isInner()
                    && type.owner.kind == com.sun.tools.javac.code.Kinds.Kind.PCK && declared.contains(name) && isLibrarys(name, tests))
                    found[0] = "the program declares a type " + name + " where the tests use the library's";
            }
        }.scan((JCTree) tests);
        return found[0];
    }

    private boolean isLibrarys(String name, JCCompilationUnit tests) {
        if (elements.getTypeElement("java.lang." + name) != null)
            return true;
        for (ImportTree imported : tests.getImports()) {
            String text = imported.getQualifiedIdentifier().toString();
            if (!imported.isStatic() && text.endsWith(".*") && elements.getTypeElement(text.substring(0, text.length() - 1) + name) != null)
                return true;
        }
        return false;
    }
}
