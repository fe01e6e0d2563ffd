package dev.sojourn.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.results.RunFixture;
import dev.sojourn.results.model.Tail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftFunctionTest {
  private static final int VALUES = 10_000;

  /** A fork with a scale of its own; one value in fifty waits, so many times as long. */
  private static Histogram fork(SplittableRandom random, double scale, double wait) {
    Histogram histogram = new Histogram(3);
    double slow = wait * Math.exp(0.2 * random.nextGaussian());
    for (int i = 0; i < VALUES; i++) {
      double body = 1_000 * scale * Math.exp(0.2 * random.nextGaussian());
      histogram.recordValue((long) (random.nextInt(50) == 0 ? slow * body : body));
    }
    return histogram;
  }

  private static Tail tail(String method, List<Histogram> forks) {
    List<Tail.ForkTail> tails = new ArrayList<>();
    for (Histogram fork : forks) {
      tails.add(new Tail.ForkTail(tails.size(), fork));
    }
    return new Tail(RunFixture.arm(method), 1, tails);
  }

  private static ShiftFunction shift(int pairs, long seed, double subjectWait) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Histogram> subject = new ArrayList<>();
    List<Histogram> reference = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double minute = Math.exp(0.3 * random.nextGaussian());
      subject.add(fork(random, minute, subjectWait));
      reference.add(fork(random, minute, 5));
    }
    return ShiftFunction.of(tail("fourWay", subject), tail("jdk", reference)).orElseThrow();
  }

  private static ShiftFunction.Point at(ShiftFunction shift, String name) {
    return shift.points().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aLongerTailShowsInTheTailAlone() {
    ShiftFunction shift = shift(16, 1, 10);

    assertThat(at(shift, "p50").differs()).isFalse();
    assertThat(at(shift, "p50").ratio()).isBetween(0.98, 1.02);
    assertThat(at(shift, "p99").differs()).isTrue();
    assertThat(at(shift, "p99").ratio()).isBetween(1.6, 2.4);
  }

  @Test
  void quantilesWithTooFewValuesAreNamedAndTheLargestIsAlwaysThere() {
    ShiftFunction shift = shift(8, 2, 5);

    assertThat(shift.points().stream().map(ShiftFunction.Point::name))
        .containsExactly("p50", "p90", "p99", "p99.9", "p99.99", "max");
    assertThat(at(shift, "p99.9").support()).isEqualTo(Support.TOO_FEW_VALUES);
    assertThat(at(shift, "p99.9").ratio()).isNaN();
    assertThat(at(shift, "max").known()).isTrue();
  }

  @Test
  void fewPairsHaveRatiosWithoutBands() {
    ShiftFunction shift = shift(5, 3, 5);

    assertThat(at(shift, "p99").known()).isTrue();
    assertThat(at(shift, "p99").low()).isNaN();
    assertThat(at(shift, "p99").differs()).isFalse();
  }

  @Test
  void otherBatchesAndOtherRoundsAreNotComparable() {
    Histogram fork = RunFixture.histogram(1, VALUES, 100);
    Tail single = tail("jdk", List.of(fork));
    Tail batched = new Tail(RunFixture.arm("fourWay"), 64, single.forks());
    Tail later = new Tail(RunFixture.arm("fourWay"), 1, List.of(new Tail.ForkTail(7, fork)));

    assertThat(ShiftFunction.of(batched, single)).isEmpty();
    assertThat(ShiftFunction.of(later, single)).isEmpty();
  }

  /** The bands of all quantiles hold all true ratios at once about as often as they say. */
  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void bandsHoldAllRatiosAtOnce(int pairs) {
    SplittableRandom random = new SplittableRandom(20_261_123);
    int bank = 200;
    List<Histogram> subjects = new ArrayList<>();
    List<Histogram> references = new ArrayList<>();
    for (int i = 0; i < bank; i++) {
      double minute = Math.exp(0.1 * random.nextGaussian());
      subjects.add(fork(random, minute * Math.exp(0.05 * random.nextGaussian()), 5));
      references.add(fork(random, minute, 5));
    }
    double[] truth =
        ShiftFunction.of(tail("fourWay", subjects), tail("jdk", references))
            .orElseThrow()
            .points()
            .stream()
            .mapToDouble(ShiftFunction.Point::ratio)
            .toArray();
    int replications = 1000;
    int held = 0;
    for (int i = 0; i < replications; i++) {
      int[] drawn = random.ints(pairs, 0, bank).toArray();
      held += holds(shift(subjects, references, drawn), truth) ? 1 : 0;
    }
    double share = (double) held / replications;
    System.out.printf(Locale.ROOT, "shift function, %d pairs: all held in %.3f%n", pairs, share);
    assertThat(share).isBetween(0.92, 0.985);
  }

  private static ShiftFunction shift(
      List<Histogram> subjects, List<Histogram> references, int[] drawn) {
    return ShiftFunction.of(
            tail("fourWay", Arrays.stream(drawn).mapToObj(subjects::get).toList()),
            tail("jdk", Arrays.stream(drawn).mapToObj(references::get).toList()))
        .orElseThrow();
  }

  private static boolean holds(ShiftFunction shift, double[] truth) {
    for (int i = 0; i < truth.length; i++) {
      ShiftFunction.Point point = shift.points().get(i);
      if (point.known() && (point.low() > truth[i] || point.high() < truth[i])) {
        return false;
      }
    }
    return true;
  }
}
