package dev.sojourn.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortLabelsTest {
  @Test
  void labelsThatFitStayAsTheyAre() {
    assertThat(ShortLabels.of(List.of("session-1", "session-199"), 14))
        .containsExactly("session-1", "session-199");
  }

  @Test
  void whatAllBeginWithIsLeftOut() {
    assertThat(ShortLabels.of(List.of("2026-W48-heap-10M", "2026-W48-kdtree", "2026-W49-heap"), 12))
        .containsExactly("…W48-h…p-10M", "…W48-kdtree", "…W49-heap");
    assertThat(ShortLabels.of(List.of("2026-W48-heap-10M", "2026-W48-heap-1M"), 10))
        .containsExactly("…10M", "…1M");
  }

  @Test
  void theMiddleGoesOfThoseStillTooLong() {
    assertThat(ShortLabels.of(List.of("an-object-heap-of-many", "b"), 12))
        .containsExactly("an-obj…-many", "b");
  }

  @Test
  void whatStillLooksAlikeIsNumbered() {
    assertThat(ShortLabels.of(List.of("night-a-long-1-end", "night-b", "night-a-long-2-end"), 8))
        .containsExactly("#1", "…b", "#3");
    assertThat(ShortLabels.of(List.of("same", "same"), 8)).containsExactly("#1", "#2");
  }

  @Test
  void noLabelsAreNoNames() {
    assertThat(ShortLabels.of(List.of(), 8)).isEmpty();
  }
}
