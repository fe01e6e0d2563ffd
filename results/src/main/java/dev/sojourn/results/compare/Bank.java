package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.ForkSample;
import dev.sojourn.results.model.Measurement;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The forks a calibration took of one arm: those of the code as it is, and those of each slowdown,
 * as logarithms of their scores.
 */
final class Bank {
  /** Forks of one study at most so many places apart ran in one go. */
  private static final int NEIGHBOURS = 7;

  /** A fork of the code as it is. */
  private record Fork(int round, int position, double log) {}

  private final Arm plain;
  private final SortedMap<String, SortedMap<Integer, Double>> identical = new TreeMap<>();
  private final SortedMap<Double, SortedMap<Integer, Double>> slowed = new TreeMap<>();
  private final List<Fork> inOrder = new ArrayList<>();

  private Bank(Arm plain) {
    this.plain = plain;
  }

  /** One bank for each calibrated arm, in the order the run holds them. */
  static List<Bank> of(Run run) {
    Map<Arm, Bank> banks = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      if (measurement.metric().equals(Metric.TIME)) {
        CalibrationArm.of(measurement.arm())
            .ifPresent(
                arm -> banks.computeIfAbsent(arm.plain(), Bank::new).add(arm, measurement.forks()));
      }
    }
    banks.values().forEach(bank -> bank.inOrder.sort(Comparator.comparingInt(Fork::position)));
    return List.copyOf(banks.values());
  }

  private void add(CalibrationArm arm, List<ForkSample> forks) {
    SortedMap<Integer, Double> logs = new TreeMap<>();
    for (ForkSample fork : forks) {
      double log = Math.log(fork.median());
      if (Double.isFinite(log)) {
        logs.put(fork.round(), log);
        if (arm.identical()) {
          inOrder.add(new Fork(fork.round(), fork.position(), log));
        }
      }
    }
    if (arm.identical()) {
      identical.put(arm.variant(), logs);
    } else {
      slowed.put(arm.slowdown(), logs);
    }
  }

  Arm plain() {
    return plain;
  }

  /** The letters under which the code ran as it is. */
  List<String> letters() {
    return List.copyOf(identical.keySet());
  }

  /** The shares by which it was slowed. */
  List<Double> slowdowns() {
    return List.copyOf(slowed.keySet());
  }

  /** Rounds of the letter that has most. */
  int rounds() {
    return identical.values().stream().mapToInt(Map::size).max().orElse(0);
  }

  /** Mean of the logarithms of all forks of the code as it is. */
  double meanLog() {
    return inOrder.stream().mapToDouble(Fork::log).average().orElse(Double.NaN);
  }

  /** Variance of that mean, as far as forks alone make it. */
  double varianceOfMeanLog() {
    double[] logs = inOrder.stream().mapToDouble(Fork::log).toArray();
    return Welch.variance(logs) / logs.length;
  }

  /**
   * Differences of all pairs of identical forks that shared a round; which is first is no matter.
   */
  double[] identicalPairs() {
    List<Double> differences = new ArrayList<>();
    List<String> letters = letters();
    for (int i = 0; i < letters.size(); i++) {
      for (int j = i + 1; j < letters.size(); j++) {
        SortedMap<Integer, Double> other = logs(letters.get(j));
        logs(letters.get(i))
            .forEach(
                (round, log) -> {
                  if (other.containsKey(round)) {
                    differences.add(log - other.get(round));
                  }
                });
      }
    }
    return array(differences);
  }

  private SortedMap<Integer, Double> logs(String letter) {
    return identical.getOrDefault(letter, Collections.emptySortedMap());
  }

  /** A slowdown against the code as it is, the letter of every round drawn anew. */
  double[] slowedPairs(double slowdown, Random random) {
    List<Double> differences = new ArrayList<>();
    slowed
        .getOrDefault(slowdown, Collections.emptySortedMap())
        .forEach(
            (round, log) -> {
              List<Double> references =
                  identical.values().stream()
                      .filter(logs -> logs.containsKey(round))
                      .map(logs -> logs.get(round))
                      .toList();
              if (!references.isEmpty()) {
                differences.add(log - references.get(random.nextInt(references.size())));
              }
            });
    return array(differences);
  }

  /** A slowdown against one letter. */
  double[] slowedPairs(double slowdown, String letter) {
    SortedMap<Integer, Double> references = logs(letter);
    List<Double> differences = new ArrayList<>();
    slowed
        .getOrDefault(slowdown, Collections.emptySortedMap())
        .forEach(
            (round, log) -> {
              if (references.containsKey(round)) {
                differences.add(log - references.get(round));
              }
            });
    return array(differences);
  }

  /**
   * Neighbouring forks of the code as it is, called subject and reference by a coin: as many pairs
   * as there were rounds, no fork in two of them.
   */
  double[] relabelled(Random random) {
    List<Double> differences = new ArrayList<>();
    for (List<Fork> cluster : clusters()) {
      long wanted = cluster.stream().mapToInt(Fork::round).distinct().count();
      differences.addAll(pairs(cluster, (int) wanted, random));
    }
    return array(differences);
  }

  private static List<Double> pairs(List<Fork> cluster, int wanted, Random random) {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i + 1 < cluster.size(); i++) {
      firsts.add(i);
    }
    Collections.shuffle(firsts, random);
    boolean[] taken = new boolean[cluster.size()];
    List<Double> differences = new ArrayList<>();
    for (int i : firsts) {
      if (differences.size() < wanted && !taken[i] && !taken[i + 1]) {
        taken[i] = true;
        taken[i + 1] = true;
        double difference = cluster.get(i).log() - cluster.get(i + 1).log();
        differences.add(random.nextBoolean() ? difference : -difference);
      }
    }
    return differences;
  }

  /** Identical forks that ran in one go, with nothing but this study's slowed forks in between. */
  private List<List<Fork>> clusters() {
    List<List<Fork>> clusters = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (Fork fork : inOrder) {
      if (fork.position() - last > NEIGHBOURS) {
        clusters.add(new ArrayList<>());
      }
      clusters.getLast().add(fork);
      last = fork.position();
    }
    return clusters;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
