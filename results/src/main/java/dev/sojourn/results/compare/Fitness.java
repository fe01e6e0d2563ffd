package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.ForkConditions;
import dev.sojourn.results.model.ForkConditions.Fate;
import dev.sojourn.results.model.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether the instrument was fit while two arms were measured, by what the machine did beside their
 * forks. A run that does not say is taken as it is.
 */
final class Fitness {
  private final Map<Arm, SortedMap<Integer, ForkConditions>> last = new HashMap<>();

  /**
   * Sorts a run's conditions by arm and round once; of several tries at a fork the last decides.
   */
  Fitness(Run run) {
    for (ForkConditions fork : run.conditions()) {
      last.computeIfAbsent(fork.arm(), arm -> new TreeMap<>())
          .merge(fork.round(), fork, Fitness::later);
    }
  }

  private static ForkConditions later(ForkConditions one, ForkConditions other) {
    boolean decided = one.counts() != other.counts();
    boolean first = decided ? one.counts() : one.attempt() > other.attempt();
    return first ? one : other;
  }

  /** Why nothing may be said of a subject in this run against a reference in another. */
  Optional<String> objection(
      Arm subject, Fitness other, Arm reference, Pairing pairing, double sessionSigma) {
    SortedMap<Integer, ForkConditions> mine = forks(subject);
    SortedMap<Integer, ForkConditions> theirs = other.forks(reference);
    return spent(mine, theirs)
        .or(() -> unsteady(mine, theirs, pairing))
        .or(() -> Canaries.disturbance(counting(mine), counting(theirs), pairing, sessionSigma));
  }

  private SortedMap<Integer, ForkConditions> forks(Arm arm) {
    return last.getOrDefault(arm, new TreeMap<>());
  }

  private static List<ForkConditions> counting(SortedMap<Integer, ForkConditions> forks) {
    return forks.values().stream().filter(ForkConditions::counts).toList();
  }

  /** Pairs are repeated half as often as there are rounds; past that, disturbed ones are kept. */
  private static Optional<String> spent(
      SortedMap<Integer, ForkConditions> mine, SortedMap<Integer, ForkConditions> theirs) {
    Set<Integer> kept = having(mine, ForkConditions::keptDisturbed);
    kept.addAll(having(theirs, ForkConditions::keptDisturbed));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the machine was too busy: all repeats the plan allows were spent, and %s kept that should have been thrown out"
                .formatted(rounds(kept.size(), mine, theirs)));
  }

  private static Optional<String> unsteady(
      SortedMap<Integer, ForkConditions> mine,
      SortedMap<Integer, ForkConditions> theirs,
      Pairing pairing) {
    Set<Integer> subject = having(mine, Fitness::unsteady);
    Set<Integer> reference = having(theirs, Fitness::unsteady);
    Set<Integer> either = new TreeSet<>(subject);
    either.addAll(reference);
    boolean most =
        pairing == Pairing.PAIRED
            ? 2 * either.size() > union(mine, theirs).size()
            : 2 * subject.size() > mine.size() || 2 * reference.size() > theirs.size();
    return most
        ? Optional.of(
            "no steady state in %s (subject in %d, reference in %d), not even after a longer warm-up"
                .formatted(rounds(either.size(), mine, theirs), subject.size(), reference.size()))
        : Optional.empty();
  }

  private static boolean unsteady(ForkConditions fork) {
    return fork.fate() == Fate.UNSTEADY;
  }

  private static Set<Integer> having(
      SortedMap<Integer, ForkConditions> forks, Predicate<ForkConditions> what) {
    Set<Integer> rounds = new TreeSet<>();
    forks.values().stream().filter(what).forEach(f -> rounds.add(f.round()));
    return rounds;
  }

  private static Set<Integer> union(
      SortedMap<Integer, ForkConditions> mine, SortedMap<Integer, ForkConditions> theirs) {
    Set<Integer> rounds = new TreeSet<>(mine.keySet());
    rounds.addAll(theirs.keySet());
    return rounds;
  }

  private static String rounds(
      int some,
      SortedMap<Integer, ForkConditions> mine,
      SortedMap<Integer, ForkConditions> theirs) {
    return "%d of %d rounds".formatted(some, union(mine, theirs).size());
  }
}
