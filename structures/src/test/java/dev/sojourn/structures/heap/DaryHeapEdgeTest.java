package dev.sojourn.structures.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What a heap of objects has beyond a queue: replacing, pushing and popping at once. */
class DaryHeapEdgeTest {
  @Test
  void nullIsRefusedWhereNothingIsCompared() {
    DaryHeap<Integer> empty = new DaryHeap<>();
    DaryHeap<Integer> one = new DaryHeap<>(List.of(1));

    assertThatNullPointerException().isThrownBy(() -> empty.pushPop(null));
    assertThatNullPointerException().isThrownBy(() -> one.replaceTop(null));

    assertThat(one).containsExactly(1);
    assertThat(one.verify()).isEmpty();
  }

  @Test
  void replacingTheTopOfNothingIsRefused() {
    DaryHeap<Integer> empty = new DaryHeap<>();

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> empty.replaceTop(1))
        .withMessageContaining("use offer");

    assertThat(empty).isEmpty();
  }

  @Test
  void pushPopGivesBackTheElementItselfOnATie() {
    DaryHeap<String> heap = new DaryHeap<>(Comparator.comparing(String::length));
    heap.addAll(List.of("a", "bb"));

    assertThat(heap.pushPop("c")).isEqualTo("c");

    assertThat(heap.topK(2)).containsExactly("a", "bb");
  }
}
