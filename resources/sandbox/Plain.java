package autodidact;

import java.lang.reflect.Array;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;

/**
 * A result of the program as values whose comparison nobody can bend: collections, maps and arrays are rebuilt from the
 * classes of the library; other objects of the program must be honest.
 */
final class Plain {
    private final Map<Object, Object> known = new IdentityHashMap<>();

    private Plain() {
    }

    static Object of(Object value) {
        return of(value, Object.class);
    }

    /** The value itself where a plain one could not be a \p wanted. */
    static Object of(Object value, Class<?> wanted) {
        if (value == null || isSingle(value.getClass()))
            return value;
        Object copy = new Plain().copy(value);
        return wanted.isInstance(copy) ? copy : value;
    }

    private static boolean isSingle(Class<?> type) {
        return type == String.class || type == Integer.class || type == Boolean.class || type == Double.class || type == Long.class
            || type == Character.class || type == Float.class || type == Short.class || type == Byte.class;
    }

    private Object copy(Object value) {
        if (value == null || isSingle(value.getClass()))
            return value;
        Object before = known.get(value);
        if (before != null)
            return before;
        if (value.getClass().isArray())
            return array(value);
        if (Honesty.isProgramType(value.getClass()))
            Honesty.check(value);
        if (value instanceof Collection<?> many)
            return collection(many);
        if (value instanceof Map<?, ?> map)
            return map(map);
        if (value instanceof Optional<?> optional)
            return Optional.ofNullable(copy(optional.orElse(null)));
        if (value instanceof Map.Entry<?, ?> entry)
            return new AbstractMap.SimpleEntry<>(copy(entry.getKey()), copy(entry.getValue()));
        return value;
    }

    private Object array(Object value) {
        int size = Array.getLength(value);
        Class<?> part = value.getClass().getComponentType();
        Object made = Array.newInstance(part, size);
        known.put(value, made);
        if (part.isPrimitive()) {
            System.arraycopy(value, 0, made, 0, size);
            return made;
        }
        for (int i = 0; i < size; ++i) {
            Object item = Array.get(value, i);
            Object copied = copy(item);
            Array.set(made, i, part.isInstance(copied) ? copied : item);
        }
        return made;
    }

    private Object collection(Collection<?> value) {
        Collection<Object> made = emptyLike(value);
        if (made == null)
            return value;
        known.put(value, made);
        for (Object item : value)
            made.add(copy(item));
        if (value.getClass().getName().equals("java.util.Arrays$ArrayList"))
            return Arrays.asList(made.toArray());
        if (!isFixed(value.getClass()))
            return made;
        return made instanceof List<Object> list ? Collections.unmodifiableList(list)
            : made instanceof Set<Object> set ? Collections.unmodifiableSet(set) : Collections.unmodifiableCollection(made);
    }

    private Collection<Object> emptyLike(Collection<?> value) {
        if (value instanceof List)
            return value instanceof LinkedList ? new LinkedList<>()
                : value instanceof Stack ? new Stack<>() : value instanceof Vector ? new Vector<>() : new ArrayList<>();
        if (value instanceof SortedSet<?> sorted)
            return isKnownOrder(sorted.comparator()) ? new TreeSet<>(order(sorted.comparator())) : new LinkedHashSet<>();
        if (value instanceof Set)
            return value.getClass() == HashSet.class ? new HashSet<>() : new LinkedHashSet<>();
        if (value instanceof ArrayDeque)
            return new ArrayDeque<>();
        return Honesty.isProgramType(value.getClass()) ? new ArrayList<>() : null;
    }

    private Object map(Map<?, ?> value) {
        Map<Object, Object> made = value instanceof SortedMap<?, ?> sorted && isKnownOrder(sorted.comparator())
            ? new TreeMap<>(order(sorted.comparator()))
            : value.getClass() == HashMap.class ? new HashMap<>() : new LinkedHashMap<>();
        known.put(value, made);
        for (Map.Entry<?, ?> entry : value.entrySet())
            made.put(copy(entry.getKey()), copy(entry.getValue()));
        return isFixed(value.getClass()) ? Collections.unmodifiableMap(made) : made;
    }

    private static boolean isFixed(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.util.ImmutableCollections") || name.startsWith("java.util.Collections$Unmodifiable");
    }

    /** An order of the program's own may call everything equal. */
    private static boolean isKnownOrder(Comparator<?> order) {
        return order == null || order == Comparator.naturalOrder() || order == Collections.reverseOrder()
            || order == String.CASE_INSENSITIVE_ORDER;
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> order(Comparator<?> order) {
        return (Comparator<Object>) order;
    }
}
