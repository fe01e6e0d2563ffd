package dev.sojourn.structures.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Damage done on purpose is found and located. */
class KdTreeVerifyTest {
  private static final int SIZE = 100;

  @Test
  void aNumberOfNoPointIsNamed() {
    KdTree tree = tree();
    tree.ids[7] = SIZE;

    assertThat(tree.verify()).hasValue("slot 7 holds 100, which is the number of no point");
  }

  @Test
  void aTombstoneHasNoPlaceInATreeThatStays() {
    KdTree tree = tree();
    tree.remove(7);

    assertThat(tree.verify().orElseThrow()).startsWith("slot 7 holds -");
  }

  @Test
  void aNumberThatComesTwiceIsNamed() {
    KdTree tree = tree();
    tree.ids[9] = tree.ids[3];

    assertThat(tree.verify())
        .hasValue("slot 9 holds " + tree.ids[3] + ", which another slot holds too");
  }

  @Test
  void aCoordinateThatIsNoneIsNamed() {
    KdTree tree = tree();
    tree.tiles[0] = Double.NaN;

    assertThat(tree.verify()).hasValue("coordinate 0 of slot 0 is NaN, beyond the bounds");
  }

  @Test
  void aSplitThatIsTooLowIsNamed() {
    KdTree tree = tree();
    tree.splits[3] = -1;

    assertThat(tree.verify().orElseThrow()).contains("right of the split -1.0 of node 3");
  }

  @Test
  void aSplitThatIsTooHighIsNamed() {
    KdTree tree = tree();
    tree.splits[1] = 2;

    assertThat(tree.verify().orElseThrow()).contains("left of the split 2.0 of node 1");
  }

  @Test
  void anAxisThatDoesNotExistIsNamed() {
    KdTree tree = tree();
    tree.axes[1] = 5;

    assertThat(tree.verify().orElseThrow()).contains("coordinate 5", "node 1");
  }

  @Test
  void tombstonesThatNobodyCountedAreFound() {
    KdTree tree = tree();
    tree.ids[3] = ~tree.ids[3];

    assertThat(KdInspection.tombstones(tree)).hasValue("1 slots are removed but 0 were counted");
  }

  private static KdTree tree() {
    return KdTree.ofInterleaved(2, Cloud.UNIFORM.points(SIZE, 2, 1));
  }
}
