package autodidact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Uses what programs often use, so that the archive of classes which attempts start from holds it. */
public final class Training {
    private Training() {
    }

    public static void main(String[] arguments) throws Exception {
        collections();
        texts();
        streams();
        Libraries.take();
        Clock.cpuNanos();
        new AttemptLoader(new HashMap<>()).clearAssertionStatus();
        Training.class.getMethod("target").invoke(null);
        try {
            Checks.assertEquals(List.of(1, 2), Arrays.asList(1, 3));
        } catch (Failure failure) {
            failure.getStackTrace();
        }
        Checks.assertThrows(RuntimeException.class, () -> Checks.assertEquals(1, Integer.parseInt("x")));
        Checks.equal(Map.of(1, 2), new TreeMap<>(Map.of(1, 2)));
        Checks.plain(new Object[] {new int[] {1}, Optional.of(1), new HashSet<>(), new LinkedList<>()}, Object[].class);
        Report.class.getName();
        Attempt.Test.class.getName();
        Harness.class.getMethod("main", String[].class);
    }

    public static void target() {
    }

    private static void collections() {
        List<Integer> list = new ArrayList<>(Arrays.asList(3, 1, 2));
        Collections.sort(list);
        Collections.reverse(list);
        list.sort(Comparator.comparing((Integer x) -> -x).thenComparing(Comparator.reverseOrder()));
        Map<String, Integer> counts = new HashMap<>();
        counts.merge("a", 1, Integer::sum);
        counts.computeIfAbsent("b", key -> 2);
        counts.getOrDefault("c", 0);
        new TreeMap<>(counts).firstEntry();
        new TreeSet<>(counts.keySet()).first();
        new ArrayDeque<>(list).pollLast();
        PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> a[0] - b[0]);
        queue.add(new int[] {1});
        queue.poll();
        new Random(1).nextInt(5);
        Arrays.sort(new int[] {2, 1});
        Arrays.sort(new Integer[] {2, 1}, Collections.reverseOrder());
        Arrays.toString(new int[] {1});
    }

    private static void texts() {
        StringBuilder builder = new StringBuilder("abc").reverse().append(1).append('x').insert(0, 2.5);
        String text = String.join(",", "a", builder) + String.format("%.2f %d %s", 1.5, 2, "x");
        text.split("[,\\s]+");
        text.replaceAll("[aeiou]", "").toUpperCase().toLowerCase().trim().toCharArray();
        new Scanner("1 2").nextInt();
        java.math.BigInteger.valueOf(7).pow(3).mod(java.math.BigInteger.TEN).toString();
        new java.math.BigDecimal("1.25").setScale(1, java.math.RoundingMode.HALF_UP).toString();
        Math.round(Math.sqrt(2.5));
        System.err.print("");
    }

    private static void streams() {
        IntStream.rangeClosed(1, 3).filter(x -> x % 2 == 1).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Stream.of("b", "a").sorted().map(String::length).distinct().collect(Collectors.toList());
        Stream.of("b", "a").collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        "abc".chars().mapToObj(c -> (char) c).map(String::valueOf).reduce("", String::concat);
        List.of(1, 2).stream().mapToInt(Integer::intValue).sum();
        Arrays.stream(new int[] {1, 2}).boxed().anyMatch(x -> x > 1);
        Arrays.stream(new int[] {1, 2}).max().orElse(0);
    }
}
