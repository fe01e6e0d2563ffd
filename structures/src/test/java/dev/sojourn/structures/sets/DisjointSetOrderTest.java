package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders of unions chosen to build the worst trees. */
class DisjointSetOrderTest {
  private static final int SIZE = 1 << 12;
  private static final int DEEP = 1_000_000;

  /** One way to connect 0 .. SIZE-1 by SIZE-1 edges. */
  enum Order {
    CHAIN {
      @Override
      int[][] edges() {
        return pairs(i -> i, i -> i + 1);
      }
    },
    REVERSE {
      @Override
      int[][] edges() {
        return pairs(i -> SIZE - 2 - i, i -> SIZE - 1 - i);
      }
    },
    STAR {
      @Override
      int[][] edges() {
        return pairs(i -> 0, i -> i + 1);
      }
    },
    STAR_ON_THE_LAST {
      @Override
      int[][] edges() {
        return pairs(i -> SIZE - 1, i -> i);
      }
    },
    BINOMIAL {
      @Override
      int[][] edges() {
        return IntStream.range(0, Integer.numberOfTrailingZeros(SIZE))
            .boxed()
            .flatMap(
                level ->
                    IntStream.range(0, SIZE >> (level + 1))
                        .mapToObj(i -> new int[] {i << (level + 1), (2 * i + 1) << level}))
            .toArray(int[][]::new);
      }
    },
    RANDOM_TREE {
      @Override
      int[][] edges() {
        Random random = new Random(42);
        return pairs(i -> i + 1, i -> random.nextInt(i + 1));
      }
    };

    abstract int[][] edges();

    static int[][] pairs(IntUnaryOperator u, IntUnaryOperator v) {
      return IntStream.range(0, SIZE - 1)
          .mapToObj(i -> new int[] {u.applyAsInt(i), v.applyAsInt(i)})
          .toArray(int[][]::new);
    }
  }

  static Stream<Arguments> variantsAndOrders() {
    return Arrays.stream(Variant.values())
        .flatMap(v -> Arrays.stream(Order.values()).map(o -> Arguments.of(v, o)));
  }

  @ParameterizedTest
  @MethodSource("variantsAndOrders")
  void everyEdgeOfATreeMergesWhateverTheOrder(Variant variant, Order order) {
    DisjointSet sets = new DisjointSet(SIZE, variant);

    for (int[] edge : order.edges()) {
      assertThat(sets.union(edge[0], edge[1])).as("%d-%d", edge[0], edge[1]).isTrue();
    }

    assertThat(sets.count()).isOne();
    assertThat(sets.verify()).isEmpty();
    assertThat(sets.labels()).containsOnly(0);
  }

  @ParameterizedTest
  @MethodSource("variantsAndOrders")
  void ranksAndSizesKeepPathsLogarithmic(Variant variant, Order order) {
    Forest forest = variant.plant(SIZE);
    for (int[] edge : order.edges()) {
      forest.union(edge[0], edge[1]);
    }

    boolean bounded = variant != Variant.REM_SPLICING && variant != Variant.NAIVE;
    int bound = bounded ? Integer.numberOfTrailingZeros(SIZE) : SIZE - 1;
    int deepest = IntStream.range(0, SIZE).map(x -> depth(forest, x)).max().orElseThrow();
    assertThat(deepest).isLessThanOrEqualTo(bound);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aChainOfAMillionNeedsNoRecursion(Variant variant) {
    DisjointSet sets = new DisjointSet(DEEP, variant);
    for (int i = 0; i < DEEP - 1; i++) {
      sets.union(i, i + 1);
    }

    assertThat(sets.find(0)).isEqualTo(sets.find(DEEP - 1));
    assertThat(sets.connected(0, DEEP / 2)).isTrue();
    assertThat(sets.count()).isOne();
    assertThat(sets.verify()).isEmpty();
  }

  @Test
  void aDeepPathIsHalvedByEveryFindOfTheDefault() {
    Forest forest = Variant.REM_SPLICING.plant(DEEP);
    for (int i = 0; i < DEEP - 1; i++) {
      forest.union(i, i + 1);
    }
    assertThat(depth(forest, 0)).isEqualTo(DEEP - 1);

    for (int before = DEEP - 1; before > 1; before = depth(forest, 0)) {
      forest.find(0);
      assertThat(depth(forest, 0)).isLessThanOrEqualTo((before + 1) / 2);
    }
  }

  @Test
  void connectedShortensBothPathsOfTheDefault() {
    Forest forest = Variant.REM_SPLICING.plant(SIZE);
    for (int i = 0; i < SIZE - 1; i++) {
      forest.union(i, i + 1);
    }
    int before = depth(forest, 0);

    assertThat(forest.connected(0, SIZE - 1)).isTrue();

    assertThat(depth(forest, 0)).isLessThanOrEqualTo(before / 2 + 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"NAIVE"},
      mode = EnumSource.Mode.EXCLUDE)
  void randomUnionsLeaveShortPaths(Variant variant) {
    Random random = new Random(7);
    Forest forest = variant.plant(SIZE);
    for (int i = 0; i < 5 * SIZE; i++) {
      forest.union(random.nextInt(SIZE), random.nextInt(SIZE));
    }

    double mean = IntStream.range(0, SIZE).map(x -> depth(forest, x)).average().orElseThrow();
    assertThat(mean).isLessThan(3);
  }

  private static int depth(Forest forest, int element) {
    int depth = 0;
    for (int x = element; forest.parentOf(x) != x; x = forest.parentOf(x)) {
      depth++;
    }
    return depth;
  }
}
