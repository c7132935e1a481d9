package autodidact;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** Tells objects of the program that claim to equal whatever they are compared with. */
final class Honesty {
    private static final Object[] PROBES = {new Object(), 7919L * 7919 * 7919, "a text that no test holds", 3.0625, List.of("a", "list"),
        Map.of("a", "map"), new StringBuilder("builder")};

    private Honesty() {
    }

    static boolean isProgramType(Class<?> type) {
        return type.getClassLoader() != null && type.getClassLoader() != Honesty.class.getClassLoader() || Proxy.isProxyClass(type);
    }

    static void check(Object value) {
        Class<?> type = value.getClass();
        if (comparesItself(type) && claims(value) > 1)
            throw new Tampering("the result equals everything");
        if (type.isRecord())
            checkParts(value, type.getRecordComponents());
    }

    private static boolean comparesItself(Class<?> type) {
        try {
            return Proxy.isProxyClass(type) || isProgramType(type.getMethod("equals", Object.class).getDeclaringClass());
        } catch (ReflectiveOperationException error) {
            return true;
        }
    }

    private static int claims(Object value) {
        int count = 0;
        for (Object probe : PROBES) {
            try {
                count += value.equals(probe) ? 1 : 0;
            } catch (RuntimeException error) {
                continue;
            }
        }
        return count;
    }

    private static void checkParts(Object value, RecordComponent[] parts) {
        for (RecordComponent part : parts) {
            if (part.getType().isPrimitive())
                continue;
            try {
                Method accessor = part.getAccessor();
                accessor.setAccessible(true);
                Object held = accessor.invoke(value);
                if (held != null && held != value && isProgramType(held.getClass()))
                    check(held);
            } catch (ReflectiveOperationException error) {
                continue;
            }
        }
    }
}
