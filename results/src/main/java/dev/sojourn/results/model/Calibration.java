package dev.sojourn.results.model;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the instrument was found able to see on one machine, and how often it cried wolf there.
 *
 * <p>Found by comparing code with itself and with itself slowed by a known share.
 *
 * @param label when, in the user's words
 * @param machine name of the machine, as in {@link Machine#name()}
 * @param takenAt when the first fork started
 * @param revision revision of the code that was measured, or {@code unknown}
 * @param jvm vendor and build of the JVM, as in {@link Machine#JDK}
 * @param noise how far pairs of identical code lie apart, one entry per calibrated arm
 * @param sessionSigma standard deviation of the logarithm of a whole session's offset; {@code NaN}
 *     until enough sessions were taken
 * @param live verdicts on identical code, from forks run for nothing else
 * @param relabelled verdicts on identical code, from neighbouring forks of a bank called two sides
 * @param power slowdowns put in and caught
 * @param drills what the instrument said while it was disturbed on purpose
 */
public record Calibration(
    Label label,
    String machine,
    Instant takenAt,
    String revision,
    String jvm,
    List<StudyNoise> noise,
    double sessionSigma,
    FalseAlarms live,
    FalseAlarms relabelled,
    List<PowerPoint> power,
    List<Drill> drills) {

  /** Copies the lists. */
  public Calibration {
    noise = List.copyOf(noise);
    power = List.copyOf(power);
    drills = List.copyOf(drills);
  }

  /**
   * The largest noise floor of a study's calibrated arms.
   *
   * @param study fully qualified class name
   * @param pairs pairs of the comparison it is wanted for
   * @return a share such as 0.01, empty when no arm of the study was calibrated
   */
  public OptionalDouble floor(String study, int pairs) {
    return noise.stream()
        .filter(n -> n.arm().study().equals(study))
        .mapToDouble(n -> n.floor(pairs))
        .max();
  }

  /**
   * How far pairs of identical code lie apart.
   *
   * @param arm what was held against itself
   * @param pairSigma standard deviation of the logarithm of a pair's ratio
   * @param floor share below which no margin of harm may lie, such as 0.01
   * @param minimumDetectableEffect smallest slowdown, as a share, that is usually caught
   * @param pairs pairs this was found from
   */
  public record StudyNoise(
      Arm arm, double pairSigma, double floor, double minimumDetectableEffect, int pairs) {
    /**
     * The floor of a comparison of another number of pairs: wider by the root of how many fewer it
     * has, on the scale of logarithms, and never narrower.
     *
     * @param ofComparison its pairs
     * @return a share such as 0.01
     */
    public double floor(int ofComparison) {
      double fewer = (double) pairs / Math.max(1, ofComparison);
      return fewer > 1 ? Math.expm1(Math.log1p(floor) * Math.sqrt(fewer)) : floor;
    }
  }

  /**
   * Verdicts on comparisons that should have yielded none.
   *
   * @param comparisons comparisons of identical code that were judged
   * @param falseVerdicts how many of these were called regressed or improved
   * @param unproven further comparisons, withheld because the instrument saw that it was not fit
   */
  public record FalseAlarms(int comparisons, int falseVerdicts, int unproven) {
    /**
     * Verdicts of which none was withheld.
     *
     * @param comparisons comparisons of identical code that were judged
     * @param falseVerdicts how many of these were called regressed or improved
     */
    public FalseAlarms(int comparisons, int falseVerdicts) {
      this(comparisons, falseVerdicts, 0);
    }

    /**
     * Share of false verdicts among those that were given.
     *
     * @return between 0 and 1, {@code NaN} without comparisons
     */
    public double rate() {
      return (double) falseVerdicts / comparisons;
    }

    /**
     * All counts together.
     *
     * @param other further verdicts
     * @return the sums
     */
    public FalseAlarms plus(FalseAlarms other) {
      return new FalseAlarms(
          comparisons + other.comparisons,
          falseVerdicts + other.falseVerdicts,
          unproven + other.unproven);
    }
  }

  /**
   * One arm slowed down by a known share, again and again.
   *
   * @param arm what was slowed down
   * @param injected the slowdown as a share, such as 0.05
   * @param pairs pairs of each try
   * @param tried comparisons
   * @param caught how many were called regressed
   */
  public record PowerPoint(Arm arm, double injected, int pairs, int tried, int caught) {
    /**
     * Share of slowdowns caught.
     *
     * @return between 0 and 1, {@code NaN} without a try
     */
    public double rate() {
      return (double) caught / tried;
    }
  }

  /**
   * Identical code compared while the machine was disturbed on purpose.
   *
   * @param name the disturbance
   * @param comparisons comparisons taken under it
   * @param falseVerdicts how many were called regressed or improved
   * @param unproven how many were withheld because the instrument saw that it was not fit
   */
  public record Drill(String name, int comparisons, int falseVerdicts, int unproven) {}
}
