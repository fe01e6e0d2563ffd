package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps are counted, so that theory's nearly constant find stays one. */
class FindStepsTest {
  private static final int FEW = 1_000;
  private static final int MANY = 300_000;

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"NAIVE"},
      mode = EnumSource.Mode.EXCLUDE)
  void stepsOfAFindHardlyGrowWithTheElements(Variant variant) {
    double few = stepsPerFind(variant, FEW);
    double many = stepsPerFind(variant, MANY);

    assertThat(many).isLessThan(4);
    assertThat(many).isLessThan(1.6 * few);
  }

  /** The mean length of the path from the ends of each edge, before they are united. */
  private static double stepsPerFind(Variant variant, int size) {
    Random random = new Random(size);
    Forest forest = variant.plant(size);
    long steps = 0;
    int edges = 3 * size;
    for (int i = 0; i < edges; i++) {
      int u = random.nextInt(size);
      int v = random.nextInt(size);
      steps += steps(forest, u) + steps(forest, v);
      forest.union(u, v);
    }
    return steps / (2.0 * edges);
  }

  private static int steps(Forest forest, int element) {
    int steps = 0;
    for (int x = element; forest.parentOf(x) != x; x = forest.parentOf(x)) {
      steps++;
    }
    return steps;
  }
}
