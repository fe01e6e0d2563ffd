package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** Damage done on purpose is found and located. */
class DisjointSetVerifyTest {

  @Test
  void aParentThatIsNoElementIsNamed() throws ReflectiveOperationException {
    Forest forest = damaged(Variant.REM_SPLICING, 2, 9);

    assertThat(Inspection.of(forest, 3)).hasValue("parent 9 of 2 is not an element");
  }

  @Test
  void aParentBelowItsChildBreaksTheOrderOfRem() throws ReflectiveOperationException {
    Forest forest = damaged(Variant.REM_SPLICING, 2, 1);

    assertThat(Inspection.of(forest, 3)).hasValue("parent 1 is smaller than its child 2");
  }

  @Test
  void aParentOfNoGreaterRankIsNamed() throws ReflectiveOperationException {
    Forest forest = damaged(Variant.RANK_HALVING, 2, 1);

    assertThat(Inspection.of(forest, 3).orElseThrow()).contains("rank", "parent 1", "child 2");
  }

  @Test
  void aCircleIsFound() throws ReflectiveOperationException {
    Forest forest = damaged(Variant.NAIVE, 2, 1);
    parents(forest)[1] = 2;

    assertThat(Inspection.of(forest, 2)).hasValue("the path from 1 never ends");
  }

  @Test
  void aRootLargerThanTheWholeIsNamed() throws ReflectiveOperationException {
    Forest forest = damaged(Variant.SIZE_HALVING, 2, -5);

    assertThat(Inspection.of(forest, 4).orElseThrow()).contains("root 2", "all 4 elements");
  }

  @Test
  void aWrongCountIsFound() {
    Forest forest = Variant.REM_SPLICING.plant(4);

    assertThat(Inspection.of(forest, 3)).hasValue("count is 3 but there are 4 roots");
  }

  private static Forest damaged(Variant variant, int element, int parent)
      throws ReflectiveOperationException {
    Forest forest = variant.plant(4);
    parents(forest)[element] = parent;
    return forest;
  }

  private static int[] parents(Forest forest) throws ReflectiveOperationException {
    Field field = forest.getClass().getDeclaredField("parent");
    field.setAccessible(true);
    return (int[]) field.get(forest);
  }
}
