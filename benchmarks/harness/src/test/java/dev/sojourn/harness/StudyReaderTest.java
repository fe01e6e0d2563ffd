package dev.sojourn.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.broken.Rules;
import dev.sojourn.harness.sound.FilterBench;
import dev.sojourn.harness.sound.FixtureLab;
import dev.sojourn.harness.sound.MinimumBench;
import dev.sojourn.results.model.ClaimCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StudyReaderTest {
  @Test
  void readsWhatTheStudySaysOfItself() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    assertThat(study.id()).isEqualTo("dev.sojourn.harness.sound.MinimumBench");
    assertThat(study.name()).isEqualTo("MinimumBench");
    assertThat(study.card().week()).isEqualTo(17);
    assertThat(study.card().kind()).isEqualTo("bench");
    assertThat(study.card().question()).endsWith("sooner?");
    assertThat(study.card().source()).isEqualTo("any textbook");
    assertThat(study.card().baseline()).isEqualTo("queue");
    assertThat(study.card().methods()).containsExactly("queue", "sortedArray");
    assertThat(study.batch()).isEqualTo(64);
    assertThat(study.heapMegabytes()).isEqualTo(256);
    assertThat(StudyReader.read(FilterBench.class).mayDiffer()).isEqualTo(0.07);
    assertThat(StudyReader.read(FixtureLab.class).card().kind()).isEqualTo("lab");
  }

  @Test
  void readsParametersInTheOrderOfTheirDeclaration() {
    assertThat(StudyReader.read(MinimumBench.class).params())
        .isEqualTo(
            Map.of(
                "size", List.of("10", "1000"),
                "order", List.of("RISING", "FALLING", "RANDOM"),
                "negated", List.of("false", "true")));
  }

  @Test
  void readsClaimsOfBothKinds() {
    List<ClaimCard> claims = StudyReader.read(MinimumBench.class).card().claims();

    assertThat(claims).hasSize(3);
    assertThat(claims.getFirst().kind()).isEqualTo(ClaimCard.Kind.RATIO);
    assertThat(claims.getFirst().against()).isEqualTo("queue");
    assertThat(claims.getFirst().atMost()).isEqualTo(0.9);
    assertThat(claims.getFirst().atLeast()).isNaN();
    assertThat(claims.getFirst().where()).isEqualTo(Map.of("size", "1000", "order", "FALLING"));
    assertThat(claims.get(1).kind()).isEqualTo(ClaimCard.Kind.COUNT);
    assertThat(claims.get(1).metric()).isEqualTo("alloc");
    assertThat(claims.get(1).atMost()).isZero();
    assertThat(claims.get(1).atLeast()).isNaN();
    assertThat(claims.getLast().kind()).isEqualTo(ClaimCard.Kind.COUNT);
    assertThat(claims.getLast().atMost()).isEqualTo(24);
    assertThat(claims.getLast().atLeast()).isEqualTo(16);
  }

  @Test
  void tourTakesTheFirstValueOfWhatItDoesNotName() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    assertThat(study.inTour()).isTrue();
    assertThat(study.tourPoint())
        .isEqualTo(Map.of("size", "1000", "order", "RISING", "negated", "false"));
    assertThat(StudyReader.read(FilterBench.class).inTour()).isFalse();
  }

  @Test
  void pointsAreSlowThatHaveAllThatTheStudyNames() {
    StudyDescriptor study = StudyReader.read(MinimumBench.class);

    assertThat(study.points().stream().filter(study::isSlowAt))
        .hasSize(3)
        .allMatch(point -> "1000".equals(point.get("size")) && "true".equals(point.get("negated")));
    assertThat(StudyReader.read(FilterBench.class).slowPoint()).isEmpty();
    assertThat(StudyReader.read(FilterBench.class).isSlowAt(Map.of())).isFalse();
  }

  @Test
  void refusesAClassThatIsNoStudy() {
    assertThatThrownBy(() -> StudyReader.read(String.class))
        .isInstanceOf(InvalidStudyException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("@Study");
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void namesTheClassTheValueAndTheWayOut(Class<?> broken, List<String> words) {
    assertThatThrownBy(() -> StudyReader.read(broken))
        .isInstanceOf(InvalidStudyException.class)
        .hasMessageContaining(broken.getName())
        .hasMessageContainingAll(words.toArray(CharSequence[]::new));
  }

  static List<Arguments> brokenRules() {
    return List.of(
        broken(Rules.TwoBaselinesBench.class, "exactly one", "2 [first, second]"),
        broken(Rules.NoBaselineBench.class, "exactly one", "were 0", "[only]"),
        broken(Rules.IdleBaselineBench.class, "third", "add @Benchmark"),
        broken(Rules.StatementBench.class, "question mark", "\"No question\""),
        broken(Rules.SilentBench.class, "insight must not be blank"),
        broken(Rules.Misnamed.class, "Bench or Lab", "try MisnamedBench"),
        broken(Rules.LateBench.class, "week must be 1 to 48, was 49"),
        broken(Rules.EmptyBatchBench.class, "batch must be at least 1, was 0"),
        broken(Rules.ShareBench.class, "mayDiffer", "was NaN"),
        broken(Rules.HeaplessBench.class, "heapMegabytes must be at least 1, was 0"),
        broken(Rules.UnknownSubjectBench.class, "was thrid", "[first, second]"),
        broken(Rules.UnknownOpponentBench.class, "against", "was zeroth"),
        broken(Rules.SelfClaimBench.class, "compares first with itself"),
        broken(Rules.BoundlessClaimBench.class, "no bound", "give ratioAtMost"),
        broken(Rules.DoubleClaimBench.class, "both a ratio and a count"),
        broken(Rules.CrossedClaimBench.class, "both a ratio and a count", "countAtLeast"),
        broken(Rules.MetricBench.class, "time, alloc", "was joy"),
        broken(Rules.UnknownParameterBench.class, "no parameter is called length", "[size]"),
        broken(Rules.UnknownValueBench.class, "never has the value 3", "[1, 2]"),
        broken(Rules.LostTourBench.class, "tour", "was \"size\""),
        broken(Rules.TimedBench.class, "invocationSeconds is for labs"),
        broken(Rules.UntimedLab.class, "invocationSeconds \"2*seconds\"", "factor \"seconds\""),
        broken(Rules.SlowNowhereBench.class, "slow", "never has the value 3", "[1, 2]"),
        broken(Rules.VoidBench.class, "method third returns nothing"),
        broken(Rules.UnevenBench.class, "third", "arity", "the baseline has {size=[1, 2]}"),
        broken(Rules.NestedBench.class, "must be a top-level class", "file of its own"));
  }

  private static Arguments broken(Class<?> type, String... words) {
    return Arguments.of(type, List.of(words));
  }
}
