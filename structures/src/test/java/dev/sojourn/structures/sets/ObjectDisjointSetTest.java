package dev.sojourn.structures.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectDisjointSetTest {

  @Test
  void groupsWhatIsMerged() {
    ObjectDisjointSet<String> sets = new ObjectDisjointSet<>(List.of("a", "b", "c", "a"));
    assertThat(sets.size()).isEqualTo(3);

    assertThat(sets.union("c", "a")).isTrue();
    assertThat(sets.union("a", "c")).isFalse();
    assertThat(sets.add("d")).isTrue();
    assertThat(sets.add("a")).isFalse();

    assertThat(sets.connected("a", "c")).isTrue();
    assertThat(sets.connected("a", "b")).isFalse();
    assertThat(sets.find("a")).isSameAs(sets.find("c")).isIn("a", "c");
    assertThat(sets.setSize("a")).isEqualTo(2);
    assertThat(sets.setSize("d")).isOne();
    assertThat(sets.count()).isEqualTo(3);
    assertThat(sets.sets()).containsExactly(List.of("a", "c"), List.of("b"), List.of("d"));
    assertThat(sets.contains("d")).isTrue();
    assertThat(sets.contains("e")).isFalse();
    assertThat(sets.verify()).isEmpty();
  }

  @Test
  void growsWhileItMerges() {
    ObjectDisjointSet<Integer> sets = new ObjectDisjointSet<>();
    NaiveLabels oracle = new NaiveLabels(200);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      sets.add(i);
      int a = random.nextInt(i + 1);
      assertThat(sets.union(a, i)).as("seed 3, step %d", i).isEqualTo(oracle.union(a, i));
      int b = random.nextInt(i + 1);
      assertThat(sets.connected(a, b)).isEqualTo(oracle.connected(a, b));
      assertThat(sets.verify()).isEmpty();
    }
  }

  @Test
  void strangersAndNullsAreRefusedAndChangeNothing() {
    ObjectDisjointSet<String> sets = new ObjectDisjointSet<>(List.of("a"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.union("a", "z"))
        .withMessageContainingAll("z", "add it first");
    assertThatIllegalArgumentException().isThrownBy(() -> sets.find("z"));
    assertThatIllegalArgumentException().isThrownBy(() -> sets.connected("z", "a"));
    assertThatNullPointerException()
        .isThrownBy(() -> sets.add(null))
        .withMessageContaining("element");
    assertThatNullPointerException().isThrownBy(() -> sets.find(null));
    assertThat(sets.count()).isOne();
    assertThat(sets.verify()).isEmpty();
  }

  @Test
  void damageIsFound() throws ReflectiveOperationException {
    ObjectDisjointSet<StringBuilder> changing = new ObjectDisjointSet<>();
    changing.add(new StringBuilder("x"));
    Field ids = ObjectDisjointSet.class.getDeclaredField("ids");
    ids.setAccessible(true);
    ((Map<?, ?>) ids.get(changing)).clear();
    assertThat(changing.verify().orElseThrow()).contains("element 0", "changed");

    ObjectDisjointSet<String> sets = new ObjectDisjointSet<>(List.of("a", "b"));
    Field parent = ObjectDisjointSet.class.getDeclaredField("parent");
    parent.setAccessible(true);
    ((int[]) parent.get(sets))[1] = -3;
    assertThat(sets.verify().orElseThrow()).contains("root 1", "all 2 elements");
  }
}
