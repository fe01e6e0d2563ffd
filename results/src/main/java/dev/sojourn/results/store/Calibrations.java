package dev.sojourn.results.store;

import dev.sojourn.results.model.Calibration;
import dev.sojourn.results.model.Calibration.PowerPoint;
import dev.sojourn.results.model.Calibration.StudyNoise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calibrations of a ledger. One that cannot be read is a problem with a name, and takes nothing
 * else down.
 *
 * <p><b>Costs.</b> Reads every calibration once, and of runs that are none nothing but whether the
 * file is there.
 */
public final class Calibrations {
  private final List<Calibration> calibrations;
  private final List<String> problems;

  private Calibrations(List<Calibration> calibrations, List<String> problems) {
    this.calibrations = calibrations;
    this.problems = List.copyOf(problems);
  }

  /**
   * All calibrations of a ledger.
   *
   * @param ledger the ledger
   * @return what could be read, and what could not
   */
  public static Calibrations of(Ledger ledger) {
    List<Calibration> calibrations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path machine : Ledger.folders(ledger.directory())) {
      for (Path run : Ledger.folders(machine)) {
        Path file = run.resolve(CalibrationFile.NAME);
        if (Files.exists(file)) {
          read(file, calibrations, problems);
        }
      }
    }
    calibrations.sort(
        Comparator.comparing(Calibration::takenAt).thenComparing(c -> c.label().value()));
    return new Calibrations(List.copyOf(calibrations), problems);
  }

  private static void read(Path file, List<Calibration> calibrations, List<String> problems) {
    try {
      calibrations.add(CalibrationFile.read(file));
    } catch (LedgerException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What could be read.
   *
   * @return the calibrations, oldest first
   */
  public List<Calibration> all() {
    return calibrations;
  }

  /**
   * What is known of a machine: its newest calibration, and of studies that are not in it the
   * newest that has them, so that a narrow calibration never hides a full one. The offset of
   * sessions is the newest that is known; live comparisons are those of every calibration that
   * still speaks for a study.
   *
   * @param machine the machine's name, which changes when any fact of its identity does
   * @return the calibration, under the newest's label; empty when the machine has none
   */
  public Optional<Calibration> newest(String machine) {
    return calibrations.stream()
        .filter(calibration -> calibration.machine().equals(machine))
        .reduce(Calibrations::overlaid);
  }

  private static Calibration overlaid(Calibration older, Calibration newer) {
    Set<String> studies =
        newer.noise().stream().map(n -> n.arm().study()).collect(Collectors.toSet());
    List<StudyNoise> noise =
        Stream.concat(
                newer.noise().stream(),
                older.noise().stream().filter(n -> !studies.contains(n.arm().study())))
            .toList();
    List<PowerPoint> power =
        Stream.concat(
                newer.power().stream(),
                older.power().stream().filter(p -> !studies.contains(p.arm().study())))
            .toList();
    boolean speaks = noise.size() > newer.noise().size();
    return new Calibration(
        newer.label(),
        newer.machine(),
        newer.takenAt(),
        newer.revision(),
        newer.jvm(),
        noise,
        Double.isFinite(newer.sessionSigma()) ? newer.sessionSigma() : older.sessionSigma(),
        speaks ? newer.live().plus(older.live()) : newer.live(),
        speaks ? newer.relabelled().plus(older.relabelled()) : newer.relabelled(),
        power,
        newer.drills());
  }

  /**
   * Files that could not be read.
   *
   * @return one line each: the file, what is wrong with it, and the way out
   */
  public List<String> problems() {
    return problems;
  }
}
