package dev.sojourn.harness.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.harness.Deferred;
import java.nio.CharBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswerDigestTest {
  @Test
  void wholeNumbersCountByValueWhateverTheirWidth() {
    assertThat(digests(7L, 7, (short) 7, (byte) 7, (char) 7)).hasSize(1);
    assertThat(digests(true, 1)).hasSize(1);
    assertThat(digests(-1, 0xFFFF_FFFFL)).hasSize(2);
  }

  @Test
  void longsNeverMeet() {
    assertThat(LongStream.rangeClosed(-50_000, 50_000).map(AnswerDigest::of).distinct().count())
        .isEqualTo(100_001);
  }

  @Test
  void realsCountByValue() {
    assertThat(digests(0.5, 0.5f)).hasSize(1);
    assertThat(digests(0.1, 0.1f, 1.0, 1L, Double.NaN, -0.0, 0.0)).hasSize(7);
  }

  @Test
  void sequencesCountByContentAndOrder() {
    assertThat(digests(new byte[] {1, 2}, new long[] {1, 2}, List.of(1, 2), new Pair(1, 2)))
        .hasSize(1);
    assertThat(digests(new byte[] {1, 2}, new byte[] {2, 1}, new byte[] {1}, new byte[0], 1))
        .hasSize(5);
    assertThat(digests(new int[][] {{1}, {2}}, new int[][] {{1}, {2}})).hasSize(1);
  }

  @Test
  void deferredAnswersCountByWhatTheyWorkOut() {
    Deferred one = () -> 1L;
    Deferred two = () -> List.of(1, 2);

    assertThat(digests(one, 1)).hasSize(1);
    assertThat(digests(two, List.of(1, 2))).hasSize(1);
    assertThat(digests(one, two)).hasSize(2);
  }

  @Test
  void setsAndMapsCountWithoutOrder() {
    Set<String> forwards = new LinkedHashSet<>(List.of("a", "b"));
    Set<String> backwards = new LinkedHashSet<>(List.of("b", "a"));
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("b", 2);
    map.put("a", 1);

    assertThat(digests(forwards, backwards)).hasSize(1);
    assertThat(digests(map, Map.of("a", 1, "b", 2))).hasSize(1);
    assertThat(digests(map, Map.of("a", 2, "b", 1), Set.of("a"), List.of("a"))).hasSize(4);
  }

  @Test
  void textsNothingAndOtherValuesAreTold() {
    assertThat(digests("ab", CharBuffer.wrap("ab"))).hasSize(1);
    assertThat(digests("ab", "ba", "", null, 0)).hasSize(5);
    assertThat(digests(Optional.empty(), null)).hasSize(1);
    assertThat(digests(new UUID(1, 2), new UUID(1, 2))).hasSize(1);
    assertThat(digests(new UUID(1, 2), new UUID(1, 3), Thread.State.NEW)).hasSize(3);
  }

  @Test
  void answerWithoutContentOrHashIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> AnswerDigest.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object")
        .hasMessageContaining("return a number");
  }

  private static Set<Long> digests(@Nullable Object... answers) {
    Set<Long> digests = new HashSet<>();
    for (Object answer : answers) {
      digests.add(AnswerDigest.of(answer));
    }
    return digests;
  }

  private record Pair(int first, long second) {}
}
