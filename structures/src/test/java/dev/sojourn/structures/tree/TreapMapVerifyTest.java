package dev.sojourn.structures.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TreapMapVerifyTest {
  private TreapMap<Integer, Integer> map;
  private TreapNode<Integer, Integer> root;

  @BeforeEach
  void plant() {
    map = TreapMap.withSeed(1, null);
    for (int i = 0; i < 50; i++) {
      map.put(i, i);
    }
    root = map.treap().root();
    assertThat(map.verify()).isEmpty();
  }

  @Test
  void namesTheWrongSize() {
    root.left.size++;

    assertThat(map.verify())
        .contains("the size at key %d is %d".formatted(root.left.key, root.left.size));
  }

  @Test
  void namesTheRootThatHasAParent() {
    root.parent = root.left;

    assertThat(map.verify()).contains("the root %d has a parent".formatted(root.key));
  }

  @Test
  void namesTheParentThatItsChildDoesNotName() {
    TreapNode<Integer, Integer> leaf = root.last();
    TreapNode<Integer, Integer> parent = leaf.parent;

    leaf.parent = root;

    assertThat(map.verify())
        .contains("key %d is not the parent its child %d names".formatted(parent.key, leaf.key));
  }

  @Test
  void namesTheLeftChildOfHigherPriority() {
    TreapNode<Integer, Integer> down = root.left;
    TreapNode<Integer, Integer> up = down.right;

    root.left = up;
    up.parent = root;
    down.right = up.left;
    down.right.parent = down;
    up.left = down;
    down.parent = up;
    down.resize();
    up.resize();

    assertThat(map.verify())
        .contains("key %d is above key %d, whose priority is higher".formatted(up.key, down.key));
  }

  @Test
  void namesTheKeyThatChangedWhileHeld() {
    TreapMap<AtomicInteger, Integer> changing =
        new TreapMap<>(Comparator.comparing(AtomicInteger::get));
    AtomicInteger last = new AtomicInteger(3);
    changing.put(new AtomicInteger(1), 1);
    changing.put(new AtomicInteger(2), 2);
    changing.put(last, 3);

    last.set(0);
    assertThat(changing.verify()).contains("key 0 comes after key 2");
    last.set(2);
    assertThat(changing.verify()).contains("key 2 comes after key 2");
  }
}
