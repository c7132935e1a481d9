package autodidact.compiler;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.tree.TreeTranslator;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;

import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/**
 * Puts results of the program through autodidact.Checks.plain() wherever tests call it, and comparisons of the tests
 * through Checks.equal(): an object that claims to equal everything gets nowhere. Works on trees whose types are known.
 */
final class PlainCalls extends TreeTranslator {
    private final TreeMaker maker;
    private final Types types;
    private final Symtab symbols;
    private final Symbol plain;
    private final Symbol equal;
    private final String program;

    PlainCalls(Context context, Elements elements, JCCompilationUnit program) {
        maker = TreeMaker.instance(context);
        types = Types.instance(context);
        symbols = Symtab.instance(context);
        plain = check(elements, "plain");
        equal = check(elements, "equal");
        this.program = program.getSourceFile().getName();
    }

    void wrapIn(JCCompilationUnit unit) {
        maker.toplevel = unit;
        for (JCTree type : unit.defs) {
            if (type instanceof JCTree.JCClassDecl)
                translate(type);
        }
    }

    private static Symbol check(Elements elements, String name) {
        for (Element member : elements.getTypeElement("autodidact.Checks").getEnclosedElements()) {
            if (member instanceof MethodSymbol method && method.name.contentEquals(name))
                return method;
        }
        throw new IllegalStateException("no check " + name);
    }

    /** A result that nobody takes stays as it is. */
    @Override
    public void visitExec(JCExpressionStatement tree) {
        if (tree.expr instanceof JCMethodInvocation call) {
            super.visitApply(call);
            result = tree;
        } else {
            super.visitExec(tree);
        }
    }

    @Override
    public void visitApply(JCMethodInvocation tree) {
        super.visitApply(tree);
        if (!(TreeInfo.symbol(tree.meth) instanceof MethodSymbol method))
            return;
        maker.at(tree.pos);
        if (isComparison(method, tree))
            result = call(equal, List.of(((JCFieldAccess) tree.meth).selected, tree.args.head));
        else if ((isProgram(method.outermostClass()) || isFunction(method)) && mayLie(tree.type))
            result = maker.TypeCast(types.erasure(tree.type), call(plain, List.of(tree, literal(types.erasure(tree.type))))).setType(tree.type);
    }

    private boolean isComparison(MethodSymbol method, JCMethodInvocation tree) {
        return method.name.contentEquals("equals") && !method.isStatic() && tree.args.size() == 1
            && types.isSameType(method.type.getParameterTypes().head, symbols.objectType)
            && tree.meth instanceof JCFieldAccess access && !isSuper(access.selected);
    }

    private static boolean isSuper(JCExpression tree) {
        return TreeInfo.name(tree) != null && TreeInfo.name(tree).contentEquals("super");
    }

    private boolean isProgram(Symbol.ClassSymbol type) {
        return type != null && type.sourcefile != null && type.sourcefile.getName().equals(program);
    }

    /** Calls what the program may have handed out. */
    private static boolean isFunction(MethodSymbol method) {
        String owner = method.owner.flatName().toString();
        return owner.startsWith("java.util.function.") || owner.equals("java.util.concurrent.Callable");
    }

    /** Not: numbers, texts, and types that the program declares, with which tests deal as they are. */
    private boolean mayLie(Type type) {
        if (type.isPrimitiveOrVoid() || type.hasTag(TypeTag.BOT))
            return false;
        Type erased = types.erasure(type);
        if (types.unboxedType(erased).isPrimitive() || types.isSameType(erased, symbols.stringType))
            return false;
        Type part = erased;
        while (types.isArray(part))
            part = types.elemtype(part);
        return !part.isPrimitive() && (part.tsym == null || !isProgram(part.tsym.outermostClass()));
    }

    private JCExpression call(Symbol check, List<JCExpression> arguments) {
        return maker.App(maker.QualIdent(check), arguments);
    }

    private JCExpression literal(Type type) {
        return maker.ClassLiteral(type);
    }
}
