package dev.sojourn.benchmarks.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.tree.LongTreap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentsTest {
  @Test
  void allMapsFilledAlikeAnswerAlike() {
    Object expected = Contents.of(Filled.jdk(0, 1000)).answer();

    assertThat(Contents.of(Filled.skipList(0, 1000)).answer()).isEqualTo(expected);
    assertThat(Contents.of(Filled.fastutil(0, 1000)).answer()).isEqualTo(expected);
    assertThat(Contents.of(Filled.nodes(0, 1000)).answer()).isEqualTo(expected);
    assertThat(Contents.of(Filled.arena(0, 1000)).answer()).isEqualTo(expected);
    assertThat(Contents.of(Filled.arena(0, 999)).answer()).isNotEqualTo(expected);
  }

  @Test
  void aValueOfAnotherKeyIsNoticed() {
    Object expected = Contents.of(new TreeMap<>(Map.of(1L, 5L, 2L, 6L))).answer();

    assertThat(Contents.of(LongTreap.ofSorted(new long[] {1, 2}, new long[] {6, 5})).answer())
        .isNotEqualTo(expected);
    assertThat(Contents.of(LongTreap.ofSorted(new long[] {1, 2}, new long[] {5, 6})).answer())
        .isEqualTo(expected);
  }
}
