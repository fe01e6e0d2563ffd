package dev.sojourn.harness.duel;

import dev.sojourn.harness.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What two jars have in common, and what only one of them has.
 *
 * @param bouts benchmarks and points of both, by name
 * @param lost names of the benchmarks that are asked for and only the reference has
 * @param notes one sentence for whatever is left out, and why
 */
public record Bouts(List<Bout> bouts, List<String> lost, List<String> notes) {
  private static final int NAMES_SHOWN = 5;

  /** Copies the lists. */
  public Bouts {
    bouts = List.copyOf(bouts);
    lost = List.copyOf(lost);
    notes = List.copyOf(notes);
  }

  /**
   * Matches two jars.
   *
   * @param before the jar that is the reference
   * @param after the jar that is judged
   * @param wanted whether a benchmark at a parameter point is to be measured
   * @param wish the user's words for that, for the message when nothing is
   * @return the common points, at least one
   * @throws DuelException if nothing is left to measure
   */
  public static Bouts of(
      Contender before,
      Contender after,
      BiPredicate<String, SortedMap<String, String>> wanted,
      String wish)
      throws DuelException {
    Builder builder = new Builder(before, after, wanted);
    Set<String> common = new TreeSet<>(before.benchmarks().keySet());
    common.retainAll(after.benchmarks().keySet());
    if (common.isEmpty()) {
      throw new DuelException(
          "%s and %s have no benchmark in common: %s against %s; name two builds of one project"
              .formatted(
                  before.jar().name(),
                  after.jar().name(),
                  some(before.benchmarks().keySet()),
                  some(after.benchmarks().keySet())));
    }
    builder.noteJmh();
    List<String> lost = builder.onlyIn(before, after);
    builder.onlyIn(after, before);
    common.forEach(builder::add);
    if (builder.bouts.isEmpty()) {
      throw new DuelException(nothing(common, wish, builder.notes));
    }
    return new Bouts(builder.bouts, lost, builder.notes);
  }

  private static String nothing(Collection<String> common, String wish, List<String> notes) {
    String left = notes.isEmpty() ? "" : "; " + String.join("; ", notes);
    return "nothing to measure: no common benchmark matches %s (there are %s)%s%s"
        .formatted(wish, some(common), Nearest.hint(wish, common), left);
  }

  private static String some(Collection<String> names) {
    String shown = String.join(", ", names.stream().sorted().limit(NAMES_SHOWN).toList());
    int more = names.size() - NAMES_SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** Collects while two jars are gone through. */
  private static final class Builder {
    private final Contender before;
    private final Contender after;
    private final BiPredicate<String, SortedMap<String, String>> wanted;
    private final List<Bout> bouts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Builder(
        Contender before, Contender after, BiPredicate<String, SortedMap<String, String>> wanted) {
      this.before = before;
      this.after = after;
      this.wanted = wanted;
    }

    void noteJmh() {
      String old = before.jar().jmhVersion();
      String current = after.jar().jmhVersion();
      if (!old.equals(current)) {
        notes.add(
            "%s measures with JMH %s and %s with JMH %s: part of what is judged"
                .formatted(before.jar().name(), old, after.jar().name(), current));
      }
    }

    /** Notes what one of both lacks, as far as it was asked for; answers the names. */
    List<String> onlyIn(Contender here, Contender there) {
      List<String> names =
          here.benchmarks().entrySet().stream()
              .filter(entry -> !there.benchmarks().containsKey(entry.getKey()))
              .filter(entry -> asked(entry.getKey(), entry.getValue()))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      names.forEach(name -> notes.add(name + " is only in " + here.jar().name()));
      return names;
    }

    private boolean asked(String name, Map<String, List<String>> params) {
      return points(params).stream().anyMatch(point -> wanted.test(name, point));
    }

    void add(String name) {
      Map<String, List<String>> old = before.benchmarks().getOrDefault(name, Map.of());
      Map<String, List<String>> current = after.benchmarks().getOrDefault(name, Map.of());
      if (!asked(name, old) && !asked(name, current)) {
        return;
      }
      if (!old.keySet().equals(current.keySet())) {
        notes.add(
            "%s has other parameters: %s in %s, %s in %s; left out"
                .formatted(
                    name,
                    names(old.keySet()),
                    before.jar().name(),
                    names(current.keySet()),
                    after.jar().name()));
      } else if (cannotBeNamed(before, name, old) || cannotBeNamed(after, name, current)) {
        notes.add(
            name + " has a parameter value with a comma, which JMH's -p cannot name; left out");
      } else {
        addPoints(name, old, current);
      }
    }

    private void addPoints(
        String name, Map<String, List<String>> old, Map<String, List<String>> current) {
      noteValues(name, old, current, before);
      noteValues(name, current, old, after);
      noteArguments(name);
      boolean singleShot = singleShot(before, name) || singleShot(after, name);
      List<SortedMap<String, String>> common = points(current);
      common.retainAll(points(old));
      common.stream()
          .filter(point -> wanted.test(name, point))
          .forEach(point -> bouts.add(new Bout(name, point, singleShot)));
    }

    private void noteValues(
        String name,
        Map<String, List<String>> here,
        Map<String, List<String>> there,
        Contender contender) {
      here.forEach(
          (param, values) ->
              values.stream()
                  .filter(value -> !there.getOrDefault(param, List.of()).contains(value))
                  .forEach(
                      value ->
                          notes.add(
                              "%s with %s=%s is only in %s"
                                  .formatted(name, param, value, contender.jar().name()))));
    }

    private void noteArguments(String name) {
      List<String> old = arguments(before, name);
      List<String> current = arguments(after, name);
      if (!old.equals(current)) {
        notes.add(
            "%s declares other JVM arguments: %s / %s, part of what is judged"
                .formatted(name, old, current));
      }
    }

    /** The jar's list knows how many values there are; what JMH prints does not quote them. */
    private static boolean cannotBeNamed(
        Contender contender, String name, Map<String, List<String>> listed) {
      return listed.values().stream().flatMap(List::stream).anyMatch(v -> v.contains(","))
          || contender.jar().declared(name).stream()
              .flatMap(entry -> entry.valueCounts().entrySet().stream())
              .anyMatch(e -> listed.getOrDefault(e.getKey(), List.of()).size() != e.getValue());
    }

    private static boolean singleShot(Contender contender, String name) {
      List<DeclaredBenchmark> entries = contender.jar().declared(name);
      return !entries.isEmpty() && entries.stream().allMatch(DeclaredBenchmark::singleShot);
    }

    private static List<String> arguments(Contender contender, String name) {
      return contender.jar().declared(name).stream()
          .flatMap(entry -> entry.jvmArguments().stream())
          .distinct()
          .toList();
    }

    private static String names(Collection<String> params) {
      return params.isEmpty() ? "none" : String.join(", ", params.stream().sorted().toList());
    }

    private static List<SortedMap<String, String>> points(Map<String, List<String>> params) {
      List<SortedMap<String, String>> points = new ArrayList<>();
      points.add(new TreeMap<>());
      new TreeMap<>(params)
          .forEach(
              (name, values) -> {
                List<SortedMap<String, String>> longer = new ArrayList<>();
                for (SortedMap<String, String> point : points) {
                  for (String value : values) {
                    SortedMap<String, String> next = new TreeMap<>(point);
                    next.put(name, value);
                    longer.add(next);
                  }
                }
                points.clear();
                points.addAll(longer);
              });
      return points;
    }
  }
}
