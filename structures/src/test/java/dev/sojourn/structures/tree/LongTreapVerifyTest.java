package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTreapVerifyTest {
  private LongTreap treap;
  private NodeArena arena;

  @BeforeEach
  void plant() {
    treap = TreapCases.of(5, Aggregate.SUM, TreapCases.scrambled(100, 2));
    arena = treap.arena();
    assertThat(treap.verify()).isEmpty();
  }

  @Test
  void namesKeysOutOfOrder() {
    int first = arena.find(treap.root(), 0);

    arena.nodes[2 * first] = 1_000_000;

    assertThat(treap.verify()).isPresent();
  }

  @Test
  void namesTheWrongSize() {
    arena.sizes[arena.find(treap.root(), 30)] += 1;

    assertThat(treap.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("the size at key"));
  }

  @Test
  void namesTheWrongAggregate() {
    arena.folds[arena.find(treap.root(), 30)] += 1;

    assertThat(treap.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("the aggregate at key"));
  }

  @Test
  void namesTheSlotReachedTwice() {
    int last = arena.find(treap.root(), 297);

    arena.put(NodeArena.rightHole(last), treap.root());

    assertThat(treap.verify()).contains("slot %d is reached twice".formatted(treap.root()));
  }

  @Test
  void namesTheSlotThatIsNone() {
    int last = arena.find(treap.root(), 297);

    arena.put(NodeArena.rightHole(last), 5_000);

    assertThat(treap.verify()).contains("slot 5000 is not one of the 100 in use");
  }

  @Test
  void namesTheNodeAboveAHigherPriority() {
    int root = treap.root();
    int child = arena.left(root);
    long key = arena.keyOf(root);

    arena.nodes[2 * root] = arena.keyOf(child);
    arena.nodes[2 * child] = key;

    assertThat(treap.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("priority is higher"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesTheOneChildOfHigherPriority(boolean onRight) {
    boolean raised = false;
    for (long key : treap.keys()) {
      int parent = arena.find(treap.root(), key);
      int child = onRight ? arena.right(parent) : arena.left(parent);
      raised = raised || (child != NodeArena.NIL && raises(child, arena.priorityOf(parent)));
    }

    assertThat(raised).isTrue();
    assertThat(treap.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).contains("priority is higher"));
  }

  /** Gives a leaf a key near its own, if it has then a higher priority than told. */
  private boolean raises(int leaf, long priority) {
    long key = arena.keyOf(leaf) + 1;
    boolean raises = arena.children(leaf) == 0 && arena.priority(key) > priority;
    if (raises) {
      arena.nodes[2 * leaf] = key;
    }
    return raises;
  }

  @Test
  void namesAFreeSlotInUse() {
    treap.remove(30);
    assertThat(treap.verify()).isEmpty();

    arena.values[arena.firstFree()] = treap.root();

    assertThat(treap.verify())
        .hasValueSatisfying(flaw -> assertThat(flaw).endsWith("among the free"));
  }

  @Test
  void namesALossOfFreeSlots() {
    treap.remove(30);
    treap.remove(60);

    arena.values[arena.firstFree()] = NodeArena.NIL;

    assertThat(treap.verify()).contains("1 slots are free, not 2");
  }
}
