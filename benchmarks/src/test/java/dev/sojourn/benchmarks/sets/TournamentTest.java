package dev.sojourn.benchmarks.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.structures.sets.DisjointSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentTest {
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 1000, 1024, 1025})
  void leavesTwoSetsOfWhichTheFirstHoldsHalf(int elements) {
    DisjointSet sets = new DisjointSet(elements);

    Tournament.play(elements, (a, b) -> assertThat(sets.union(a, b)).isTrue());

    assertThat(sets.count()).isEqualTo(2);
    assertThat(Arrays.stream(sets.setSizes()).max().orElseThrow() * 2)
        .isGreaterThanOrEqualTo(elements);
  }

  @ParameterizedTest
  @EnumSource(CountedForest.Rule.class)
  void allPartitionsAnswerAlike(CountedForest.Rule rule) {
    int elements = 600;
    DisjointSet oracle = new DisjointSet(elements);
    CountedForest counted = new CountedForest(elements, rule);
    NodePartition nodes = new NodePartition(elements);
    List<Integer> boxed = IntStream.range(0, elements).boxed().toList();
    MapPartition<Integer> map = new MapPartition<>(boxed);
    Tournament.play(elements, oracle::union);
    Tournament.play(elements, counted::union);
    Tournament.play(elements, nodes::union);
    Tournament.play(elements, map::union);
    Pairs pairs = new Pairs(elements);

    for (int i = 0; i < 2000; i++) {
      pairs.next();
      boolean expected = oracle.connected(pairs.first(), pairs.second());
      assertThat(counted.connected(pairs.first(), pairs.second())).isEqualTo(expected);
      assertThat(nodes.connected(pairs.first(), pairs.second())).isEqualTo(expected);
      assertThat(map.connected(pairs.first(), pairs.second())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CountedForest.Rule.class,
      names = {"COMPRESSION", "HALVING", "SPLITTING"})
  void stepsStayNearlyConstant(CountedForest.Rule rule) {
    CountedForest few = asked(1_000, rule);
    CountedForest many = asked(100_000, rule);

    assertThat(many.stepsPerFind()).isLessThan(1.3 * few.stepsPerFind());
    assertThat(many.stepsPerFind())
        .isLessThan(asked(100_000, CountedForest.Rule.NAIVE).stepsPerFind() / 2);
    assertThat(many.writesPerFind()).isPositive();
  }

  private static CountedForest asked(int elements, CountedForest.Rule rule) {
    CountedForest forest = new CountedForest(elements, rule);
    Tournament.play(elements, forest::union);
    Pairs pairs = new Pairs(elements);
    for (int i = 0; i < elements; i++) {
      pairs.next();
      forest.connected(pairs.first(), pairs.second());
    }
    return forest;
  }
}
