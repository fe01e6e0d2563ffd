package dev.sojourn.results.compare;

import dev.sojourn.results.model.Arm;
import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.Drill;
import dev.sojourn.results.model.Calibration.FalseAlarms;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import dev.sojourn.results.model.CalibrationArm;
import dev.sojourn.results.model.Machine;
import dev.sojourn.results.model.Metric;
import dev.sojourn.results.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a calibration's runs say of the instrument: how often identical code was called different,
 * and which slowdowns were caught.
 *
 * <p>Everything follows from the runs alone, by the same rule that judges real changes: false
 * verdicts with the margins that hold without a calibration, what is caught with those that hold
 * with this one. Random choices are seeded, so anyone who has the runs can derive the calibration
 * again.
 *
 * <p>Three kinds of evidence, of unlike strength:
 *
 * <ul>
 *   <li><b>Live.</b> Arms of identical code, run for nothing else, each pair of letters compared
 *       once. Comparisons of one study share forks, those of different studies share none.
 *   <li><b>Relabelled.</b> Neighbouring forks of identical code are called subject and reference by
 *       a coin, again and again. There are many such comparisons, but all of a study are made of
 *       the same few dozen forks: they overlap, they are <em>not independent</em>, and no interval
 *       may be drawn from their number.
 *   <li><b>Power.</b> The same slowed forks against references drawn from the identical forks of
 *       their rounds. The tries of one study and slowdown overlap in the same way.
 * </ul>
 */
public final class Calibrator {
  /** Relabellings of each study. */
  static final int RELABELLINGS = 1_000;

  /** Tries of each study and slowdown, those with one letter throughout included. */
  static final int TRIES = 100;

  private static final long SEED = 0x43616c69L;

  private Calibrator() {}

  /**
   * A calibration from its bank of forks alone.
   *
   * @param bank a run whose arms are a calibration's
   * @return the calibration, without a session's offset and without drills
   * @throws IllegalArgumentException when the run holds no arm of a calibration
   */
  public static Calibration of(Run bank) {
    return of(bank, List.of(), new TreeMap<>());
  }

  /**
   * A calibration from everything that was taken for it.
   *
   * @param bank a run whose arms are a calibration's
   * @param sessions further runs of the same arms, at other times
   * @param drills runs of identical arms that were disturbed on purpose, by the disturbance's name
   * @return the calibration
   * @throws IllegalArgumentException when the bank holds no arm of a calibration
   */
  public static Calibration of(Run bank, List<Run> sessions, SortedMap<String, Run> drills) {
    List<Bank> banks = Bank.of(bank);
    if (banks.isEmpty()) {
      throw new IllegalArgumentException(
          "run %s is no calibration: it holds no arm with the parameter %s; take one with: calibrate"
              .formatted(bank.label(), CalibrationArm.PARAMETER));
    }
    Margins margins = Margins.of(Metric.TIME);
    List<Relabelling> relabellings = banks.stream().map(b -> relabelling(b, margins)).toList();
    return new Calibration(
        bank.label(),
        bank.machine().name(),
        bank.startedAt(),
        bank.provenance().gitRevision(),
        bank.machine().identity().getOrDefault(Machine.JDK, "unknown"),
        relabellings.stream().map(Relabelling::noise).toList(),
        SessionSpread.of(banks, sessions.stream().map(Bank::of).toList()),
        live(bank),
        relabellings.stream()
            .map(Relabelling::alarms)
            .reduce(new FalseAlarms(0, 0), FalseAlarms::plus),
        power(banks, relabellings),
        drills.entrySet().stream().map(e -> drill(e.getKey(), e.getValue())).toList());
  }

  private static Relabelling relabelling(Bank bank, Margins margins) {
    return Relabelling.of(bank, RELABELLINGS, margins, random(bank));
  }

  /** The draws of a study must not depend on which others are beside it. */
  private static Random random(Bank bank) {
    return new Random(SEED + bank.plain().toString().hashCode());
  }

  private static FalseAlarms live(Run run) {
    List<Verdict> verdicts = identical(run);
    int unproven = count(verdicts, Calibrator::withheld);
    return new FalseAlarms(
        verdicts.size() - unproven, count(verdicts, Calibrator::differs), unproven);
  }

  private static Drill drill(String name, Run run) {
    List<Verdict> verdicts = identical(run);
    return new Drill(
        name,
        verdicts.size(),
        count(verdicts, Calibrator::differs),
        count(verdicts, Calibrator::withheld));
  }

  private static int count(List<Verdict> verdicts, Predicate<Verdict> predicate) {
    return (int) verdicts.stream().filter(predicate).count();
  }

  static boolean differs(Verdict verdict) {
    return verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Improved;
  }

  private static boolean withheld(Verdict verdict) {
    return verdict instanceof Verdict.Unproven;
  }

  /** Every two letters of every calibrated arm, judged as the arms of any run are. */
  private static List<Verdict> identical(Run run) {
    Matching numbers = new Matching(run);
    Map<Arm, List<Arm>> letters = new TreeMap<>();
    for (Arm arm : numbers.arms()) {
      CalibrationArm.of(arm)
          .filter(CalibrationArm::identical)
          .ifPresent(c -> letters.computeIfAbsent(c.plain(), plain -> new ArrayList<>()).add(arm));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (List<Arm> arms : letters.values()) {
      for (int i = 0; i < arms.size(); i++) {
        for (int j = i + 1; j < arms.size(); j++) {
          verdicts.addAll(verdicts(numbers, arms.get(i), arms.get(j)));
        }
      }
    }
    return verdicts;
  }

  private static List<Verdict> verdicts(Matching numbers, Arm reference, Arm subject) {
    return numbers.against(subject, numbers, reference, Pairing.PAIRED).stream()
        .filter(comparison -> comparison.metric().equals(Metric.TIME))
        .map(Comparison::verdict)
        .toList();
  }

  private static List<PowerPoint> power(List<Bank> banks, List<Relabelling> relabellings) {
    List<PowerPoint> points = new ArrayList<>();
    for (int i = 0; i < banks.size(); i++) {
      for (double slowdown : banks.get(i).slowdowns()) {
        points.add(power(banks.get(i), slowdown, relabellings.get(i).noise()));
      }
    }
    return points;
  }

  /** By the margins that hold once the calibration is known: it is what a user's changes meet. */
  private static PowerPoint power(Bank bank, double slowdown, StudyNoise noise) {
    Random random = random(bank);
    List<double[]> tries = new ArrayList<>();
    bank.letters().forEach(letter -> tries.add(bank.slowedPairs(slowdown, letter)));
    while (tries.size() < TRIES) {
      tries.add(bank.slowedPairs(slowdown, random));
    }
    int caught = 0;
    int pairs = 0;
    for (double[] differences : tries) {
      pairs = Math.max(pairs, differences.length);
      Margins margins = Margins.of(Metric.TIME, noise.floor(differences.length));
      caught += verdict(differences, margins) instanceof Verdict.Regressed ? 1 : 0;
    }
    return new PowerPoint(bank.plain(), slowdown, pairs, tries.size(), caught);
  }

  /** The rule of real verdicts on differences of logarithms; fewer than one pair is no verdict. */
  static Verdict verdict(double[] differences, Margins margins) {
    if (differences.length == 0) {
      return new Verdict.Unproven("no round has a fork of both sides");
    }
    Interval interval = HodgesLehmann.of(differences, Judge.ALPHA);
    return Judge.paired(interval, Welch.mean(differences), differences.length, margins);
  }
}
